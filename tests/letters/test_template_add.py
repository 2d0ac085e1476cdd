"""Writing a new template: who may, what is refused and in which words."""

import pytest
from django.urls import reverse

from sendhub.letters.models import Template
from tests import build
from tests.pages import errors, press, seen

URL = reverse("letters:template-add")
pytestmark = pytest.mark.django_db


def add(client, **answers):
    facts = {
        "kind": "ehc_not_assess",
        "name": "Short refusal",
        "subject": "About {{ child.name }}",
        "body": "No.\n\n{{ paragraph.rights }}",
    }
    return press(client, URL, **{**facts, **answers})


@pytest.mark.parametrize("role", ["administrator", "service_manager"])
def test_a_template_is_added_and_shown_filled_in(signed_in, role):
    client = signed_in(role)
    answer = add(client)
    template = Template.objects.get(name="Short refusal")
    assert answer.url == reverse("letters:template-preview", args=[template.pk])
    assert (template.now.number, template.now.written_by) == (1, client.user)
    shown = seen(client.get(answer.url))
    assert "About Amara Example" in shown
    assert "mediation adviser" in shown


@pytest.mark.parametrize("role", ["caseworker", "team_manager", "auditor"])
def test_others_may_not(signed_in, role):
    assert signed_in(role).get(URL).status_code == 403


@pytest.mark.parametrize(
    ("answers", "field", "said"),
    [
        (
            {"body": "Dear {{ child.nmae }}"},
            "body",
            "There is no field “child.nmae”. Did you mean {{ child.name }}?",
        ),
        ({"subject": "{{ chld.name }}"}, "subject", "Did you mean {{ child.name }}?"),
        ({"subject": ""}, "subject", "Enter the subject."),
        ({"body": "**a"}, "body", "two stars have no partner"),
        ({"body": "## b"}, "body", "a heading is one #"),
        ({"body": "{{ paragraph.rihgts }}"}, "body", "{{ paragraph.rights }}?"),
        ({"body": ""}, "body", "Enter the text."),
        ({"kind": ""}, "kind", "Choose the kind."),
        ({"name": ""}, "name", "Enter the name."),
        ({"name": "We will assess"}, "name", "There is a template of this name"),
        (
            {"kind": "paragraph", "subject": "", "name": "Two words"},
            "name",
            "small letters, with hyphens",
        ),
        (
            {"kind": "general", "body": "{{ paragraph.rights-plan }}"},
            "body",
            "names {{ adviser.by }}, which this kind of letter does not have",
        ),
        (
            {"kind": "ehc_assess"},
            "body",
            "There is no standard paragraph “paragraph.rights”",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(signed_in, answers, field, said):
    answer = add(signed_in("administrator"), **answers)
    found = errors(answer)
    assert list(found) == [field]
    assert said in " ".join(found[field])
    assert not Template.objects.filter(name="Short refusal").exists()


def test_several_faults_are_said_at_once(signed_in):
    answer = add(signed_in("administrator"), body="{{ a }} {{ b }} **")
    [said] = errors(answer)["body"]
    assert said.count("There is no field") == 2
    assert "two stars" in said


def test_a_standard_paragraph_may_name_what_any_letter_has(signed_in):
    facts = {"kind": "paragraph", "name": "our-school", "subject": ""}
    add(signed_in("administrator"), **facts, body="It is {{ plan.setting }}.")
    assert Template.objects.get(name="our-school").is_paragraph


def test_a_double_click_adds_it_once(signed_in):
    client = signed_in("administrator")
    hidden = client.get(URL).context["form"]["once"].value()
    for _ in range(2):
        add(client, once=hidden)
    assert Template.objects.filter(name="Short refusal").count() == 1


def test_the_fields_stand_beside_the_editor(signed_in):
    shown = seen(signed_in("administrator").get(URL))
    assert "{{ child.first_name }}" in shown
    assert "{{ paragraph.who-can-help }}" in shown
    assert build.user("administrator").may("template_write")
