from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "sendhub.audit"
    verbose_name = "History"

    def ready(self) -> None:
        from sendhub.audit import sentences
        from sendhub.audit.grants import grant_app_role, install_triggers

        sentences.gather()
        # Before any app writes its first rows, so that their history is kept too.
        first = next(app for app in apps.get_app_configs() if app.models_module)
        post_migrate.connect(install_triggers, sender=first)
        post_migrate.connect(grant_app_role, sender=self)
