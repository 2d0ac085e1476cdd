"""What tests of EHC pages share."""

from typing import Any

import pytest

from sendhub.ehcps.rules import Stage
from tests import build


@pytest.fixture
def assessing(db: Any) -> Any:
    """An assessment that runs."""
    return build.assessment(stage=Stage.ASSESSING)
