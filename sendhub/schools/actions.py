"""Everything that changes a setting."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.schools import register
from sendhub.schools.models import Setting
from sendhub.schools.register import Row
from sendhub.schools.rules import Status

BATCH = 1000
MOST_ERRORS = 1000
REGISTER_FIELDS = (
    *("urn", "ukprn", "laestab", "type_code", "category", "status", "head_name"),
    *("section_41", "resourced_provision", "sen_unit"),
    *register.TEXTS,
    *register.NUMBERS,
    *register.DATES,
)


class LocalFacts(TypedDict, total=False):
    """What we know of a setting ourselves; a refresh never touches it."""

    senco_name: str
    senco_email: str
    senco_phone: str
    local_note: str


@transaction.atomic
def setting_edit(*, setting: Setting, by: User, **facts: Unpack[LocalFacts]) -> Setting:
    """Change what we keep of a setting besides the national register."""
    setting = Setting.objects.select_for_update().get(pk=setting.pk)
    for name, value in facts.items():
        setattr(setting, name, value)
    setting.save(update_fields=[*facts])
    record("schools.setting_edit", by=by, about=setting)
    return setting


@dataclass
class Refresh:
    """What a refresh from the register did, or would do."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    closed: int = 0
    errors: list[tuple[int, str]] = field(default_factory=list)
    refused: int = 0


@transaction.atomic
def settings_refresh(
    *, rows: Iterable[Row], on: date, dry_run: bool = False
) -> Refresh:
    """Bring the settings up to the national register: all of it, or nothing.

    Settings are found by URN; what we know ourselves stays as it is, and a setting
    that the file lacks is left alone. A line with a mistake is left out and told.
    """
    done = Refresh()
    there = {
        setting.urn: setting
        for setting in Setting.objects.exclude(urn="").only("pk", *REGISTER_FIELDS)
    }
    changed: list[Setting] = []
    new: list[Setting] = []
    for setting in _different(rows, there, done, on):
        (changed if setting.pk else new).append(setting)
    if not dry_run:
        Setting.objects.bulk_create(new, batch_size=BATCH)
        Setting.objects.bulk_create(
            changed,
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=[*REGISTER_FIELDS, "refreshed_on"],
        )
    return done


def _different(
    rows: Iterable[Row], there: dict[str, Setting], done: Refresh, on: date
) -> Iterator[Setting]:
    """Give each setting that the register changes or adds; count all of them."""
    met: set[str] = set()
    for row in rows:
        urn = row.facts.get("urn", "")
        errors = row.errors or ((f"URN {urn} comes twice",) if urn in met else ())
        if errors:
            done.refused += 1
            if len(done.errors) < MOST_ERRORS:
                done.errors.append((row.line, "; ".join(errors)))
            continue
        met.add(urn)
        setting = there.get(urn)
        if setting is None:
            done.new += 1
            yield Setting(**row.facts, refreshed_on=on)
        elif any(getattr(setting, name) != row.facts[name] for name in REGISTER_FIELDS):
            done.changed += 1
            done.closed += _closes(setting, row.facts)
            for name in REGISTER_FIELDS:
                setattr(setting, name, row.facts[name])
            setting.refreshed_on = on
            yield setting
        else:
            done.unchanged += 1


def _closes(setting: Setting, facts: dict[str, Any]) -> bool:
    return setting.is_open and facts["status"] == Status.CLOSED
