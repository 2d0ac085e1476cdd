"""What the demonstration shows."""

import io
from collections import Counter
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import Count, F

from sendhub.accounts.models import Locality, User
from sendhub.accounts.roles import ROLES
from sendhub.audit.models import Act
from sendhub.casework.models import Case, Deadline, Document, Note
from sendhub.casework.rules import Category as Sort
from sendhub.casework.rules import Ended, ServiceKey
from sendhub.core.models import Partnership
from sendhub.demo.everyday import MORE, REFUSED_TOO
from sendhub.demo.staff import PASSWORD, STAFF
from sendhub.ehcps.models import Advice, NeedsAssessment, Plan
from sendhub.ehcps.rules import Stage, Standing
from sendhub.intakes.models import Intake
from sendhub.intakes.rules import Kind, Outcome
from sendhub.letters.models import Delivery, Letter
from sendhub.nurture_hubs.models import Destination, Hub, HubDay, HubPlace, Referral
from sendhub.nurture_hubs.rules import Standing as HubStanding
from sendhub.nurture_hubs.rules.ends import Point
from sendhub.nurture_hubs.waiting import in_order
from sendhub.people.models import Child, ChildStatus, Contact, NotSame, Withholding
from sendhub.people.rules import RelationshipKind, StatusKind
from sendhub.people.search import search
from sendhub.schools.models import Setting
from sendhub.schools.rules import Category
from tests.conftest import TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def command(*arguments: str, **options: object) -> str:
    out = io.StringIO()
    call_command(*arguments, stdout=out, **options)
    return out.getvalue()


def test_savepoints_are_taken_again_after_loading():
    assert connection.features.uses_savepoints


def test_has_a_child_for_each_story_besides_those_of_the_hubs():
    known = Child.objects.not_merged().exclude(cases__service=ServiceKey.HUB)
    ages = Counter(child.age(TODAY) for child in known)
    assert ages.total() == 120 + len(MORE) + len(REFUSED_TOO)
    assert len(ages) >= 18
    assert min(ages) == 2
    assert max(ages) >= 22


def test_has_98_county_schools_and_settings_of_every_kind_around():
    schools = Setting.objects.filter(laestab__startswith="884")
    assert schools.count() == 98
    assert schools.filter(category="special").count() == 4
    assert schools.filter(category="alternative").count() == 1
    around = Setting.objects.exclude(pk__in=schools)
    assert around.filter(type_code="30").count() == 6
    assert {str(kind) for kind in Category} - set(
        around.values_list("category", flat=True)
    ) == {"mainstream", "nursery_school", "alternative", "secure"}


def test_has_a_case_at_every_stage():
    stages = Counter(NeedsAssessment.objects.values_list("stage", flat=True))
    assert set(stages) == set(Stage)
    assert stages.pop(Stage.MISTAKE) == 1
    assert set(Plan.objects.values_list("standing", flat=True)) == set(Standing)
    assert min(stages.values()) >= 4


def test_has_requests_that_are_new_due_soon_and_overdue():
    first = Deadline.objects.open().filter(rule="NA-03")
    days = sorted((one.due_on - TODAY).days for one in first)
    assert days[0] < 0
    assert any(0 <= day <= 7 for day in days)
    assert days[-1] > 35


def test_has_advice_outstanding_late_and_in_time():
    awaited = Advice.objects.awaited().filter(assessment__stage=Stage.ASSESSING)
    days = [(TODAY - one.asked_on).days for one in awaited]
    assert min(days) < 42 < max(days)
    ended = set(Deadline.objects.filter(rule="NA-07").values_list("ended", flat=True))
    assert ended >= {Ended.OPEN, Ended.MET, Ended.LATE}


def test_issues_56_per_cent_in_twenty_weeks_as_the_county_does():
    met = Deadline.objects.filter(rule="NA-13", met_on__isnull=False)
    year = met.filter(met_on__gt=TODAY - timedelta(days=365))
    for plans in (met, year):
        in_time = plans.filter(ended=Ended.MET).count() / plans.count()
        assert in_time == pytest.approx(0.56, abs=0.04)


