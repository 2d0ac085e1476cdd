"""A template's next version: what was made before keeps what it said."""

import pytest
from django.urls import reverse

from sendhub.letters import standard
from sendhub.letters.actions import standard_load
from sendhub.letters.models import Template, TemplateVersion
from tests import build
from tests.letters.conftest import template
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db


def url_of(name):
    return reverse("letters:template-write", args=[template(name).pk])


def test_a_change_is_a_new_version_and_the_old_one_stays(signed_in):
    client = signed_in("service_manager")
    before = template("We will assess").now
    press(client, url_of("We will assess"), body="We will.", in_use=True)
    now = template("We will assess").now
    assert (now.number, now.body, now.written_by) == (2, "We will.", client.user)
    before.refresh_from_db()
    assert before.body != "We will."
    versions = reverse("letters:template-versions", args=[now.template_id])
    shown = seen(client.get(versions))
    assert "Version 2" in shown
    assert "Version 1" in shown
    assert "came with SENDhub" in shown


def test_letters_made_before_keep_what_they_said(signed_in, case):
    made = build.letter(case_=case)
    press(signed_in("administrator"), url_of("General letter"), body="New.")
    made.refresh_from_db()
    assert made.template_version.number == 1
    assert made.body == "We meet on **Monday**."


def test_what_is_not_offered_cannot_be_chosen(signed_in, case):
    press(signed_in("administrator"), url_of("General letter"), in_use=False)
    shown = seen(signed_in("caseworker").get(f"/letters/cases/{case.pk}/write/"))
    assert "General letter" not in shown
    assert "We have your request" in shown


@pytest.mark.parametrize(
    ("name", "answers", "field", "said"),
    [
        ("We will assess", {"body": "{{ x }}"}, "body", "There is no field “x”."),
        ("We will assess", {"subject": ""}, "subject", "Enter the subject."),
        (
            "rights-plan",
            {"body": "{{ draft.sent_on }}"},
            "body",
            "The letter “The final plan” has this paragraph and no field “draft.",
        ),
        (
            "who-can-help",
            {"in_use": False},
            "in_use",
            "has this paragraph.",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(signed_in, name, answers, field, said):
    answer = press(signed_in("administrator"), url_of(name), **answers)
    assert said in " ".join(errors(answer)[field])
    assert template(name).now.number == 1


@pytest.mark.parametrize("role", ["caseworker", "data_officer", "hub_school"])
def test_others_may_not(signed_in, role):
    assert signed_in(role).get(url_of("We will assess")).status_code == 403


def test_a_template_that_is_not_there_is_404(signed_in):
    url = reverse("letters:template-write", args=[0])
    assert signed_in("administrator").get(url).status_code == 404


def test_a_stale_save_is_told_so_and_keeps_what_was_typed(signed_in):
    first, second = signed_in("administrator"), signed_in("administrator")
    url = url_of("We will assess")
    page = opened(second, url)
    press(first, url, body="First.", in_use=True)
    answer = press(second, url, hidden=page, body="Second.", in_use=True)
    assert "Second." in answer.content.decode()
    assert template("We will assess").now.body == "First."


def test_the_list_shows_templates_and_paragraphs(signed_in):
    shown = seen(signed_in("administrator").get(reverse("letters:template-list")))
    assert "Decision not to assess" in shown
    assert "rights-not-to-assess" in shown


def preview(client, name, **query):
    url = reverse("letters:template-preview", args=[template(name).pk])
    return client.get(url, query)


def test_a_preview_on_a_real_case_fills_in_what_is_recorded(signed_in, case):
    answer = preview(
        signed_in("service_manager"), "We have your request", case=case.reference
    )
    shown = seen(answer)
    assert "1 September 2026" in shown
    assert "13 October 2026" in shown
    assert "Ceri Parent, 1 Broad Street, Leominster, HR6 8BS" in shown


def test_a_preview_says_what_stands_in_the_way(signed_in, case):
    answer = preview(
        signed_in("service_manager"), "The final plan", case=case.reference
    )
    assert "No plan was issued." in seen(answer)


def test_a_preview_shows_no_case_out_of_sight(signed_in):
    child = build.restricted_child(given_names="Canary")
    hidden = build.case(child_=child)
    answer = preview(
        signed_in("service_manager"), "General letter", case=hidden.reference
    )
    assert "Canary" not in seen(answer)
    assert "no case with this reference" in seen(answer)


def test_an_administrator_previews_on_nobody(signed_in, case):
    answer = preview(signed_in("administrator"), "General letter", case=case.reference)
    assert "Amara Osei" not in seen(answer)


def test_every_text_that_comes_along_can_be_saved_as_it_is(signed_in):
    client = signed_in("administrator")
    for text in standard.texts():
        kept = template(text.name)
        answer = press(client, url_of(text.name))
        assert answer.status_code == 302, (text.name, errors(answer))
        assert kept.now.body == text.body


def test_new_words_of_a_text_that_nobody_here_wrote_are_a_new_version(signed_in):
    untouched, ours = template("General letter"), template("who-can-help")
    press(signed_in("administrator"), url_of("who-can-help"), body="Our own words.")
    TemplateVersion.objects.create(template=untouched, number=2, body="Old words.")
    Template.objects.filter(pk=untouched.pk).update(
        current=untouched.versions.get(number=2)
    )
    standard_load()
    untouched.refresh_from_db()
    ours.refresh_from_db()
    assert (untouched.now.number, untouched.now.written_by) == (3, None)
    assert untouched.now.body.startswith("Write what this letter")
    assert ours.now.body == "Our own words."


def test_loading_them_again_changes_nothing():
    before = TemplateVersion.objects.count()
    Template.objects.filter(name="General letter").update(name="Ours now")
    standard_load()
    assert TemplateVersion.objects.count() == before + 1
