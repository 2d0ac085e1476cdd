"""Whom a letter is written to, at which address, by which way, or why to nobody."""

from datetime import date

import pytest
from django.urls import reverse

from sendhub.letters.models import Delivery, Letter
from sendhub.people import actions as people
from tests import build
from tests.letters.conftest import make, url_of
from tests.pages import errors, held, opened, press, seen

pytestmark = pytest.mark.django_db


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
