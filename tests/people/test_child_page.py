"""The pages that show one child."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from sendhub.accounts.permissions import Permission
from sendhub.audit.models import Look
from sendhub.core.navigation import ActLink
from sendhub.people import actions, casefile
from sendhub.people.casefile import Panel
from sendhub.people.models import Child
from tests import build

pytestmark = pytest.mark.django_db

PAGES = ("child-page", "child-contacts", "child-chronology", "child-looks")


def page(child: Child, name: str = "child-page") -> str:
    return reverse(f"people:{name}", args=[child.pk])


def text_of(client: Any, url: str) -> str:
    return client.get(url).content.decode()


def test_shows_who_the_child_is(signed_in: Any) -> None:
    build.area("HR6", locality="north")
    child = build.child(
        given_names="Zoë",
        family_name="O’Neill",
        preferred_name="Zo",
        upn="H801200001001",
        nhs_number="9434765919",
        primary_need=build.code("SEN_TYPE", "SLCN"),
        first_language="Welsh",
        interpreter_needed=True,
    )
    build.address(child)
    build.attendance(child, build.setting("Leominster School"))
    text = text_of(signed_in("caseworker"), page(child))
    for shown in (
        "Zo O’Neill",
        "Zoë O’Neill",
        "5 May 2016",
        "10, Year 6",
        "Leominster School",
        "North locality",
        "H801200001001",
        "943 476 5919",
        "Speech, language and communication needs",
        "Welsh, with an interpreter",
        "1 Broad Street",
    ):
        assert shown in text


def test_shows_the_statuses_in_force_as_badges(signed_in: Any) -> None:
    child = build.child()
    build.status(child, "looked_after")
    ended = build.status(child, "young_carer", starts_on=date(2025, 1, 1))
    actions.status_end(
        status=ended, ends_on=date(2025, 2, 1), by=build.user("caseworker")
    )
    response = signed_in("caseworker").get(page(child))
    labels = [badge.label for badge in response.context["child"].badges]
    assert labels == ["Looked after by Herefordshire, County of"]
    assert "1 Jan 2025 to 1 Feb 2025" in response.content.decode()


def test_a_badge_needs_its_statuses_loaded() -> None:
    child = Child.objects.get(pk=build.child().pk)
    with pytest.raises(RuntimeError, match="with_badges"):
        child.badges  # noqa: B018
    with pytest.raises(RuntimeError, match="with_setting"):
        child.setting_now  # noqa: B018


def test_opening_any_page_of_a_child_is_written_down(signed_in: Any) -> None:
    child = build.child()
    client = signed_in("service_manager")
    for name in PAGES:
        client.get(page(child, name))
    assert Look.objects.filter(child_id=child.pk, by_id=client.user.pk).count() == 4
    assert client.user.name in text_of(client, page(child, "child-looks"))


@pytest.mark.parametrize("name", PAGES)
def test_a_restricted_child_is_out_of_sight(signed_in: Any, name: str) -> None:
    client = signed_in("service_manager")
    child = build.restricted_child()
    assert client.get(page(child, name)).status_code == 404
    assert not Look.objects.exists()
    named = build.restricted_child(named=[client.user])
    assert client.get(page(named, name)).status_code == 200


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("child-page", "administrator"),
        ("child-contacts", "finance_officer"),
        ("child-chronology", "administrator"),
        ("child-looks", "caseworker"),
    ],
)
def test_the_wrong_role_is_refused(signed_in: Any, name: str, role: str) -> None:
    assert signed_in(role).get(page(build.child(), name)).status_code == 403


def test_contact_details_are_for_those_who_may_see_contacts(signed_in: Any) -> None:
    child = build.child()
    build.address(child)
    build.contact(child, name="Carys Price", phone="01568 612345")
    secrets = ("Carys Price", "01568 612345", "1 Broad Street", "HR6 8BS")
    theirs = text_of(signed_in("finance_officer"), page(child))
    ours = text_of(signed_in("caseworker"), page(child))
    assert not [secret for secret in secrets if secret in theirs]
    assert all(secret in ours for secret in secrets)


def test_says_who_is_written_to_and_why(signed_in: Any) -> None:
    young = build.child(
        given_names="Rhys", family_name="Vaughan", born_on=date(2009, 1, 1)
    )
    build.contact(young, name="Carys Vaughan", copy_agreed=True)
    young_text = text_of(signed_in("caseworker"), page(young))
    assert "compulsory school age ended on 27 June 2025" in young_text
    assert "A copy to Carys Vaughan (mother)" in young_text
    child = build.child()
    build.contact(child, name="Mair Rees")
    client = signed_in("caseworker")
    assert "<li>Mair Rees (mother)</li>" in text_of(client, page(child))
    assert "until compulsory school age ends on 25 June 2032" in text_of(
        client, page(child)
    )


def test_warns_when_nobody_can_be_written_to(signed_in: Any) -> None:
    assert "Nobody can be written to" in text_of(
        signed_in("caseworker"), page(build.child())
    )


def test_a_child_who_has_died_is_marked_and_nothing_goes_out(signed_in: Any) -> None:
    child = build.child()
    build.contact(child)
    build.attendance(child)
    actions.child_died(
        child=child, died_on=date(2026, 11, 1), by=build.user("caseworker")
    )
    text = text_of(signed_in("caseworker"), page(child))
    for shown in ("Has died", "1 November 2026, aged 10", "Nobody: the child has died"):
        assert shown in text
    for act in ("Add a status", "Change the setting", "Record that the child has died"):
        assert act not in text


def test_only_acts_that_this_person_may_do_are_offered(signed_in: Any) -> None:
    child = build.child()
    assert "Change details" in text_of(signed_in("caseworker"), page(child))
    assert "Restrict to named staff" not in text_of(
        signed_in("caseworker"), page(child)
    )
    assert "Restrict to named staff" in text_of(
        signed_in("service_manager"), page(child)
    )
    assert "Change details" not in text_of(signed_in("auditor"), page(child))


# --- what services above add


def _panel(**more: Any) -> Panel:
    facts: dict[str, Any] = {
        "key": "weather",
        "title": "Weather",
        "order": 1,
        "permission": Permission.MONEY_VIEW,
        "template": "components/inset.html",
        "context": lambda child, user: {"text": f"Rain for {child}"},
    }
    return Panel(**(facts | more))


def test_a_service_adds_its_panel_for_those_who_may_see_it(
    signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casefile, "_panels", {})
    casefile.register(_panel())
    casefile.register(_panel(key="empty", title="Nothing", context=lambda c, u: {}))
    child = build.child(given_names="Zoë", family_name="Rees")
    assert "Rain for Zoë Rees" in text_of(signed_in("auditor"), page(child))
    assert "Nothing" not in text_of(signed_in("auditor"), page(child))
    assert "Rain" not in text_of(signed_in("caseworker"), page(child))


def test_a_service_says_what_to_do_next(
    signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casefile, "_steps", [])
    casefile.register_next_steps(
        lambda child, user: [ActLink("Decide", "/decide/", "by Friday")]
    )
    text = text_of(signed_in("caseworker"), page(build.child()))
    assert "Next step" in text
    assert "by Friday" in text


def test_the_queries_stay_flat(signed_in: Any, queries_stay_flat: Any) -> None:
    child = build.child()
    build.address(child)
    kinds = iter(["child_in_need", "home_educated", "young_carer", "missing_education"])
    days = iter(
        [date(2021, 9, 1), date(2022, 9, 1), date(2023, 9, 1), date(2024, 9, 1)]
    )

    def grow() -> None:
        contact = build.contact(child, lives_with_child=False)
        build.withholding(contact)
        build.status(child, next(kinds))
        build.attendance(child, starts_on=next(days))
        build.involvement(child)
        build.child(given_names=child.given_names, family_name="Elsewhere")

    client = signed_in("service_manager")
    queries_stay_flat(client, page(child), grow)


def test_the_queries_of_the_contacts_page_stay_flat(
    signed_in: Any, queries_stay_flat: Any
) -> None:
    child = build.child()
    by = build.user("caseworker")

    def grow() -> None:
        contact = build.contact(child, lives_with_child=False)
        actions.adult_address_change(
            adult=contact.adult,
            child=child,
            lines="2 Hill",
            town="",
            postcode="",
            starts_on=date(2021, 1, 1),
            by=by,
        )
        build.withholding(contact)
        build.involvement(child)

    queries_stay_flat(signed_in("caseworker"), page(child, "child-contacts"), grow)


def test_a_professional_of_a_service_is_named_with_it_once(signed_in: Any) -> None:
    child = build.child()
    build.involvement(child, organisation="Speech and language therapy")
    build.involvement(child, organisation="Wye Valley NHS Trust")
    text = text_of(signed_in("caseworker"), page(child))
    card = text.partition("Professionals")[2].partition("Details")[0]
    assert card.count("Speech and language therapy") == 2
    assert "Wye Valley NHS Trust" in card


def test_proposes_a_child_who_may_be_the_same(signed_in: Any) -> None:
    child = build.child(given_names="Zoe", family_name="Rees")
    other = build.child(given_names="Zoë", family_name="Rhys")
    hidden = build.restricted_child(given_names="Zoe", family_name="Rees")
    text = text_of(signed_in("caseworker"), page(child))
    assert other.get_absolute_url() in text
    assert hidden.get_absolute_url() not in text
    assert other.get_absolute_url() not in text_of(signed_in("auditor"), page(child))
