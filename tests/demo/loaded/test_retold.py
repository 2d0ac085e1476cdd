"""Lives told again: whole, of other children, and right to the last deadline."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.audit.models import Act
from sendhub.casework.models import Case, Deadline, Document, Note
from sendhub.core.verifying import gather, run
from sendhub.demo.retold.copying import begin, tell_again
from sendhub.demo.retold.limits import deadlines_again
from sendhub.demo.retold.scope import CannotTell, told
from sendhub.ehcps.models import NeedsAssessment, Plan, PlanSection
from sendhub.ehcps.rules import Standing
from sendhub.nurture_hubs.models import HubPlace
from sendhub.people import identifiers
from sendhub.people.models import Address, Attendance, Child, Merge
from sendhub.people.rules import plain_name
from sendhub.people.search import search
from sendhub.schools.models import Setting
from tests.conftest import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]
FREE = """
    SELECT DISTINCT c.child_id FROM ehcps_plan p JOIN casework_case c
        ON c.id = p.case_id JOIN people_child k ON k.id = c.child_id
     WHERE p.standing = 'live' AND p.assessment_id IS NOT NULL
       AND k.restricted_at IS NULL
       AND NOT EXISTS (SELECT FROM people_notsame n
           WHERE c.child_id IN (n.first_id, n.second_id))
       AND NOT EXISTS (SELECT FROM ehcps_correction x WHERE x.case_id = c.id)
       AND NOT EXISTS (SELECT FROM ehcps_reversal v JOIN ehcps_needsassessment a
           ON a.id = v.assessment_id WHERE a.case_id = c.id)
       AND NOT EXISTS (SELECT FROM people_accessrequest q WHERE q.child_id = k.id)
     ORDER BY 1
"""


def originals() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(FREE)
        return [pk for (pk,) in cursor.fetchall()]


def retelling(copy: int, original: int, **columns: object) -> None:
    row = {"copy": copy, "original": original, **columns}
    names, marks = ", ".join(row), ", ".join(f"%({name})s" for name in row)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO retelling ({names}) VALUES ({marks})", row)  # noqa: S608


def swap(of_set: int, old: User | Setting, new: User | Setting) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO retelling_swap VALUES (%s, %s, %s, %s)",
            [of_set, old._meta.db_table, str(old.pk), str(new.pk)],
        )


def tell(**columns: object) -> tuple[Child, Child]:
    """One life told again: the original, and the copy."""
    original = Child.objects.get(pk=originals()[0])
    begin()
    retelling(1, original.pk, **columns)
    (copy,) = tell_again()
    immediately()
    return original, Child.objects.get(pk=copy)


def immediately() -> None:
    """Ask every foreign key now what it would ask at the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def nothing_wrong() -> None:
    found = [run(check) for check in gather()]
    assert [(one.check.name, one.first) for one in found if one.number] == []


def test_every_live_plan_told_three_times_leaves_nothing_to_verify():
    lives = originals()
    begin()
    for number, pk in enumerate([*lives, *lives, *lives], start=1):
        retelling(number, pk, days=7 * (number % 60), given_names=f"Zed{number}")
    plans, cases = Plan.objects.live().count(), Case.objects.count()
    made = tell_again()
    deadlines_again(made)
    immediately()
    assert len(set(made)) == 3 * len(lives)
    assert Plan.objects.live().count() == plans + 3 * len(lives)
    assert Case.objects.count() > cases
    nothing_wrong()


def test_a_life_is_copied_whole():
    original, copy = tell()
    for path in ("contacts", "addresses", "attendances", "involvements", "statuses"):
        of = getattr(original, path).count()
        assert getattr(copy, path).count() == of, path
    case, again = original.cases.get(), copy.cases.get()
    for model in (NeedsAssessment, Plan, Note, Deadline):
        of = model.objects.filter(case=case).count()
        assert model.objects.filter(case=again).count() == of
    sections = PlanSection.objects.filter(plan_version__plan__case=again)
    assert sections.count() > 20
    assert Deadline.objects.filter(child=copy).exists()


def test_history_tells_of_the_copy_what_it_told_of_the_original():
    original, copy = tell()
    acts = Act.objects.filter(child_id=copy.pk)
    labels = tuple(model._meta.label_lower for model in told())
    once = Act.objects.filter(child_id=original.pk).exclude(
        about_type__in=["", *labels]
    )
    assert acts.count() == Act.objects.filter(child_id=original.pk).count() - len(once)
    case = copy.cases.get()
    assert {a.case_id for a in acts if a.case_id} == {case.pk}
    issued = acts.get(act="ehcps.plan_issue")
    assert issued.about_id in case.plans.values_list("pk", flat=True)


def test_pages_of_a_copy_open(signed_in):
    _, copy = tell(given_names="Zuleika", family_name="Quince")
    client = signed_in("service_manager")
    page = client.get(reverse("people:child-page", args=[copy.pk]))
    assert "Zuleika Quince" in page.content.decode()
    case = client.get(copy.cases.get().get_absolute_url())
    assert case.status_code == 200
    history = client.get(reverse("people:child-chronology", args=[copy.pk]))
    assert "Plan issued, naming" in history.content.decode()


def test_texts_name_the_copy_and_not_the_original():
    original, copy = tell(given_names="Zuleika", family_name="Quince")
    texts = PlanSection.objects.filter(plan_version__plan__case__child=copy)
    whole = " ".join(texts.values_list("text", flat=True))
    assert "Zuleika" in whole
    assert original.given_names not in whole.replace(".", " ").split()