def test_has_notices_and_referrals_of_each_kind_waiting_late_and_ended():
    assert set(Intake.objects.values_list("kind", flat=True)) == set(Kind)
    assert set(Intake.objects.values_list("outcome", flat=True)) == {
        Outcome.OPEN,
        Outcome.SUPPORT,
        Outcome.ASSESSMENT,
        Outcome.CLOSED,
    }
    assert Intake.objects.unanswered().overdue(on=TODAY).exists()


def test_ceases_plans_for_most_reasons():
    reasons = Plan.objects.filter(standing=Standing.CEASED)
    codes = set(reasons.values_list("cease_reason__code", flat=True))
    assert codes == {"2", "3", "4", "5", "6", "7", "8", "9"}


def test_has_every_role_and_both_localities():
    roles = Counter(key for user in User.objects.all() for key in user.role_keys)
    assert set(roles) == {str(key) for key in ROLES}
    assert User.objects.count() == len(STAFF)
    for half in Locality:
        assert Child.objects.filter(team__locality=half).count() > 40


def test_shares_the_work_among_caseworkers_and_leaves_some_unassigned():
    cases = Case.objects.exclude(service=ServiceKey.HUB)
    loads = dict(cases.values_list("officer__name").annotate(Count("pk")))
    assert loads.pop(None) == 4
    assert len(loads) == 12
    assert max(loads.values()) <= 40


def test_has_every_kind_of_status_and_some_that_ended():
    assert set(ChildStatus.objects.values_list("kind", flat=True)) == set(StatusKind)
    assert ChildStatus.objects.filter(ends_on__lt=TODAY).exists()
    away = ChildStatus.objects.filter(kind=StatusKind.LOOKED_AFTER)
    assert {str(one.authority_id) for one in away} == {"LA_CODE:330", "LA_CODE:884"}


def test_has_families_of_several_kinds():
    kinds = set(Contact.objects.values_list("relationship", flat=True))
    assert kinds == {
        RelationshipKind.MOTHER,
        RelationshipKind.FATHER,
        RelationshipKind.FOSTER_CARER,
    }
    assert Withholding.objects.filter(about=None).exists()
    assert Contact.objects.filter(
        relationship="father", lives_with_child=False, parental_responsibility=True
    ).exists()
    assert Child.objects.filter(interpreter_needed=True).exists()
    languages = set(Child.objects.values_list("first_language", flat=True))
    assert languages >= {"English", "Polish", "Romanian"}


def test_has_needs_like_the_county_s():
    needs = Counter(Child.objects.values_list("primary_need__code", flat=True))
    assert {code for code, _ in needs.most_common(3)} == {"SEMH", "ASD", "SLCN"}
    assert len(needs) >= 8


def test_has_a_child_recorded_twice_and_merged():
    alias = Child.objects.merged().get()
    assert alias.merges_away.get().merged_by.role_keys == ["data_officer"]
    kept = alias.merged_into
    assert kept.statuses.filter(kind=StatusKind.YOUNG_CARER).exists()
    assert kept.communication_needs
    officer = alias.merges_away.get().merged_by
    found = search(user=officer, typed=str(alias), on=TODAY).children
    assert kept in found


def test_has_two_restricted_children_one_who_died_twins_and_a_lookalike():
    assert Child.objects.filter(restricted_at__isnull=False).count() == 2
    assert Child.objects.filter(died_on__isnull=False).count() == 1
    twins = NotSame.objects.get()
    assert twins.first.born_on == twins.second.born_on
    both = Contact.objects.filter(child__in=[twins.first, twins.second])
    assert both.values("adult").distinct().count() * 2 == both.count()
    alike = Child.objects.not_merged().values("family_name", "born_on")
    alike = alike.annotate(number=Count("pk")).filter(number=2)
    assert alike.count() == 2  # the twins, and two who are told apart by a letter


def test_a_former_name_still_finds_the_child():
    child = Child.objects.get(family_name="Fairweather")
    former = child.former_names.get().family_name
    manager = User.objects.get(email="service-manager@example.org")
    assert child in search(user=manager, typed=former, on=TODAY).children


