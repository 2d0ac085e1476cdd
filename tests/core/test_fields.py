"""Fields: what may be typed, and the sentence when it may not."""

from datetime import date

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from sendhub.core.forms import fields
from sendhub.core.forms.fields import (
    DayField,
    LineField,
    ParagraphField,
    UploadField,
    name_required,
)

TODAY = date(2026, 5, 5)


@pytest.fixture(autouse=True)
def _stopped_clock(monkeypatch):
    monkeypatch.setattr(fields.clock, "today", lambda: TODAY)


class RequestForm(forms.Form):
    received_on = DayField(label="Date received", not_after="today")


def typed(day, month, year):
    return {
        "received_on_day": day,
        "received_on_month": month,
        "received_on_year": year,
    }


def message(form, name="received_on"):
    return form.errors[name][0] if name in form.errors else None


@pytest.mark.parametrize(
    "month",
    ["3", "03", "March", "march", "mar", "Mar.", " MARCH "],
)
def test_takes_a_month_as_number_or_name(month):
    form = RequestForm(typed("27", month, "2026"))
    assert form.is_valid()
    assert form.cleaned_data["received_on"] == date(2026, 3, 27)


def test_takes_sept_for_september():
    form = RequestForm(typed("1", "Sept", "2025"))
    assert form.is_valid()
    assert form.cleaned_data["received_on"] == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("day", "month", "year", "words", "box"),
    [
        ("", "", "", "Enter the date received.", "day"),
        ("27", "", "2026", "Date received must include a month.", "month"),
        ("", "3", "", "Date received must include a day and a year.", "day"),
        ("31", "2", "2026", "Date received must be a real date.", "day"),
        ("29", "2", "2026", "Date received must be a real date.", "day"),
        ("9" * 11, "2", "2026", "Date received must be a real date.", "day"),
        ("9" * 400, "2", "2026", "Date received must be a real date.", "day"),
        (
            "27",
            "3",
            "26",
            "Date received must have a year with 4 numbers, for example 2026.",
            "year",
        ),
        (
            "27",
            "13",
            "2026",
            "Date received must be a real date: check the month.",
            "month",
        ),
        (
            "27",
            "ma",
            "2026",
            "Date received must be a real date: check the month.",
            "month",
        ),
        ("x", "3", "2026", "Date received must be a real date: check the day.", "day"),
        (
            "27",
            "3",
            "1026",
            "Date received must be a real date: check the year.",
            "year",
        ),
        ("6", "5", "2026", "Date received must be today or in the past.", "day"),
        (
            "٢٧",
            "3",
            "2026",
            "Date received must be a real date: check the day.",
            "day",
        ),
    ],
)
def test_says_which_part_of_a_day_is_wrong(day, month, year, words, box):
    form = RequestForm(typed(day, month, year))
    assert message(form) == words
    assert form["received_on"].field.widget.first_wrong == box


def test_takes_today_where_the_future_is_refused():
    assert RequestForm(typed("5", "5", "2026")).is_valid()


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({"not_before": date(2026, 4, 1)}, "must be on or after 1 April 2026."),
        ({"not_before": lambda: date(2026, 4, 1)}, "must be on or after 1 April 2026."),
        ({"not_before": "today"}, "must be today or in the future."),
        ({"not_after": date(2026, 3, 1)}, "must be on or before 1 March 2026."),
    ],
)
def test_holds_a_day_between_its_limits(limits, words):
    class Form(forms.Form):
        received_on = DayField(**limits)

    form = Form(typed("27", "3", "2026"))
    assert message(form) == f"Received on {words}"


def test_leaves_an_optional_day_empty():
    class Form(forms.Form):
        received_on = DayField(required=False)

    form = Form(typed("", " ", ""))
    assert form.is_valid()
    assert form.cleaned_data["received_on"] is None


def test_keeps_what_was_typed_in_the_boxes():
    html = str(RequestForm(typed("31", "Febuary", "26"))["received_on"])
    assert 'name="received_on_month" value="Febuary"' in html
    assert 'id="id_received_on_year"' in html


def test_fills_the_boxes_from_a_date():
    html = str(RequestForm(initial={"received_on": date(2026, 3, 27)})["received_on"])
    for box, value in (("day", 27), ("month", 3), ("year", 2026)):
        assert f'name="received_on_{box}" value="{value}"' in html


def test_marks_only_the_wrong_box():
    html = str(RequestForm(typed("27", "3", "26"))["received_on"])
    assert html.count("govuk-input--error") == 1
    assert html.count("aria-invalid") == 1