def test_search_and_lists_know_the_copy_by_its_name():
    _, copy = tell(given_names="Zoë Anne", family_name="O'Quince-Anne")
    assert copy.sort_name == "oquince anne, zoe anne"
    assert copy.search_text.split() == ["zoe", "anne", "oquince"]
    assert plain_name("Zoë") == "zoe"
    user = User.objects.get(email="service-manager@example.org")
    assert copy in list(search(user=user, typed="zoe oquince", on=TODAY).children)


def test_numbers_are_new_and_right():
    lives = originals()
    begin()
    for number, pk in enumerate(lives, start=1):
        retelling(number, pk)
    made = Child.objects.filter(pk__in=tell_again())
    for copy in made:
        assert identifiers.nhs_number(copy.nhs_number).startswith("999")
        assert not copy.upn or identifiers.upn(copy.upn)[1:4] == "999"
        assert not copy.uln or identifiers.uln(copy.uln).startswith("999")
    assert made.exclude(upn="").exists()
    assert made.exclude(uln="").exists()


def test_a_number_that_is_given_is_taken():
    _, copy = tell(upn="", nhs_number="", uln="")
    assert (copy.upn, copy.nhs_number, copy.uln) == ("", "", "")


def test_days_lie_earlier_and_limits_are_worked_out_again():
    original, copy = tell(days=364)
    earlier = timedelta(days=364)
    asked, again = (one.cases.get().assessments.first() for one in (original, copy))
    assert again.received_on == asked.received_on - earlier
    assert copy.born_on == original.born_on - earlier
    deadlines_again([copy.pk])
    nothing_wrong()
    facts = Act.objects.filter(child_id=copy.pk, facts__has_key="starts_on")
    starts = {date.fromisoformat(act.facts["starts_on"]) for act in facts}
    told_of = Act.objects.filter(child_id=original.pk, facts__has_key="starts_on")
    assert starts == {
        date.fromisoformat(act.facts["starts_on"]) - earlier for act in told_of
    }


def test_nothing_begins_before_a_younger_copy_was_born():
    original, copy = tell(born_on=date(2018, 2, 3))
    assert copy.born_on == date(2018, 2, 3)
    assert copy.addresses.filter(starts_on=copy.born_on).exists()
    told = Act.objects.filter(child_id=copy.pk, act="people.address_change")
    assert {act.happened_on.isoformat() for act in told} <= {
        act.facts["starts_on"] for act in told
    }
    nothing_wrong()
    assert original.born_on != copy.born_on


def test_the_home_of_today_is_given_and_shared_with_the_family():
    original = Child.objects.get(pk=originals()[0])
    home = original.addresses.order_by("-starts_on").first()
    Address.objects.create(
        adult=original.contacts.first().adult,
        lines=home.lines,
        town=home.town,
        postcode=home.postcode,
        starts_on=date(2026, 1, 1),
    )
    _, copy = tell(lines="1 Quince Lane", town="Kington", postcode="HR5 3ZZ")
    now = copy.addresses.order_by("-starts_on").first()
    adult = Address.objects.get(adult__contacts__child=copy, starts_on="2026-01-01")
    assert str(now) == str(adult) == "1 Quince Lane, Kington, HR5 3ZZ"


def test_another_officer_and_another_school_take_their_places():
    life = Child.objects.get(pk=originals()[0])
    case, school = life.cases.get(), life.attendances.last().setting
    officer = User.objects.exclude(pk=case.officer_id).get(name="Ruth Lloyd-Evans")
    other = Setting.objects.exclude(pk=school.pk).filter(phase=school.phase).last()
    begin()
    swap(3, case.officer, officer)
    swap(3, school, other)
    retelling(1, life.pk, set=3)
    retelling(2, life.pk, set=4)
    changed, same = tell_again()
    immediately()
    assert Case.objects.get(child=changed).officer == officer
    assert Case.objects.get(child=same).officer == case.officer
    assert set(
        Deadline.objects.filter(child=changed, ended="").values_list(
            "officer", flat=True
        )
    ) <= {officer.pk}
    assert Attendance.objects.filter(child=changed, setting=other).exists()
    acts = Act.objects.filter(child_id=changed, act="people.attendance_start")
    assert other.name in {act.facts["setting"] for act in acts}
    by = Act.objects.filter(child_id=changed, by_id=officer.pk)
    assert set(by.values_list("by_name", flat=True)) == {officer.name}
    assert not Act.objects.filter(child_id=changed, by_id=case.officer_id).exists()
    nothing_wrong()


def test_words_are_put_in_place_of_others():
    life = Child.objects.get(pk=originals()[0])
    parent = life.contacts.first().adult
    begin()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO retelling_words VALUES (1, %s, 'Queenie')",
            [parent.name.split()[0]],
        )
    retelling(1, life.pk, set=1)
    (copy,) = tell_again()
    names = [one.adult.name for one in Child.objects.get(pk=copy).contacts.all()]
    assert any(name.startswith("Queenie ") for name in names)


def test_documents_stay_with_the_original():
    _, copy = tell()
    assert not Document.objects.filter(case__child=copy).exists()


@pytest.mark.parametrize("which", ["hub", "restricted", "alias"])
def test_a_life_that_happens_only_once_is_refused(which):
    child = {
        "hub": HubPlace.objects.first().child_id,
        "restricted": Child.objects.filter(restricted_at__isnull=False).first().pk,
        "alias": Merge.objects.first().other_id,
    }[which]
    begin()
    retelling(1, child)
    with pytest.raises(CannotTell, match=f"Child {child}"):
        tell_again()
    assert Plan.objects.filter(standing=Standing.LIVE).exists()


def test_it_can_be_begun_again_in_one_transaction():
    tell()
    original, copy = tell(given_names="Zuleika")
    assert copy.given_names == "Zuleika" != original.given_names
