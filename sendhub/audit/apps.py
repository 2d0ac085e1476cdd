from typing import Any

from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate
from pghistory import runtime


def let_unions_be() -> None:
    """Put nobody's name before the reading of several tables at once.

    pghistory knows what only reads by its first word, and Django begins a union with a
    bracket.
    """
    library: Any = runtime
    library.IGNORED_SQL_PREFIXES = (*runtime.IGNORED_SQL_PREFIXES, "(select ")


class AuditConfig(AppConfig):
    name = "sendhub.audit"
    verbose_name = "History"

    def ready(self) -> None:
        from sendhub.audit import sentences
        from sendhub.audit.grants import grant_app_role, install_triggers

        sentences.gather()
        let_unions_be()
        # Before any app writes its first rows, so that their history is kept too.
        first = next(app for app in apps.get_app_configs() if app.models_module)
        post_migrate.connect(install_triggers, sender=first)
        post_migrate.connect(grant_app_role, sender=self)
