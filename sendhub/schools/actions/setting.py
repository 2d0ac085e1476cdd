"""What we know of a setting ourselves."""

from typing import TypedDict, Unpack

from django.db import transaction

from sendhub.accounts.models import User
from sendhub.audit.record import record
from sendhub.schools.models import Setting
from sendhub.schools.rules import category_of


class LocalFacts(TypedDict, total=False):
    """What we know of a setting ourselves; a refresh never touches it."""

    senco_name: str
    senco_email: str
    senco_phone: str
    local_note: str
    own_category: str


@transaction.atomic
def setting_edit(*, setting: Setting, by: User, **facts: Unpack[LocalFacts]) -> Setting:
    """Change what we keep of a setting besides the national register.

    Where the register has its kind wrong, or none (a Welsh special school), ours
    counts; taken away, the register's counts again.
    """
    setting = Setting.objects.select_for_update().get(pk=setting.pk)
    changed = [*facts]
    if facts.get("own_category", setting.own_category) != setting.own_category:
        theirs = category_of(setting.type_code, setting.further_type)
        setting.category = facts["own_category"] or theirs
        changed.append("category")
    for name, value in facts.items():
        setattr(setting, name, value)
    setting.save(update_fields=changed)
    record("schools.setting_edit", by=by, about=setting)
    return setting
