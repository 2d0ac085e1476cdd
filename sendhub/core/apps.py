from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    name = "sendhub.core"
    verbose_name = "Partnership and reference data"

    def ready(self) -> None:
        from sendhub import prepared
        from sendhub.core import checks, refusals  # noqa: F401  checks register
        from sendhub.core.codes import load_codes

        refusals.gather()
        connection_created.connect(prepared.keep_more)
        post_migrate.connect(load_codes, sender=self)
