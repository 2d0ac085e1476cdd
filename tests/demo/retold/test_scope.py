"""What is told again with a child's life, and what is told once."""

from django.apps import apps

from sendhub.demo.retold.scope import (
    ALONE,
    LEFT_OUT,
    TOLD,
    TOLD_ONCE,
    hanging_on_children,
    key_into,
    told,
)


def test_all_that_hangs_on_a_child_is_in_one_of_the_two_lists():
    assert hanging_on_children() == {*TOLD, *TOLD_ONCE}


def test_nothing_is_in_two_lists():
    assert len(TOLD) + len(LEFT_OUT) + len(ALONE) == len({*TOLD, *TOLD_ONCE})


def test_what_is_told_once_says_why():
    assert all(reason and reason[0].islower() for reason in TOLD_ONCE.values())


def test_a_column_that_must_be_filled_points_at_nothing_told_once():
    once = {apps.get_model(label) for label in TOLD_ONCE}
    stuck = [
        f"{model._meta.label}.{field.name}"
        for model in told()
        for field in model._meta.concrete_fields
        if field.related_model in once and not field.null
    ]
    assert stuck == []


def test_rows_are_found_by_a_key_into_the_life():
    without = [model._meta.label for model in told() if not key_into(model)]
    assert without == ["people.Child", "people.Adult"]
