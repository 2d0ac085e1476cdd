"""What tests of people share."""

from typing import Any

import pytest

from sendhub.people.models import Child
from tests import build

UPN = "H801200001001"
NHS = "9434765919"


@pytest.fixture
def zoe(db: Any) -> Child:
    """A child who is found by every kind of name and number."""
    return build.child(
        given_names="Zoë Mair",
        preferred_name="Zo",
        family_name="O’Neill-Price",
        upn=UPN,
        nhs_number=NHS,
    )
