"""A restricted child called Canary sings to nobody who is not named on her.

Every page without a number in its address, its export, every way to search, the lists
of Django admin, and the pages of her school and of a child who shares her mother are
read by somebody of each role, who is the officer of her cases besides. Nothing of hers
may stand there, and lists and counts read as if she were not there.

A new page is read as it opens; name in `ASKED` what else it can be asked.
"""

from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote_plus, urlencode

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.accounts.permissions import Permission
from sendhub.accounts.roles import RoleKey
from sendhub.casework.models import Case, Cover
from sendhub.casework.rules import Lateness, Whose
from sendhub.core import clock
from sendhub.ehcps.rules import Stage
from sendhub.people import actions as people
from sendhub.people.models import Child
from sendhub.schools.models import Setting
from tests import build
from tests.architecture import subjects
from tests.pages import seen

pytestmark = pytest.mark.django_db

PAGES = sorted(page for page, numbers in subjects.PATTERNS.items() if not numbers)
ASKED: dict[str, list[dict[str, str]]] = {
    "casework:work-list": [
        *({"whose": pile} for pile in Whose.values),
        *({"whose": "everyone", "late": when} for when in Lateness.values),
        {"whose": "everyone", "child": "canary"},
        {"whose": "everyone", "kind": "task"},
    ],
    "casework:case-list": [{"child": "canary"}, {"officer": "nobody"}],
    "casework:cases-assign": [{"which": "all"}],
    "ehcps:request-list": [{"stage": "any"}, {"overdue": "on"}, {"name": "canary"}],
    "ehcps:plan-list": [{"standing": "any"}, {"name": "canary"}],
    "letters:outbox": [{"show": "post"}],
    "letters:batch-make": [{"from": "ehc-requests", "all": "1", "stage": "any"}],
    "people:child-search": [
        {"q": typed}
        for typed in ("canary", "songbird cana", "canery", "3/2/2011", "HR9 7ZZ")
    ]
    + [{"q": typed, "as": "list"} for typed in ("canary", "cnaary sognbird", "HR9")],
    "schools:setting-list": [{"q": "Aviary"}],
}
# They say how many there are and name nobody.
ONLY_COUNT = {"schools:setting-list", "letters:batch-make"}
NUMBERS = {"upn": "B884201700217", "uln": "1000000000", "nhs_number": "4857773457"}
BESIDE = ("people:child-page", "people:child-contacts", "people:child-chronology")
HERS = (
    *("Canary", "Songbird", "Warbler", "3 Feb 2011", "3 February 2011", "2011-02-03"),
    *NUMBERS.values(),
    *("B884 2017 00217", "485 777 3457", "HR9 7ZZ", "1 Perch Lane"),
    *("Sang all day.", "Feather report", "feathers.pdf", "Told the vet", "Dr Polly"),
)


class Around(NamedTuple):
    """What was there before she came: her reader, her school, who shares her mother."""

    reader: User
    school: Setting
    other: Child
    manager: User


def number_cases_from(first: int) -> None:
    """Number no case as an example does: the search names EHC-000042 to everybody."""
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER SEQUENCE casework_case_id_seq RESTART WITH {first}")


@pytest.fixture
def around(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Around]:
    """Make what is there before: one person of each role, and one school for all."""
    number_cases_from(900_001)
    build.letters.who_helps()
    team = build.team()
    people_of = {role: build.user(role, team=team) for role in RoleKey}
    manager = build.user(RoleKey.SERVICE_MANAGER)
    school = build.setting("Aviary School")
    for part in (build, build.casework, build.ehcps, build.letters, build.people):
        known = {"user": lambda role="caseworker": people_of[role]}
        for name, there in (known | {"setting": lambda: school}).items():
            if hasattr(part, name):
                monkeypatch.setattr(part, name, there)

    def make(role: str) -> Around:
        other = build.child(given_names="Sparrow", born_on=date(2014, 2, 3))
        build.contact(other, name="Jenny Wren")
        give([build.case(child_=other)], people_of[RoleKey(role)])
        Cover.objects.create(
            officer=manager,
            covered_by=people_of[RoleKey(role)],
            starts_on=date(2026, 11, 1),
            ends_on=date(2026, 12, 1),
            set_by=manager,
        )
        return Around(people_of[RoleKey(role)], school, other, manager)

    return make


