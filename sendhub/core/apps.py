from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    name = "sendhub.core"
    verbose_name = "Partnership and reference data"

    def ready(self) -> None:
        from sendhub.core import checks, refusals  # noqa: F401  checks register
        from sendhub.core.codes import load_codes

        refusals.gather()
        post_migrate.connect(load_codes, sender=self)
