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
from sendhub.letters.models import Delivery, Letter
from sendhub.people import actions as people
from tests import build
from tests.letters.conftest import template
from tests.pages import errors, held, opened, press, seen

pytestmark = pytest.mark.django_db


def url_of(case, name="We have your request"):
    url = reverse("letters:letter-make", args=[case.pk])
    return f"{url}?template={template(name).pk}"


def make(client, case, name="We have your request", **answers):
    return press(client, url_of(case, name), **answers)


def test_the_templates_of_the_service_are_offered(signed_in, case):
    shown = seen(signed_in("caseworker").get(f"/letters/cases/{case.pk}/write/"))
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


def test_each_parent_has_a_letter_of_their_own(signed_in, case):
    father = build.contact(
        case.child, relationship="father", name="Tom Osei", lives_with_child=False
    )
    people.adult_address_change(
        adult=father.adult,
        child=case.child,
        lines="9 Mill Lane",
        town="Ross",
        postcode="HR9 7ZZ",
        starts_on=date(2026, 1, 1),
        by=build.user("caseworker"),
    )
    make(signed_in("caseworker"), case)
    to = {letter.to_name: letter.sheet["to"][-1] for letter in Letter.objects.all()}
    assert to == {"Ceri Parent": "HR6 8BS", "Tom Osei": "HR9 7ZZ"}


def test_only_those_ticked_are_written_to(signed_in, case):
    build.contact(case.child, relationship="father", name="Tom Osei")
    mother = case.child.contacts.get(relationship="mother")
    make(signed_in("caseworker"), case, to=[f"contact-{mother.pk}"])
    assert [letter.to_name for letter in Letter.objects.all()] == ["Ceri Parent"]


def test_the_next_day_of_compulsory_school_age_the_young_person_is_written_to(
    signed_in, case
):
    mother = case.child.contacts.get()
    mother.copy_agreed = True
    mother.save()
    case.child.born_on = date(2009, 5, 5)
    case.child.save()
    page = opened(signed_in("caseworker"), url_of(case, "General letter"))
    make(signed_in("caseworker"), case, name="General letter", body="Come and see us.")
    letters = {one.part: one for one in Letter.objects.all()}
    assert letters["holder"].to_name == "Amara Osei"
    assert letters["copy"].to_name == "Ceri Parent"
    assert "letter that we have sent to Amara Osei" in letters["copy"].sheet["copy"]
    assert "About Amara Osei" in page["subject"]


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


def test_nobody_to_write_to_is_a_sentence_and_no_letter(signed_in):
    case = build.assessment().case
    answer = signed_in("caseworker").get(url_of(case))
    assert "no contact with parental responsibility is recorded" in seen(answer)
    assert reverse("people:child-contacts", args=[case.child_id]) in (
        answer.content.decode()
    )
    assert "Make the letter" not in answer.content.decode()


def test_do_not_contact_is_heeded(signed_in, case):
    mother = case.child.contacts.get()
    mother.do_not_contact, mother.do_not_contact_reason = True, "She asked us not to"
    mother.save()
    assert "Nobody can be written to" in seen(signed_in("caseworker").get(url_of(case)))


def test_no_address_is_a_sentence(signed_in):
    case = build.assessment().case
    build.contact(case.child, name="Ceri Parent")
    shown = seen(signed_in("caseworker").get(url_of(case)))
    assert "No address is recorded for Ceri Parent." in shown


def test_a_letter_that_does_not_fit_says_why(signed_in, case):
    shown = seen(signed_in("caseworker").get(url_of(case, "The final plan")))
    assert "No plan was issued." in shown


def test_after_a_death_nobody_is_written_to_and_what_waits_stays(signed_in, case):
    letter = build.letter(case_=case)
    by = build.user("service_manager")
    people.child_died(child=case.child, died_on=date(2026, 11, 18), by=by)
    delivery = letter.deliveries.get()
    assert (delivery.state, delivery.reason) == ("failed", "The child has died.")
    shown = seen(signed_in("caseworker").get(url_of(case, "General letter")))
    assert "The child has died: nobody is written to." in shown


