"""What tests of letters share."""

from typing import Any

import pytest
from django.urls import reverse

from sendhub.casework.models import Case
from sendhub.core.models import Partnership
from sendhub.letters.models import Template
from tests import build
from tests.pages import press


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


def url_of(case: Case, name: str = "We have your request") -> str:
    """Where a letter from one of the templates is written."""
    url = reverse("letters:letter-make", args=[case.pk])
    return f"{url}?template={template(name).pk}"


def make(
    client: Any, case: Case, name: str = "We have your request", **answers: Any
) -> Any:
    """Write a letter as the page offers it, but for what is answered otherwise."""
    return press(client, url_of(case, name), **answers)
