"""How a professional is called and reached is put right, for every child they know."""

import pytest
from django.urls import reverse

from sendhub.audit.models import Act
from sendhub.people.models import Professional
from tests import build
from tests.pages import errors, opened, press, seen

pytestmark = pytest.mark.django_db

ADDRESS = "Hopton House\n2 Bye Street\nHereford HR1 1AA"


@pytest.fixture
def ann(db):
    return build.involvement(build.child(), kind="speech", name="Ann Therapist")


def url_of(involvement):
    return reverse("people:professional-edit", args=[involvement.pk])


def test_changes_who_they_are_and_where_letters_go(signed_in, ann):
    client = signed_in("caseworker")
    assert url_of(ann) in client.get(ann.child.get_absolute_url()).content.decode()
    answer = press(client, url_of(ann), name="Anne Therapist", address=ADDRESS)
    assert answer.url == ann.child.get_absolute_url()
    changed = Professional.objects.get()
    assert (changed.name, changed.address) == ("Anne Therapist", ADDRESS)
    assert changed.kind == "speech"
    act = Act.objects.get(act="people.professional_edit")
    assert act.child_id == ann.child_id
    assert act.sentence == (
        "Details of Anne Therapist (Speech and language therapy) changed"
    )
    assert "Hopton House" in seen(client.get(ann.child.get_absolute_url()))


def test_a_new_one_has_an_address_too(signed_in):
    child = build.child()
    start = reverse("people:involvement-start", args=[child.pk])
    press(
        signed_in("caseworker"),
        start,
        kind="speech",
        name="Ann",
        address=ADDRESS,
        starts_on=build.involvement(build.child()).starts_on,
    )
    assert child.involvements.get().professional.address == ADDRESS


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "Enter the name."),
        ("email", "ann@", "e-mail"),
        ("address", "x" * 301, "300 characters or fewer"),
    ],
)
def test_says_beside_the_field_what_is_wrong(signed_in, ann, field, typed, said):
    answer = press(signed_in("caseworker"), url_of(ann), **{field: typed})
    assert said in " ".join(errors(answer)[field])


def test_a_stale_save_writes_over_nothing(signed_in, ann):
    client = signed_in("caseworker")
    page = opened(client, url_of(ann))
    press(signed_in("caseworker"), url_of(ann), phone="01432 000001")
    answer = press(client, url_of(ann), hidden=page, address=ADDRESS)
    assert "while you had it open" in errors(answer)["__all__"][0]
    assert not Professional.objects.get().address


def test_is_not_for_those_without_the_right(signed_in, ann):
    assert signed_in("auditor").get(url_of(ann)).status_code == 403


def test_a_child_out_of_sight_is_404(signed_in):
    hidden = build.involvement(build.restricted_child())
    assert signed_in("caseworker").get(url_of(hidden)).status_code == 404
