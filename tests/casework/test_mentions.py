"""Telling colleagues of a note: it stands in their lists until they have seen it."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework.models import Note, Task
from tests import build
from tests.casework.test_note_add import GOOD
from tests.conftest import TODAY
from tests.pages import errors, press

pytestmark = pytest.mark.django_db


def url_of(case):
    return reverse("casework:note-add", args=[case.pk])


@pytest.fixture
def mair(case):
    return build.user("caseworker", name="Mair Rees", team=case.team)


def test_puts_the_note_into_the_list_of_each(signed_in, case, mair):
    pat = build.user("caseworker", name="Pat Teamless")
    client = signed_in(case.officer)
    press(client, url_of(case), **GOOD, tell=[mair], tell_also=pat)
    note = Note.objects.get()
    told = Task.objects.order_by("pk")
    assert [(t.given_to, t.note, t.due_on) for t in told] == [
        (mair, note, TODAY),
        (pat, note, TODAY),
    ]
    act = Act.objects.get(act="casework.note_add")
    assert act.sentence == (
        "Call noted with Mrs Osei (mother), for Mair Rees and Pat Teamless to see"
    )


def test_somebody_ticked_and_chosen_is_told_once(signed_in, case, mair):
    press(signed_in(case.officer), url_of(case), **GOOD, tell=[mair], tell_also=mair)
    assert Task.objects.get().given_to == mair


def test_offers_the_team_to_tick_and_everybody_to_choose(signed_in, case, mair):
    build.user("caseworker", name="Pat Teamless")
    build.user("auditor", name="Ade Auditor")
    form = signed_in(case.officer).get(url_of(case)).context["form"]
    ticked = [label for _, label in form.fields["tell"].choices]
    chosen = [label for _, label in form.fields["tell_also"].choices]
    assert ticked == ["Mair Rees"]
    assert {"Mair Rees", "Pat Teamless"} <= set(chosen)
    assert not {"Ade Auditor", "Nia Prosser"} & {*ticked, *chosen}


def test_leaves_the_question_out_where_nobody_is_in_the_team(signed_in):
    page = signed_in("caseworker").get(url_of(build.case()))
    assert "Tell these colleagues" not in page.content.decode()
    assert "Tell somebody else" in page.content.decode()


def test_tells_nobody_who_may_not_read_it(signed_in, case):
    owen = build.user("hub_coordinator", name="Owen Maddox")
    facts = {**GOOD, "category": "health", "tell_also": owen}
    answer = press(signed_in(case.officer), url_of(case), **facts)
    assert errors(answer)["tell"] == ["Owen Maddox may not read health notes."]
    assert not Note.objects.exists()


def test_tells_nobody_who_may_not_open_the_case(signed_in, mair):
    manager = build.user("team_manager")
    case = build.case(child_=build.restricted_child(named=[manager]))
    answer = press(signed_in(manager), url_of(case), **GOOD, tell_also=mair)
    assert errors(answer)["tell"] == ["Mair Rees may not open this case."]
    assert not Note.objects.exists()


def test_a_person_who_cannot_be_told_is_named_beside_the_field(signed_in, case):
    for field, words in (("tell", "One of them"), ("tell_also", "This person")):
        value = [10**12] if field == "tell" else 10**12
        answer = press(signed_in(case.officer), url_of(case), **GOOD, **{field: value})
        assert words in errors(answer)[field][0]