def give(cases: list[Case], reader: User) -> None:
    """Make somebody the officer, whether or not the role works on cases."""
    there = Case.objects.filter(pk__in=[case.pk for case in cases])
    there.update(officer=reader, team=reader.team, assigned_at=clock.now())


def let_in(there: Around) -> list[Child]:
    """Record her with a plan, and her sister of the same name with a request."""
    made = []
    named: dict[str, Any] = {"given_names": "Canary", "born_on": date(2011, 2, 3)}
    for more in ({"family_name": "Songbird"} | NUMBERS, {"family_name": "Warbler"}):
        child = build.child(**(named | more))
        build.address(child, lines="1 Perch Lane", postcode="HR9 7ZZ")
        build.contact(child, adult=there.other.contacts.get().adult)
        build.status(child)
        build.attendance(child, there.school)
        build.involvement(child, kind="speech", name="Dr Polly")
        made.append(child)
    plan = build.plan(child_=made[0])
    asked = build.assessment(
        child_=made[1], stage=Stage.ASSESSING, received_on=date(2026, 7, 1)
    )
    build.advice(assessment_=asked)
    build.note(case_=plan.case, text="Sang all day.")
    build.note(case_=plan.case, text="Sang again.", tell=[build.user("caseworker")])
    build.task(case_=plan.case, what="Told the vet", given_to=build.user("caseworker"))
    build.letter(case_=plan.case)
    build.document(case_=plan.case, title="Feather report", filename="feathers.pdf")
    for due_on in (date(2026, 11, 1), date(2026, 11, 25), date(2026, 12, 25)):
        build.deadline(case_=plan.case, title="Told the vet", due_on=due_on)
    nobodys = build.case(child_=made[0], service="hub")
    build.deadline(case_=nobodys, title="Told the vet")
    give([plan.case], there.reader)
    give([asked.case], there.manager)
    return made


def restrict(children: list[Child], by: User) -> None:
    """Name nobody on them but the manager, who is none of the readers."""
    for child in children:
        people.child_restrict(child=child, named=[], reason="A relative", by=by)


def addresses() -> list[str]:
    """Every page without a number, each way to ask it, on screen and exported."""
    found = []
    for page in PAGES:
        for asked in [{}, *ASKED.get(page, [])]:
            for query in (asked, {**asked, "format": "csv"}):
                found.append(f"{reverse(page)}?{urlencode(query)}")
    return found


def beside(there: Around) -> list[str]:
    """Pages of the child who shares her mother, and of her school."""
    pages = [reverse(page, args=[there.other.pk]) for page in BESIDE]
    return [*pages, reverse("schools:setting-page", args=[there.school.pk])]


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def read(client: Client, url: str) -> Any:
    """A page's answer, a streamed one read to its end."""
    answer: Any = client.get(url)
    if answer.streaming:
        answer.whole = b"".join(answer.streaming_content)
    else:
        answer.whole = answer.content
    return answer


def words_of(answer: Any) -> str:
    """What a person reads: a page's text, or the lines of an export."""
    return answer.whole.decode() if answer.streaming else seen(answer)


def given_away(answer: Any, children: list[Child], *, typed: str = "") -> list[str]:
    """What of hers stands in an answer, addresses and all, but for what was typed."""
    text = unquote_plus(unescape(answer.whole.decode(errors="replace")))
    for word in filter(None, [typed, typed.replace(" ", "")]):
        text = text.replace(word, "")
    cases = Case.objects.filter(child__in=children)
    facts = [
        *HERS,
        *(case.reference for case in cases),
        *(f'"{case.get_absolute_url()}' for case in cases),
        *(f'"{child.get_absolute_url()}' for child in children),
    ]
    return [fact for fact in facts if fact != typed and fact in text]


def told_by(answer: Any, children: list[Child]) -> tuple[int, str, list[str]]:
    """All that a page says; of hers it may hold what was typed to ask for it."""
    return answer.status_code, words_of(answer), given_away(answer, children)


