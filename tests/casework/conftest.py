"""What tests of casework share."""

from typing import Any

import pytest

from sendhub.casework import services
from sendhub.casework.rules import ServiceKey
from tests import build


@pytest.fixture
def case(db: Any) -> Any:
    """An EHC case of Nia's, who is in the north team."""
    nia = build.user(
        "caseworker", name="Nia Prosser", team=build.team(locality="north")
    )
    child = build.child(given_names="Amara", family_name="Osei")
    return build.case(child_=child, officer=nia)


@pytest.fixture
def some_service(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A service above, as an app would register it."""

    def registered(**more: Any) -> services.Service:
        facts: dict[str, Any] = {
            "key": ServiceKey.PLACEMENTS,
            "template": "components/inset.html",
            "section": lambda case, user: {"text": f"Section for {user}"},
            "acts": lambda case, user: [],
        }
        made = services.Service(**{**facts, **more})
        monkeypatch.setitem(services._services, ServiceKey.PLACEMENTS, made)
        return made

    return registered