def test_one_form_does_not_mark_the_boxes_of_another():
    RequestForm(typed("27", "3", "26")).is_valid()
    assert RequestForm()["received_on"].field.widget.wrong == ()


def test_calls_a_question_the_answer():
    class Form(forms.Form):
        received_on = DayField(label="When did it reach us?")

    assert message(Form(typed("", "", ""))) == (
        "Answer the question “When did it reach us?”."
    )
    assert message(Form(typed("1", "", "2026"))) == "The answer must include a month."


class WordsForm(forms.Form):
    name = LineField(label="Family name", max_length=20)
    reasons = ParagraphField(required=False, max_length=100)


def words(**typed):
    return WordsForm({"name": "Osei", **typed})


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  Osei  ", "Osei"),
        ("Ann   Marie", "Ann Marie"),
        ("Ann\tMarie\n", "Ann Marie"),
        ("O’Brien-Łukasz", "O’Brien-Łukasz"),
        ("👩🏽‍🦽 Ada", "👩🏽‍🦽 Ada"),
        ("محمد", "محمد"),
        ("Zoe\u0308", "Zoë"),
    ],
)
def test_keeps_names_as_people_write_them(text, kept):
    form = words(name=text)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["name"] == kept


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1b", "\ud800", "\u202e"])
def test_refuses_letters_that_cannot_be_kept(letter):
    form = words(name=f"Os{letter}ei", reasons=f"be{letter}cause")
    for name in ("name", "reasons"):
        assert "cannot be kept. Type it again" in message(form, name)


def test_says_how_much_too_long_a_line_is():
    assert message(words(name="x" * 21), "name") == (
        "Family name must be 20 characters or fewer. You have typed 21."
    )


def test_asks_for_a_line_by_its_name():
    assert message(words(name="   "), "name") == "Enter the family name."


def test_counts_a_line_break_of_a_paragraph_once():
    form = words(reasons="one\r\n\r\ntwo\r\n")
    assert form.is_valid()
    assert form.cleaned_data["reasons"] == "one\n\ntwo"


def test_turns_the_bullets_of_a_word_document_into_bullets():
    form = words(reasons="\uf0b7\tspeech")
    assert form.is_valid()
    assert form.cleaned_data["reasons"] == "•\tspeech"


def test_keeps_a_check_that_the_form_asked_for():
    def refuse(value):
        raise forms.ValidationError("No.")

    with pytest.raises(forms.ValidationError, match="No"):
        LineField(validators=[refuse]).clean("x")


class EvidenceForm(forms.Form):
    evidence = UploadField(max_files=2)


def sent(*contents):
    files = [SimpleUploadedFile(f"{n}.pdf", c) for n, c in enumerate(contents)]
    return EvidenceForm({}, MultiValueDict({"evidence": files}))


def test_takes_several_files():
    form = sent(b"a", b"b")
    assert form.is_valid()
    assert [f.name for f in form.cleaned_data["evidence"]] == ["0.pdf", "1.pdf"]


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        ([], "Choose the evidence."),
        ([b"a", b"b", b"c"], "Choose 2 files or fewer. You chose 3."),
        ([b""], "“0.pdf” is empty. Choose the file again."),
    ],
)
def test_says_what_is_wrong_with_files(contents, words):
    assert message(sent(*contents), "evidence") == words


def test_lets_several_files_be_chosen():
    assert " multiple" in str(EvidenceForm()["evidence"])


def test_names_the_fields_that_django_would_not_name():
    class Form(forms.Form):
        team = forms.ChoiceField(choices=[("n", "North")])
        upn = forms.CharField(label="UPN")
        why = forms.CharField(error_messages={"required": "Say why."})

        def __init__(self, *args):
            super().__init__(*args)
            name_required(self)

    form = Form({})
    assert form.errors == {
        "team": ["Choose the team."],
        "upn": ["Enter the UPN."],
        "why": ["Say why."],
    }


class Spoken(forms.Form):
    who = LineField(label="Who came")
    found = ParagraphField(label="What was seen")
    due_on = DayField(label="By when", subject="Day by which it is done")
    day = DayField(label="When did you meet?", subject="The day")


def test_a_question_without_its_mark_has_no_article():
    form = Spoken({})
    name_required(form)
    assert message(form, "who") == "Enter who came."
    assert message(form, "found") == "Enter what was seen."


def test_what_is_missing_goes_by_its_subject_too():
    form = Spoken({})
    name_required(form)
    assert message(form, "due_on") == "Enter the day by which it is done."
    assert message(form, "day") == "Enter the day."
