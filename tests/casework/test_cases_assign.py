"""Giving many cases to other officers: casework:cases-assign, and its report."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions, rules
from sendhub.casework.actions.handover import Chosen
from sendhub.casework.models import Case, Handover, Reassignment, Task
from tests import build
from tests.pages import errors, held, opened, press, seen

pytestmark = pytest.mark.django_db

URL = reverse("casework:cases-assign")
LIST = reverse("casework:case-list")
WORDS = "She leaves on Friday. Every family has been told."


@pytest.fixture
def nia():
    return build.user("caseworker", name="Nia Prosser", team=build.team("North"))


@pytest.fixture
def sam():
    return build.user("caseworker", name="Sam Okafor", team=build.team("South"))


@pytest.fixture
def mair():
    return build.user("caseworker", name="Mair Rees")


def cases_of(officer, *families):
    return [
        build.case(child_=build.child(family_name=family), officer=officer)
        for family in families
    ]


def ticked(*cases):
    return URL + "?which=ticked" + "".join(f"&case={case.pk}" for case in cases)


def give(client, url, **answers):
    """Look at it first, as the page asks; then press again."""
    looked = press(client, url, **answers)
    if looked.context["form"].errors:
        return looked
    return client.post(url, held_of(looked))


def held_of(answer):
    """What the page sends when the button is pressed again."""
    form = answer.context["form"]
    sent = {name: form.data.getlist(name) for name in form.data}
    return {**sent, "once": form["once"].value()}


@pytest.mark.parametrize(
    ("number", "among", "shares"),
    [
        (0, "AB", ""),
        (1, "AB", "A"),
        (4, "A", "AAAA"),
        (5, "AB", "AAABB"),
        (8, "ABC", "AAABBBCC"),
        (2, "ABC", "AB"),
    ],
)
def test_shares_out_evenly_and_keeps_neighbours_together(number, among, shares):
    assert "".join(rules.share_out(number, among)) == shares


def test_shows_who_would_get_which_before_anything_is_done(signed_in, nia, sam, mair):
    cases = cases_of(nia, "Abel", "Baker", "Cole")
    client = signed_in("team_manager")
    page = press(client, ticked(*cases), officers=[sam, mair], handover=WORDS)
    text = seen(page)
    assert "Mair Rees : 2 cases, Abel to Baker" in text
    assert "Sam Okafor : 1 case" in text
    assert "Give 3 cases" in page.content.decode()
    assert not Reassignment.objects.exists()
    assert set(Case.objects.values_list("officer", flat=True)) == {nia.pk}


def test_gives_them_and_reports(signed_in, nia, sam, mair):
    cases = cases_of(nia, "Abel", "Baker", "Cole")
    deadline = build.deadline(case_=cases[2])
    client = signed_in("team_manager")
    answer = give(client, ticked(*cases), officers=[sam, mair], handover=WORDS)
    batch = Reassignment.objects.get()
    assert (answer.status_code, answer.url) == (302, batch.get_absolute_url())
    officers = [Case.objects.get(pk=case.pk).officer for case in cases]
    assert officers == [mair, mair, sam]
    teams = [Case.objects.get(pk=case.pk).team for case in cases]
    assert teams == [nia.team, nia.team, sam.team]
    deadline.refresh_from_db()
    assert (deadline.officer, deadline.team) == (sam, sam.team)
    text = seen(client.get(answer.url))
    for words in ("Mair Rees : 2 cases", "Sam Okafor : 1 case", WORDS, "Not yet"):
        assert words in text, words
    acts = Act.objects.filter(act="casework.cases_assign").order_by("pk")
    assert [act.case_id for act in acts] == [case.pk for case in cases]
    assert acts[2].sentence == f"Case given to Sam Okafor and moved to South. {WORDS}"


def test_says_more_about_single_children(signed_in, nia, sam):
    first, second = cases_of(nia, "Abel", "Baker")
    more = {f"more_{second.pk}": "Ring the mother first."}
    url = ticked(first, second)
    give(signed_in("team_manager"), url, officers=[sam], handover=WORDS, **more)
    said = {one.case_id: one.words for one in Handover.objects.all()}
    assert said == {first.pk: WORDS, second.pk: f"{WORDS}\n\nRing the mother first."}


def test_gives_all_that_a_list_shows(signed_in, nia, sam, mair):
    cases_of(nia, "Abel", "Baker")
    others = cases_of(mair, "Cole")
    client = signed_in("team_manager")
    url = f"{URL}?which=all&officer={nia.pk}"
    assert "2 cases." in seen(client.get(url))
    give(client, url, officers=[sam], handover=WORDS)
    assert Case.objects.filter(officer=sam).count() == 2
    assert Case.objects.get(pk=others[0].pk).officer == mair


@pytest.mark.parametrize("asked", ["officer", "team", "service", "given"])
def test_a_filter_that_the_list_does_not_have_gives_nothing_away(signed_in, nia, asked):
    cases_of(nia, "Abel")
    answer = signed_in("team_manager").get(f"{URL}?which=all&{asked}=nonsense")
    assert answer.context["number"] == 0


def test_says_what_it_skips_and_why(signed_in, nia, sam):
    manager = build.user("team_manager")
    [theirs] = cases_of(sam, "Abel")
    [hers] = cases_of(nia, "Baker")
    hidden = build.case(child_=build.restricted_child(named=[nia, manager]))
    hub = build.case(service="placements")
    client = signed_in(manager)
    url = ticked(theirs, hers, hidden, hub)
    page = press(client, url, officers=[sam], handover=WORDS)
    text = seen(page)
    assert "What stays as it is (2)" in text
    assert "Sam Okafor has it already." in text
    assert "The record is restricted and Sam Okafor is not named on it." in text
    answer = client.post(url, held_of(page))
    report = seen(client.get(answer.url))
    assert "Skipped (2)" in report
    assert "Sam Okafor has it already." in report
    hidden.refresh_from_db()
    assert hidden.officer is None
    other = seen(signed_in("team_manager").get(answer.url))
    assert hidden.reference not in other
    assert hidden.child.family_name not in other


def test_leaves_what_another_manager_gave_away_meanwhile(signed_in, nia, sam, mair):
    cases = cases_of(nia, "Abel", "Baker")
    first, second = signed_in("team_manager"), signed_in("team_manager")
    page = press(first, ticked(*cases), officers=[sam], handover=WORDS)
    give(second, ticked(cases[0]), officers=[mair], handover="Mine.")
    answer = first.post(ticked(*cases), held_of(page))
    shown = seen(answer)
    assert "It was given to Mair Rees while you had the page open." in seen(
        first.get(answer.url)
    ), shown
    assert [Case.objects.get(pk=case.pk).officer for case in cases] == [mair, sam]


def test_none_that_can_be_given_is_refused(signed_in, nia, sam, mair):
    cases = cases_of(nia, "Abel")
    client = signed_in("team_manager")
    page = press(client, ticked(*cases), officers=[sam], handover=WORDS)
    give(signed_in("team_manager"), ticked(*cases), officers=[mair], handover="Mine.")
    answer = client.post(ticked(*cases), held_of(page))
    assert "None of these cases can be given." in errors(answer)["__all__"][0]
    assert WORDS in answer.content.decode()


def test_looks_again_when_other_officers_are_chosen(signed_in, nia, sam, mair):
    cases = cases_of(nia, "Abel")
    client = signed_in("team_manager")
    page = press(client, ticked(*cases), officers=[sam], handover=WORDS)
    changed = {**held_of(page), "officers": [mair.pk]}
    again = client.post(ticked(*cases), changed)
    assert again.status_code == 200
    assert "Mair Rees : 1 case" in seen(again)
    assert client.post(ticked(*cases), held_of(again)).status_code == 302
    assert Case.objects.get().officer == mair


@pytest.mark.parametrize(
    ("wrong", "field", "words"),
    [
        ({"officers": []}, "officers", "Choose who takes them."),
        ({"officers": [10**12]}, "officers", "One of them cannot take cases."),
        ({"handover": " \n"}, "handover", "Write what the new officers must know."),
        ({"handover": "x" * 5001}, "handover", "5,000 characters or fewer"),
        ({"cases": ""}, "cases", "Tick some cases in the list first."),
        ({"cases": "x-1"}, "cases", "Tick the cases in the list again."),
        ({"cases": f"{10**20}-1"}, "cases", "Tick the cases in the list again."),
    ],
)
def test_says_what_is_wrong_and_keeps_the_rest(
    signed_in, nia, sam, wrong, field, words
):
    url = ticked(*cases_of(nia, "Abel"))
    facts = {"officers": [sam], "handover": WORDS, **wrong}
    answer = press(signed_in("team_manager"), url, **facts)
    assert words in errors(answer)[field][0]
    assert "officers" in wrong or f'value="{sam.pk}"' in answer.content.decode()
    assert not Reassignment.objects.exists()


def test_offers_only_who_works_on_cases(signed_in, nia, sam):
    build.user("auditor", name="Ade Auditor")
    build.user("caseworker", name="Gone Away", is_active=False)
    form = signed_in("team_manager").get(ticked(*cases_of(nia, "Abel"))).context["form"]
    names = {label for _, label in form.fields["officers"].choices}
    assert {"Nia Prosser", "Sam Okafor"} <= names
    assert not {"Ade Auditor", "Gone Away"} & names


def test_the_former_officers_tasks_go_along_and_others_stay(signed_in, nia, sam, mair):
    [case] = cases_of(nia, "Abel")
    own = build.task(case_=case, given_to=nia)
    others = build.task(case_=case, given_to=mair)
    build.note(case_=case, tell=[nia])
    give(signed_in("team_manager"), ticked(case), officers=[sam], handover=WORDS)
    own.refresh_from_db()
    others.refresh_from_db()
    assert (own.given_to, others.given_to) == (sam, mair)
    assert Task.objects.get(note__isnull=False).given_to == nia


def test_a_double_click_gives_them_once(signed_in, nia, sam):
    client = signed_in("team_manager")
    url = ticked(*cases_of(nia, "Abel", "Baker"))
    page = press(client, url, officers=[sam], handover=WORDS)
    sent = held_of(page)
    answers = [client.post(url, sent) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    assert Reassignment.objects.count() == 1


def test_too_many_at_once_are_refused_and_none_are_noticed(signed_in, nia, monkeypatch):
    client = signed_in("team_manager")
    assert "No case was ticked." in seen(client.get(URL))
    monkeypatch.setattr("sendhub.casework.caselist.MOST", 1)
    cases_of(nia, "Abel", "Baker")
    assert "too many for one go" in seen(client.get(f"{URL}?which=all"))


def test_a_case_out_of_sight_is_not_chosen(signed_in, nia, sam):
    hidden = build.case(child_=build.restricted_child(named=[nia]), officer=nia)
    client = signed_in("team_manager")
    assert "No case was ticked." in seen(client.get(ticked(hidden)))
    [case] = cases_of(nia, "Abel")
    facts = {"cases": f"{case.pk}-{nia.pk} {hidden.pk}-{nia.pk}"}
    give(client, ticked(case), officers=[sam], handover=WORDS, **facts)
    hidden.refresh_from_db()
    assert hidden.officer == nia


def test_asks_no_more_for_more_cases(signed_in, queries_stay_flat, nia):
    for grow in (lambda: cases_of(nia, "Abel"),):
        queries_stay_flat(
            signed_in("team_manager"), f"{URL}?which=all&officer={nia.pk}", grow
        )


def test_giving_more_asks_no_more(nia, sam):
    manager = build.user("team_manager")
    chosen = [
        [Chosen(case.pk, nia.pk) for case in cases_of(nia, *names)]
        for names in (["Abel"], ["Baker", "Cole"], ["Dale", "East", "Ford", "Gale"])
    ]
    asked = []
    for cases in chosen:
        with CaptureQueriesContext(connection) as queries:
            actions.cases_assign(
                cases=cases, officers=[sam], handover=WORDS, more={}, by=manager
            )
        asked.append(len(queries))
    assert asked[1] == asked[2]  # the first learns what everybody may
    assert Act.objects.filter(act="casework.cases_assign").count() == 7


def test_the_report_asks_no_more_for_more_cases(signed_in, queries_stay_flat, nia, sam):
    manager = signed_in("team_manager")
    cases = cases_of(nia, "Abel", "Baker")
    give(manager, ticked(*cases), officers=[sam], handover=WORDS)
    batch = Reassignment.objects.get()

    def grow():
        Handover.objects.create(
            case=build.case(),
            reassignment=batch,
            words=WORDS,
            given_to=sam,
            written_by=manager.user,
        )

    queries_stay_flat(manager, batch.get_absolute_url(), grow)


def test_the_second_step_survives_a_page_that_is_opened_anew(signed_in, nia):
    client = signed_in("team_manager")
    url = ticked(*cases_of(nia, "Abel"))
    assert opened(client, url)["cases"] == held(client.get(url))["cases"]
