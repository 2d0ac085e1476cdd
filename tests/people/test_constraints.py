"""Each constraint on children and the people around them, broken once."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction

from sendhub.core import clock
from sendhub.people.models import (
    AccessGrant,
    AccessRequest,
    Address,
    Adult,
    Attendance,
    Child,
    ChildStatus,
    Contact,
    FormerName,
    FormerUpn,
    Involvement,
    NamedStaff,
    NotSame,
    Professional,
    Withholding,
)
from tests import build

pytestmark = pytest.mark.django_db

SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)
NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)


def refuses(constraint: str) -> Any:
    return pytest.raises(IntegrityError, match=f'"{constraint}"')


def change(row: models.Model, **values: Any) -> None:
    with transaction.atomic():
        type(row)._base_manager.filter(pk=row.pk).update(**values)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"upn": "I801200001001"}, "people_child_upn_shape"),
        ({"upn": "H80120000100"}, "people_child_upn_shape"),
        ({"uln": "123456789"}, "people_child_uln_shape"),
        ({"nhs_number": "943476591"}, "people_child_nhs_number_shape"),
        ({"died_on": date(2016, 5, 4)}, "people_child_dies_after_birth"),
        (
            {"primary_need_id": "SEN_TYPE:ASD", "secondary_need_id": "SEN_TYPE:ASD"},
            "people_child_needs_differ",
        ),
        ({"restricted_at": NOON}, "people_child_restriction_all_or_nothing"),
        ({"restricted_reason": "x"}, "people_child_restriction_all_or_nothing"),
        (
            {"restricted_review_on": date(2027, 1, 1)},
            "people_child_restriction_is_reviewed",
        ),
        ({"sex_id": "SEN_TYPE:ASD"}, "people_child_sex_code"),
        ({"ethnicity_id": "SEX:F"}, "people_child_ethnicity_code"),
        ({"upn_unknown_id": "SEX:F"}, "people_child_upn_unknown_code"),
        ({"home_authority_id": "SEX:F"}, "people_child_authority_code"),
        ({"primary_need_id": "SEX:F"}, "people_child_primary_code"),
        (
            {"primary_need_id": "SEN_TYPE:ASD", "secondary_need_id": "SEX:F"},
            "people_child_secondary_code",
        ),
    ],
)
def test_a_child(values: dict[str, Any], constraint: str) -> None:
    child = build.child()
    with refuses(constraint):
        change(child, **values)


@pytest.mark.parametrize(
    ("column", "value", "constraint"),
    [
        ("upn", "H801200001001", "people_child_upn_once"),
        ("uln", "1000000000", "people_child_uln_once"),
        ("nhs_number", "9434765919", "people_child_nhs_number_once"),
    ],
)
def test_a_number_belongs_to_one_child(
    column: str, value: str, constraint: str
) -> None:
    build.child(**{column: value})
    child = build.child()
    with refuses(constraint):
        change(child, **{column: value})


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"provision": "attic"}, "people_attendance_known_provision"),
        ({"residential_id": "SEX:F"}, "people_attendance_residential_code"),
        ({"work_based_id": "SEX:F"}, "people_attendance_work_based_code"),
    ],
)
def test_a_place_at_a_setting(values: dict[str, Any], constraint: str) -> None:
    place = build.attendance(build.child())
    with refuses(constraint):
        change(place, **values)


def test_somebody_is_named_once() -> None:
    child, user = build.child(), build.user()
    NamedStaff.objects.create(child=child, user=user)
    with refuses("people_namedstaff_once"):
        NamedStaff.objects.create(child=child, user=user)


def test_two_children_are_told_apart_once_and_in_order() -> None:
    one, two, by = build.child(), build.child(), build.user()
    facts = {"noted_by": by, "noted_at": NOON}
    NotSame.objects.create(first=one, second=two, **facts)
    with refuses("people_notsame_once"), transaction.atomic():
        NotSame.objects.create(first=one, second=two, **facts)
    with refuses("people_notsame_in_order"), transaction.atomic():
        NotSame.objects.create(first=two, second=one, **facts)


PERIODS: dict[str, Callable[[Child], models.Model]] = {
    "people_attendance_ends_after_start": lambda child: build.attendance(
        child, starts_on=SEPTEMBER
    ),
    "people_childstatus_ends_after_start": lambda child: build.status(child),
    "people_contact_ends_after_start": lambda child: build.contact(child),
    "people_address_ends_after_start": lambda child: build.address(child),
    "people_involvement_ends_after_start": lambda child: build.involvement(child),
}


@pytest.mark.parametrize("constraint", PERIODS)
def test_nothing_ends_before_it_starts(constraint: str) -> None:
    row = PERIODS[constraint](build.child())
    with refuses(constraint):
        change(row, ends_on=date(2017, 1, 1))
    with transaction.atomic():
        type(row)._base_manager.filter(pk=row.pk).update(ends_on=row.starts_on)  # type: ignore[attr-defined]


def test_one_setting_at_a_time() -> None:
    there = build.attendance(build.child(), starts_on=SEPTEMBER)
    with refuses("people_attendance_one_at_a_time"):
        Attendance.objects.create(
            child=there.child, setting=there.setting, starts_on=OCTOBER
        )


def test_one_address_at_a_time() -> None:
    there = build.address(build.child())
    with refuses("people_address_one_at_a_time"):
        Address.objects.create(child=there.child, lines="2 Hill", starts_on=OCTOBER)


def test_one_address_of_an_adult_at_a_time() -> None:
    adult = Adult.objects.create(name="Carys Price")
    Address.objects.create(adult=adult, lines="1 Hill", starts_on=SEPTEMBER)
    with refuses("people_address_adult_one_at_a_time"):
        Address.objects.create(adult=adult, lines="2 Hill", starts_on=OCTOBER)


@pytest.mark.parametrize("both", [True, False])
def test_an_address_is_of_a_child_or_of_an_adult(both: bool) -> None:
    of: dict[str, Any] = {}
    if both:
        adult = Adult.objects.create(name="Carys Price")
        of = {"child": build.child(), "adult": adult}
    with refuses("people_address_of_child_or_adult"):
        Address.objects.create(lines="1 Hill", starts_on=SEPTEMBER, **of)


def test_one_status_of_a_kind_at_a_time() -> None:
    there = build.status(build.child(), "young_carer")
    build.status(there.child, "child_in_need")
    with refuses("people_childstatus_one_at_a_time"):
        ChildStatus.objects.create(
            child=there.child, kind="young_carer", starts_on=OCTOBER
        )


@pytest.mark.parametrize(
    ("kind", "authority"), [("looked_after", None), ("young_carer", "LA_CODE:884")]
)
def test_only_a_looked_after_child_has_an_authority(
    kind: str, authority: str | None
) -> None:
    with refuses("people_childstatus_looked_after_by_whom"):
        ChildStatus.objects.create(
            child=build.child(), kind=kind, authority_id=authority, starts_on=SEPTEMBER
        )


def test_the_authority_of_a_status_is_an_authority() -> None:
    status = build.status(build.child(), "looked_after")
    with refuses("people_childstatus_authority_code"):
        change(status, authority_id="SEX:F")


def test_an_adult_is_one_contact_of_a_child_at_a_time() -> None:
    there = build.contact()
    with refuses("people_contact_one_at_a_time"):
        Contact.objects.create(
            child=there.child,
            adult=there.adult,
            relationship="other",
            starts_on=OCTOBER,
        )


def test_do_not_contact_says_why() -> None:
    contact = build.contact()
    with refuses("people_contact_says_why_not"):
        change(contact, do_not_contact=True)


def test_a_professional_is_involved_once_at_a_time() -> None:
    there = build.involvement(build.child())
    with refuses("people_involvement_one_at_a_time"):
        Involvement.objects.create(
            child=there.child, professional=there.professional, starts_on=OCTOBER
        )


@pytest.mark.parametrize("values", [{"lifted_at": NOON}, {"lifted_by_id": 0}])
def test_lifting_has_who_and_when(values: dict[str, Any]) -> None:
    mark = build.withholding(build.contact(lives_with_child=False))
    if "lifted_by_id" in values:
        values = {"lifted_by_id": mark.set_by_id}
    with refuses("people_withholding_lifted_by_and_when"):
        change(mark, **values)


def test_nobodys_own_details_are_withheld_from_them() -> None:
    mark = build.withholding(build.contact(lives_with_child=False))
    with refuses("people_withholding_from_another"):
        change(mark, about_id=mark.hidden_from_id)


@pytest.mark.parametrize("about_somebody", [True, False])
def test_the_same_is_withheld_once(about_somebody: bool) -> None:
    father = build.contact(lives_with_child=False)
    about = build.contact(father.child) if about_somebody else None
    mark = build.withholding(father, about)
    facts = {"reason": "x", "set_by": mark.set_by, "set_at": NOON, "about": about}
    with refuses("people_withholding_once"):
        Withholding.objects.create(child=mark.child, hidden_from=father, **facts)


def test_a_postcode_belongs_to_one_team() -> None:
    build.area("HR6")
    with pytest.raises(IntegrityError, match="postcode_start"):
        build.area("HR6", locality="south")


@pytest.mark.parametrize("row", ["adult", "child", "professional", "setting"])
def test_what_others_point_to_is_not_deleted(row: str) -> None:
    contact = build.contact()
    attendance = build.attendance(contact.child)
    involvement = build.involvement(contact.child)
    there: dict[str, models.Model] = {
        "adult": contact.adult,
        "child": contact.child,
        "professional": Professional.objects.get(pk=involvement.professional_id),
        "setting": attendance.setting,
    }
    with pytest.raises(models.ProtectedError):
        there[row].delete()


def test_what_is_withheld_stays_between_contacts_of_one_child():
    mine, others = build.contact(), build.contact()
    with pytest.raises(IntegrityError, match="contacts of one child") as refused:
        Withholding.objects.create(
            child=mine.child,
            hidden_from=mine,
            about=others,
            reason="x",
            set_by=build.user(),
            set_at=clock.now(),
        )
    told = refused.value.__cause__.diag.constraint_name
    assert told == "people_withholding_of_one_child"


def request_of(child: Child, asker: Any) -> AccessRequest:
    return AccessRequest.objects.create(
        child=child, asked_by=asker, asked_at=NOON, reason="Her school rings."
    )


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"outcome": "granted"}, "people_accessrequest_decided_by_and_when"),
        ({"answer": "No"}, "people_accessrequest_decided_by_and_when"),
        (
            {"outcome": "refused", "decided_at": NOON, "decided_by": "other"},
            "people_accessrequest_refused_says_why",
        ),
        (
            {"outcome": "granted", "decided_at": NOON, "decided_by": "asker"},
            "people_accessrequest_not_ones_own",
        ),
    ],
)
def test_a_request_is_answered_whole_and_by_another(
    values: dict[str, Any], constraint: str
) -> None:
    people = {"asker": build.user(), "other": build.user()}
    asked = request_of(build.child(), people["asker"])
    values = {name: people.get(value, value) for name, value in values.items()}
    with refuses(constraint):
        change(asked, **values)


def test_a_request_waits_once() -> None:
    child, asker = build.child(), build.user()
    request_of(child, asker)
    with refuses("people_accessrequest_once"):
        request_of(child, asker)


LATER = datetime(2026, 9, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"ends_at": NOON}, "people_accessgrant_ends_after_start"),
        ({"ended_at": LATER}, "people_accessgrant_ended_by_and_when"),
        (
            {"ended_at": datetime(2026, 9, 3, tzinfo=UTC), "ended_by": "other"},
            "people_accessgrant_ended_by_and_when",
        ),
        ({"given_by": "other"}, "people_accessgrant_given_by_whom"),
        ({"way": "asked"}, "people_accessgrant_given_by_whom"),
        ({"review_note": "Fine"}, "people_accessgrant_reviewed_by_and_when"),
        (
            {"reviewed_by": "other", "reviewed_at": LATER},
            "people_accessgrant_reviewed_by_and_when",
        ),
        (
            {"reviewed_by": "user", "reviewed_at": LATER, "review_note": "Fine"},
            "people_accessgrant_not_ones_own_review",
        ),
    ],
)
def test_access_for_a_time_is_whole(values: dict[str, Any], constraint: str) -> None:
    people = {"user": build.user(), "other": build.user()}
    grant = grant_of(build.child(), people["user"])
    values = {name: people.get(value, value) for name, value in values.items()}
    with refuses(constraint):
        change(grant, **values)


def grant_of(child: Child, user: Any) -> AccessGrant:
    return AccessGrant.objects.create(
        child=child,
        user=user,
        given_by=user,
        way="glass",
        reason="Her school rings.",
        starts_at=NOON,
        ends_at=LATER,
    )


def test_nobody_is_let_in_twice_at_a_time() -> None:
    child, user = build.child(), build.user()
    first = grant_of(child, user)
    with refuses("people_accessgrant_one_at_a_time"), transaction.atomic():
        grant_of(child, user)
    change(first, ended_at=NOON, ended_by=user)
    grant_of(child, user)


def test_a_former_name_was_had_before_it_ended() -> None:
    name = {"given_names": "Zoe", "family_name": "Rees", "child": build.child()}
    with refuses("people_formername_ends_after_start"):
        FormerName.objects.create(**name, since_on=OCTOBER, until_on=SEPTEMBER)


def test_a_former_upn_is_one_and_kept_once() -> None:
    child = build.child()
    with refuses("people_formerupn_shape"), transaction.atomic():
        FormerUpn.objects.create(child=child, upn="X", until_on=SEPTEMBER)
    FormerUpn.objects.create(child=child, upn="H801200001001", until_on=SEPTEMBER)
    with refuses("people_formerupn_once"):
        FormerUpn.objects.create(child=child, upn="H801200001001", until_on=OCTOBER)