def test_a_withheld_address_is_never_taken_nor_let_through(signed_in, case):
    """Her address is kept from the father, who has none of his own."""
    father = build.contact(
        case.child, relationship="father", name="Tom Osei", lives_with_child=False
    )
    build.withholding(father)
    father.lives_with_child = True  # as old data may have it
    father.save()
    answer = signed_in("caseworker").get(url_of(case, "General letter"))
    assert "No address is recorded for Tom Osei." in seen(answer)
    assert len(answer.context["form"].fields["to"].choices) == 1


def test_a_text_that_gives_a_withheld_address_away_is_refused(signed_in, case):
    father = build.contact(
        case.child, relationship="father", name="Tom Osei", lives_with_child=False
    )
    people.adult_address_change(
        adult=father.adult,
        child=case.child,
        lines="9 Mill Lane",
        town="Ross",
        postcode="HR9 7ZZ",
        starts_on=date(2026, 1, 1),
        by=build.user("caseworker"),
    )
    build.withholding(father)
    build.withholding(father, about=case.child.contacts.get(relationship="mother"))
    client = signed_in("caseworker")
    for body, told in (
        ("She moved to hr68bs.", "HR6 8BS"),
        ("At 1 Broad  Street.", "1 Broad Street"),
        ("With Ceri Parent.", "Ceri Parent"),
    ):
        answer = make(client, case, name="General letter", body=body)
        [said] = errors(answer)["body"]
        assert said.startswith(f"“{told}” is withheld from Tom Osei.")
    mother = case.child.contacts.get(relationship="mother")
    make(
        client,
        case,
        name="General letter",
        body="At HR6 8BS.",
        to=[f"contact-{mother.pk}"],
    )
    assert Letter.objects.get().to_name == "Ceri Parent"


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


def test_what_was_written_comes_back_if_nobody_can_be_written_to_any_more(
    signed_in, case
):
    client = signed_in("caseworker")
    page = opened(client, url_of(case, "General letter"))
    case.child.contacts.update(do_not_contact=True, do_not_contact_reason="Asked us.")
    answer = press(
        client, url_of(case, "General letter"), hidden=page, body="My own words."
    )
    assert list(errors(answer)) == ["__all__"]
    [said] = errors(answer)["__all__"]
    assert said.startswith("Nobody can be written to")
    assert said.endswith("once that is put right, press the button again.")
    assert "My own words." in seen(answer)
    case.child.contacts.update(do_not_contact=False, do_not_contact_reason="")
    to = f"contact-{case.child.contacts.get().pk}"
    url = url_of(case, "General letter")
    answer = press(client, url, hidden=held(answer), to=[to])
    assert answer.status_code == 302
    assert Letter.objects.get().body == "My own words."


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


def test_large_print_for_the_child_is_large_print_in_the_letter(signed_in, case):
    case.child.accessible_format = "large_print"
    case.child.save()
    make(signed_in("caseworker"), case)
    assert Letter.objects.get().sheet["large"] is True


def test_who_needs_braille_is_said_where_the_letter_is_written(signed_in, case):
    adult = case.child.contacts.get().adult
    adult.accessible_format = "braille"
    adult.save()
    shown = seen(signed_in("caseworker").get(url_of(case)))
    assert "Ceri Parent needs letters in another form: braille." in shown


def test_whoever_prefers_e_mail_has_one_where_that_is_allowed(
    signed_in, case, by_email
):
    adult = case.child.contacts.get().adult
    adult.preferred_method, adult.email = "email", "ceri@example.org"
    adult.save()
    make(signed_in("caseworker"), case)
    delivery = Delivery.objects.get()
    assert (delivery.way, delivery.to_email) == ("email", "ceri@example.org")


def test_without_leave_to_e_mail_everything_goes_by_post(signed_in, case):
    adult = case.child.contacts.get().adult
    adult.preferred_method, adult.email = "email", "ceri@example.org"
    adult.save()
    make(signed_in("caseworker"), case)
    assert Delivery.objects.get().way == "post"


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
