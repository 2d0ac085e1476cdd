from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "sendhub.audit"
    verbose_name = "History"

    def ready(self) -> None:
        from sendhub.audit import sentences
        from sendhub.audit.grants import grant_app_role

        sentences.gather()
        post_migrate.connect(grant_app_role, sender=self)
