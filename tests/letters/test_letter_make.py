"""Writing a letter: read first, one for each addressee, or a sentence why not."""

from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.casework import actions as casework
from sendhub.core.models import Partnership
from sendhub.ehcps import actions
from sendhub.ehcps.rules import Stage
from sendhub.letters.actions import making
from sendhub.letters.models import Letter
from tests import build
from tests.letters.conftest import make, url_of
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def test_the_templates_of_the_service_are_offered(signed_in, case):
    url = reverse("letters:letter-make", args=[case.pk])
    shown = seen(signed_in("caseworker").get(url))
    assert "We will not assess" in shown
    assert "who-can-help" not in shown


def test_the_letter_is_read_before_it_is_made(signed_in, case):
    page = opened(signed_in("caseworker"), url_of(case))
    assert page["subject"] == "Request for an EHC needs assessment for Amara Osei"
    assert "We will tell you our decision by 13 October 2026." in page["body"]
    assert "01632 960100" in page["body"]
    assert "Nia Prosser" in page["body"]
    assert "{{" not in page["body"]


def test_a_letter_is_made_kept_and_queued_for_the_post(signed_in, case):
    client = signed_in("caseworker")
    answer = make(client, case, body="Our **own** words.")
    assert answer.url == reverse("letters:letter-list", args=[case.pk])
    letter = Letter.objects.get()
    assert (letter.to_name, letter.made_by) == ("Ceri Parent", client.user)
    assert letter.body == "Our **own** words."
    assert letter.sheet["to"] == [
        "Ceri Parent",
        "1 Broad Street",
        "Leominster",
        "HR6 8BS",
    ]
    assert letter.sheet["name"] == "Nia Prosser"
    assert default_storage.exists(letter.pdf.name)
    assert default_storage.exists(letter.word.name)
    assert letter.deliveries.get().state_words == "To print and post"
    [act] = Act.objects.filter(act="letters.letter_make")
    assert act.sentence == f"Letter written to the family: {letter.subject}"
    assert act.case_id == case.pk


