"""Tables are made together, and taken back together."""

from typing import Any

import pytest
from django.db import connection, models
from django.db.migrations import CreateModel
from django.db.migrations.state import ModelState, ProjectState
from django.db.migrations.writer import OperationWriter

from sendhub.core.creating import CreateModels

pytestmark = pytest.mark.django_db

TREE = ("test_orchard_tree", "test_orchard_apple")


def key() -> Any:
    return models.BigAutoField(primary_key=True)


def to(model: str) -> Any:
    return models.ForeignKey(model, models.PROTECT, related_name="+", null=True)


ORCHARD = CreateModels(
    models=[
        CreateModel(
            "Tree",
            [
                ("id", key()),
                ("best", to("orchard.apple")),
                ("owner", models.ForeignKey("farm.farmer", models.PROTECT)),
            ],
            {"db_table": TREE[0]},
        ),
        CreateModel(
            "Apple",
            [
                ("id", key()),
                ("tree", to("orchard.tree")),
                ("grams", models.IntegerField()),
            ],
            {
                "db_table": TREE[1],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(grams__gt=0), name="orchard_apple_weighs"
                    )
                ],
                "indexes": [models.Index(fields=["grams"], name="orchard_apple_grams")],
            },
        ),
    ]
)


def farm() -> ProjectState:
    """A state of one table that is there already."""
    state = ProjectState()
    state.add_model(
        ModelState("farm", "Farmer", [("id", key())], {"db_table": "test_farm"})
    )
    return state


def made() -> set[str]:
    return set(connection.introspection.table_names()) & set(TREE)


def constraints(table: str) -> dict[str, Any]:
    with connection.cursor() as cursor:
        return connection.introspection.get_constraints(cursor, table)


def reverse(state: ProjectState) -> list[Any]:
    """What points at the farmer."""
    farmer = state.apps.get_model("farm", "farmer")
    return [one.related_model for one in farmer._meta.related_objects]


@pytest.fixture
def states() -> tuple[ProjectState, ProjectState]:
    """Before and after, as Django makes them when it applies a migration."""
    state = farm()
    with connection.schema_editor() as editor:
        editor.create_model(state.apps.get_model("farm", "farmer"))
    before = state.clone()
    ORCHARD.state_forwards("orchard", state)
    return before, state


def test_makes_tables_that_point_at_each_other(states):
    with connection.schema_editor() as editor:
        ORCHARD.database_forwards("orchard", editor, *states)

    assert made() == set(TREE)
    there = constraints(TREE[1])
    assert there["orchard_apple_weighs"]["check"]
    assert there["orchard_apple_grams"]["index"]
    points_at = {one["foreign_key"] for one in constraints(TREE[0]).values()}
    assert points_at == {None, (TREE[1], "id"), ("test_farm", "id")}


def test_takes_them_back(states):
    before, after = states
    with connection.schema_editor() as editor:
        ORCHARD.database_forwards("orchard", editor, before, after)
    with connection.schema_editor() as editor:
        ORCHARD.database_backwards("orchard", editor, after, before)

    assert made() == set()


def test_leaves_what_is_there_as_it_was_rendered(states):
    before, after = states
    farmer = before.apps.get_model("farm", "farmer")

    assert after.apps.get_model("farm", "farmer") is farmer
    assert reverse(after) == [after.apps.get_model("orchard", "tree")]


def test_renders_all_anew_in_a_copy():
    """As Django does to go back: it keeps a state for each step."""
    state = farm()
    assert reverse(state) == []
    copy = state.clone()
    ORCHARD.state_forwards("orchard", copy)

    assert reverse(copy) == [copy.apps.get_model("orchard", "tree")]
    assert reverse(state) == []


def test_renders_nothing_before_it_is_asked_for():
    state = farm()
    ORCHARD.state_forwards("orchard", state)
    assert "apps" not in state.__dict__
    assert state.apps.get_model("orchard", "apple")._meta.db_table == TREE[1]


def test_is_written_and_described_like_every_operation():
    text, imports = OperationWriter(ORCHARD).serialize()
    assert text.strip().startswith("sendhub.core.creating.CreateModels(")
    assert "import sendhub.core.creating" in imports
    assert ORCHARD.describe() == "Create 2 models"
