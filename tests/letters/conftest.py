"""What tests of letters share."""

from typing import Any

import pytest

from sendhub.casework.models import Case
from sendhub.core.models import Partnership
from sendhub.letters.models import Template
from tests import build


@pytest.fixture
def case(db: Any) -> Case:
    """Nia's case of Amara, whose mother lives with her and can be written to."""
    team = build.team("North team")
    team.phone = "01632 960100"
    team.save()
    nia = build.user("caseworker", name="Nia Prosser", team=team)
    child = build.child(given_names="Amara", family_name="Osei")
    return build.family_case(child_=child, officer=nia)


@pytest.fixture
def by_email(db: Any) -> None:
    """The partnership lets letters be e-mailed."""
    Partnership.objects.update(letters_by_email=True)


def template(name: str) -> Template:
    """One of the templates that come with SENDhub."""
    return Template.objects.get(name=name)