@pytest.mark.parametrize(
    ("answers", "field", "said"),
    [
        ({"to": []}, "to", "Choose at least one person."),
        ({"to": ["contact-0"]}, "to", "Whom this letter goes to has changed."),
        ({"subject": ""}, "subject", "Enter the subject."),
        ({"body": ""}, "body", "Enter the text."),
        ({"body": "**a"}, "body", "two stars have no partner"),
        ({"body": "{{ plan.setting }}"}, "body", "Write what “plan.setting” stands"),
        ({"body": "Oh {{"}, "body", "Write what “{{” stands for"),
        ({"subject": "{{ x }}"}, "subject", "Write what “x” stands for"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(signed_in, case, answers, field, said):
    answer = make(signed_in("caseworker"), case, **answers)
    assert said in " ".join(errors(answer)[field])
    assert not Letter.objects.exists()


def test_a_refused_letter_leaves_no_file_behind(signed_in, case, monkeypatch):
    def break_down(letter):
        raise RuntimeError("no more paper")

    monkeypatch.setattr(making, "word", break_down)
    with pytest.raises(RuntimeError):
        make(signed_in("caseworker"), case)
    assert not default_storage.exists("letters") or not [
        file
        for folder in default_storage.listdir("letters")[0]
        for file in default_storage.listdir(f"letters/{folder}")[1]
    ]


def test_a_letter_that_does_not_fit_says_why(signed_in, case):
    shown = seen(signed_in("caseworker").get(url_of(case, "The final plan")))
    assert "No plan was issued." in shown


def test_what_was_written_comes_back_if_the_case_moved_on_meanwhile(signed_in, case):
    client = signed_in("caseworker")
    page = opened(client, url_of(case))
    actions.assessment_decide(
        assessment=case.assessments.get(),
        assess=True,
        told_on=date(2026, 10, 1),
        reasons="",
        by=build.user("team_manager"),
    )
    answer = press(client, url_of(case), hidden=page, body="An hour of my words.")
    [said] = errors(answer)["__all__"]
    assert said.startswith("The request has been decided on. So this letter was not")
    shown = seen(answer)
    assert "An hour of my words." in shown
    assert page["subject"] in answer.content.decode()
    assert "Not recorded on this case" not in shown
    assert not Letter.objects.exists()


LACKING = "Partnership settings: mediation adviser, disagreement resolution service."


def test_a_decision_waits_until_it_can_say_who_helps(signed_in):
    case = build.family_case(stage=Stage.REFUSED, received_on=date(2026, 10, 5))
    client = signed_in("caseworker")
    page = opened(client, url_of(case, "We will not assess"))
    for said in build.WHO_HELPS.values():
        assert said in page["body"]
    Partnership.objects.update(mediation_adviser="", disagreement_service="")
    shown = seen(client.get(url_of(case, "We will not assess")))
    assert LACKING in shown
    assert "Not recorded on this case" not in shown
    assert "Make the letter" not in shown
    answer = press(client, url_of(case, "We will not assess"), hidden=page, body="No.")
    assert LACKING in errors(answer)["__all__"][0]
    assert not Letter.objects.exists()
    make(client, case, name="General letter")
    assert Letter.objects.count() == 1
    shown = seen(signed_in("administrator").get(reverse("letters:template-list")))
    assert LACKING in shown


@pytest.mark.parametrize("role", ["auditor", "data_officer", "hub_school"])
def test_others_may_not(signed_in, case, role):
    assert signed_in(role).get(url_of(case)).status_code == 403


def test_a_case_out_of_sight_is_404(signed_in):
    case = build.case(child_=build.restricted_child())
    assert signed_in("caseworker").get(url_of(case)).status_code == 404


def test_a_double_click_makes_one_letter(signed_in, case):
    client = signed_in("caseworker")
    page = opened(client, url_of(case))
    answers = [press(client, url_of(case), hidden=page) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Letter.objects.count() == 1


def test_the_case_asks_for_the_letter_until_it_is_made(signed_in):
    child = build.child(given_names="Amara", family_name="Osei")
    nia = build.user("caseworker", name="Nia Prosser", team=build.team())
    case = build.family_case(child_=child, received_on=date(2026, 11, 9), officer=nia)
    client = signed_in("caseworker")
    shown = client.get(case.get_absolute_url())
    assert "To be written" in seen(shown)
    assert "Write the letter: acknowledgement of a request" in seen(shown)
    make(client, case)
    shown = seen(client.get(case.get_absolute_url()))
    assert "To be written" not in shown
    assert "Request for an EHC needs assessment for Amara Osei" in shown


def test_a_letter_of_the_same_kind_that_was_made_before_is_shown(signed_in, case):
    client = signed_in("caseworker")
    assert "A letter of this kind was made" not in seen(client.get(url_of(case)))
    make(client, case)
    shown = seen(client.get(url_of(case)))
    assert "A letter of this kind was made on 20 November 2026" in shown


def test_after_a_decision_the_next_step_leads_to_its_letter(signed_in):
    case = build.family_case(stage=Stage.REFUSED, received_on=date(2026, 10, 5))
    client = signed_in("caseworker")
    answer = client.get(case.get_absolute_url())
    step = answer.context["next"]
    assert step.label == "Write the letter: decision not to assess"
    page = opened(client, step.url)
    assert "The school can meet these needs." in page["body"]
    assert "SEND35A" in page["body"]


def test_no_letter_is_asked_for_a_year_later(signed_in):
    case = build.family_case(stage=Stage.REFUSED, received_on=date(2025, 9, 1))
    shown = seen(signed_in("caseworker").get(case.get_absolute_url()))
    assert "To be written" not in shown


def test_a_case_given_away_meanwhile_is_signed_by_its_officer(signed_in, case):
    manager = build.user("team_manager")
    other = build.user("caseworker", name="Osian Pugh", job_title="SEN officer")
    casework.case_assign(case=case, officer=other, handover="All said.", by=manager)
    make(signed_in("caseworker"), case)
    sheet = Letter.objects.get().sheet
    assert (sheet["name"], sheet["title"]) == ("Osian Pugh", "SEN officer")


def test_a_coordinator_of_the_hubs_writes_on_hub_cases_only(signed_in, case):
    client = signed_in("hub_coordinator")
    assert client.get(url_of(case)).status_code == 403
    assert client.get(url_of(build.hubs.referral().case)).status_code == 200


def test_a_caseworker_writes_on_no_hub_case(signed_in):
    hub_case = build.hubs.referral().case
    assert signed_in("caseworker").get(url_of(hub_case)).status_code == 403