@pytest.mark.parametrize("role", RoleKey)
def test_every_list_and_export_reads_as_if_she_were_not_there(
    role: str, around: Callable[[str], Around]
) -> None:
    there = around(role)
    client = client_of(there.reader)
    before = {url: told_by(read(client, url), []) for url in addresses()}
    children = let_in(there)
    restrict(children, there.manager)

    for url, told in before.items():
        assert told_by(read(client, url), children) == told, url


@pytest.mark.parametrize("role", RoleKey)
def test_a_search_by_number_says_at_most_that_a_record_is_restricted(
    role: str, around: Callable[[str], Around]
) -> None:
    there = around(role)
    children = let_in(there)
    restrict(children, there.manager)
    client = client_of(there.reader)
    told = there.reader.may(Permission.CHILDREN_ALL)
    told = told and there.reader.may(Permission.CHILD_VIEW)

    for typed in (*NUMBERS.values(), "485 777 3457"):
        url = f"{reverse('people:child-search')}?{urlencode({'q': typed})}"
        answer = read(client, url)
        assert given_away(answer, children, typed=typed) == [], url
        assert ("A restricted record matches" in words_of(answer)) is told
    for case in Case.objects.filter(child__in=children):
        url = f"{reverse('people:child-search')}?{urlencode({'q': case.reference})}"
        answer = read(client, url)
        assert given_away(answer, children, typed=case.reference) == [], url
        assert "A restricted record matches" not in words_of(answer)


@pytest.mark.parametrize("role", RoleKey)
def test_pages_beside_her_and_in_admin_do_not_name_her(
    role: str, around: Callable[[str], Around]
) -> None:
    there = around(role)
    client = client_of(there.reader)
    before = {url: told_by(read(client, url), []) for url in beside(there)}
    children = let_in(there)
    restrict(children, there.manager)
    lists = [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
        for model in (admin.site._registry if there.reader.is_staff else ())
    ]
    asked = ["", *NUMBERS.values(), *(str(child.pk) for child in children)]

    for url, told in before.items():
        assert told_by(read(client, url), children) == told, url
    for url in lists:
        for typed in asked:
            answer = read(client, f"{url}?{urlencode({'q': typed})}")
            assert given_away(answer, children, typed=typed) == [], (url, typed)


@pytest.mark.parametrize("role", RoleKey)
def test_who_asks_for_her_and_breaks_the_glass_is_told_without_her(
    role: str, around: Callable[[str], Around]
) -> None:
    there = around(role)
    children = let_in(there)
    restrict(children, there.manager)
    stranger = User.objects.create(email="stranger@example.org", name="Stranger")
    stranger.groups.add(Group.objects.get(name=RoleKey.CASEWORKER))
    for child, by in ((children[0], stranger), (children[1], there.reader)):
        people.access_ask(child=child, reason="Somebody asks about her.", by=by)
    glass = people.glass_break(
        child=children[0], reason="Somebody asks about her.", by=stranger
    )
    client = client_of(there.reader)
    reviewing = [
        f"{reverse('people:glass-list')}?state=all",
        f"{reverse('people:glass-list')}?state=all&format=csv",
        reverse("people:glass-review", args=[glass.pk]),
        reverse("people:access-revoke", args=[glass.pk]),
    ]

    pages = [reverse(page) + end for page in PAGES for end in ("", "?format=csv")]
    for url in [*pages, *reviewing]:
        assert given_away(read(client, url), children) == [], url

    them = client_of(stranger)
    assert them.get(children[0].get_absolute_url()).status_code == 200
    assert them.get(children[1].get_absolute_url()).status_code == 404


def test_she_would_be_heard_were_she_not_restricted(
    around: Callable[[str], Around],
) -> None:
    """Else silence would prove nothing."""
    there = around("service_manager")
    client = client_of(there.reader)
    school = there.school.get_absolute_url()
    before = told_by(read(client, school), [])
    children = let_in(there)

    heard = {url for url in addresses() if given_away(read(client, url), children)}

    for page in ASKED:
        if page in ONLY_COUNT:
            continue
        for asked in ASKED[page]:
            assert f"{reverse(page)}?{urlencode(asked)}" in heard
    for page in ("casework:work-list", "ehcps:request-list", "ehcps:plan-list"):
        assert any(url.startswith(reverse(page)) and "csv" in url for url in heard)
    assert told_by(read(client, school), children) != before
