"""National codes and schools."""

from typing import Any

from sendhub.core import clock
from sendhub.core.models import Code
from sendhub.schools.models import Load, LoadRow, Setting, SettingLink
from sendhub.schools.rules import Category, Stage
from tests.build.numbers import numbers


def code(code_set: str, value: str) -> Code:
    """A national code."""
    return Code.objects.get(set=code_set, code=value)


def setting(name: str = "", **more: Any) -> Setting:
    """A school or other setting."""
    number = next(numbers)
    more.setdefault("urn", f"{100000 + number}")
    more.setdefault("category", Category.MAINSTREAM)
    return Setting.objects.create(name=name or f"School {number}", **more)


def load(**more: Any) -> Load:
    """A register that is being loaded."""
    more.setdefault("stage", Stage.LOADING)
    more.setdefault("asked_at", clock.now())
    more.setdefault("file_name", "edubasealldata.csv")
    return Load.objects.create(**more)


def load_row(**more: Any) -> LoadRow:
    """A row of a register that is to be mended."""
    wrong = {"outcome": "wrong", "fault": "the name is missing", "line": 2}
    return LoadRow.objects.create(load=load(), **(wrong | more))


def succession(former: Setting, later: Setting, **more: Any) -> SettingLink:
    """One school that came after another."""
    return SettingLink.objects.create(predecessor=former, successor=later, **more)