def test_has_notes_and_documents_of_every_category_it_should():
    kinds = set(Note.objects.values_list("category", flat=True))
    assert kinds == {str(category) for category in Sort}
    documents = Document.objects.all()
    assert {one.content_type.rpartition(".")[2] for one in documents} == {
        "application/pdf",
        "image/png",
        "document",
    }
    assert {"health", "social_care"} <= {one.category for one in documents}


def test_says_nothing_in_braces_and_nothing_in_latin():
    texts = [
        *Note.objects.values_list("text", flat=True),
        *NeedsAssessment.objects.values_list("reasons", flat=True),
        *Advice.objects.values_list("summary", flat=True),
    ]
    assert not [text for text in texts if "{" in text or "lorem" in text.lower()]


def test_nothing_happens_in_the_future_and_history_has_its_own_days():
    assert not Act.objects.filter(happened_on__gt=TODAY).exists()
    days = set(Act.objects.values_list("at__date", flat=True))
    assert len(days) > 200


def test_hands_over_work_and_promises_targets():
    assert Deadline.objects.filter(target_on__isnull=False).count() == 2
    given = Act.objects.filter(act="casework.case_assign").exclude(facts__handover="")
    assert given.count() == 2


def test_everybody_listed_can_sign_in_and_every_role_is_listed(client):
    lines = command("demo", sign_ins=True).splitlines()
    assert lines[-1] == f"Password of all: {PASSWORD}"
    assert len(lines) == len(ROLES) + 1
    for line, role in zip(lines, ROLES.values(), strict=False):
        email = line.split()[0]
        assert f"{role.name}: " in line
        assert User.objects.get(email=email).role_keys == [role.key]
        assert client.login(email=email, password=PASSWORD), email


def test_a_second_load_changes_nothing():
    before = Act.objects.count(), Child.objects.count()
    assert "loaded already" in command("demo")
    assert command("demo", if_empty=True) == ""
    assert (Act.objects.count(), Child.objects.count()) == before


def test_a_second_load_sets_the_password_that_is_wanted(client, monkeypatch):
    monkeypatch.setenv("SENDHUB_DEMO_PASSWORD", "three pears on a wall")
    assert "new password" in command("demo", if_empty=True)
    assert client.login(email="auditor@example.org", password="three pears on a wall")
    assert "three pears on a wall" in command("demo", sign_ins=True)


def test_does_not_print_a_password_that_no_longer_opens():
    auditor = User.objects.get(email="auditor@example.org")
    auditor.set_password("something else")
    auditor.save()
    assert PASSWORD not in command("demo", sign_ins=True)


def test_the_database_is_marked():
    assert Partnership.objects.get().demonstration


def test_has_letters_of_many_kinds_posted_and_waiting():
    kinds = set(Letter.objects.values_list("kind", flat=True))
    assert kinds >= {"ehc_acknowledgement", "ehc_assess", "ehc_issue", "ehc_final"}
    states = Counter(Delivery.objects.values_list("state", flat=True))
    assert states["sent"] > states["queued"] > 0


def test_has_the_hubs_since_september_2021_some_years_full_some_not():
    assert Hub.objects.count() == 6
    assert Hub.objects.filter(opens_on=date(2021, 9, 1)).count() == 4
    there = HubPlace.objects.standing()
    assert there.filter(starts_on__year=2021).exists()
    assert there.filter(from_host=True).exists()
    today = HubDay.objects.filter(day=TODAY)
    assert today.filter(taken=F("places")).count() == 1
    assert today.filter(taken__lt=F("places")).count() == 5
    assert set(Destination.objects.values_list("point", flat=True)) == set(Point)


def test_has_a_waiting_list_for_the_full_hub_and_referrals_that_ended():
    full = HubDay.objects.get(day=TODAY, taken=F("places")).hub
    assert len(in_order(full, today=TODAY)) == 3
    standings = set(Referral.objects.values_list("standing", flat=True))
    assert standings == set(HubStanding)
