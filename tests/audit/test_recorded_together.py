"""History of an invented life is written at its end, in the order of its acts."""

import pytest

from sendhub.audit.models import Act
from sendhub.audit.record import keep_together, record, recorded_together
from tests import build

pytestmark = pytest.mark.django_db


def acts() -> list[str]:
    return list(Act.objects.order_by("pk").values_list("act", flat=True))


def test_is_written_at_the_end_in_order(django_assert_num_queries):
    user = build.user()
    with django_assert_num_queries(1), recorded_together():
        record("people.child_record", by=user)
        keep_together([record("people.contact_add", by=user, keep=False)])
        record("people.child_edit", by=user)
    assert acts() == ["people.child_record", "people.contact_add", "people.child_edit"]


def test_nothing_of_it_is_written_when_something_fails():
    def fail() -> None:
        record("people.child_record", by=build.user())
        raise KeyError

    with pytest.raises(KeyError), recorded_together():
        fail()
    assert acts() == []


def test_what_follows_is_written_at_once_again():
    user = build.user()
    with recorded_together():
        pass
    record("people.child_record", by=user)
    assert acts() == ["people.child_record"]
