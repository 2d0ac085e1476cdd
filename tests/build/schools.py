"""National codes and schools."""

from typing import Any

from sendhub.core.models import Code
from sendhub.schools.models import Setting
from sendhub.schools.rules import Category
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
