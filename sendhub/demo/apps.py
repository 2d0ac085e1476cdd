from django.apps import AppConfig, apps
from django.db.models.signals import pre_migrate


class DemoConfig(AppConfig):
    name = "sendhub.demo"
    verbose_name = "Demonstration"

    def ready(self) -> None:
        from sendhub.demo.guard import refuse_before_migrating

        first = apps.get_app_config("contenttypes")
        pre_migrate.connect(refuse_before_migrating, sender=first)
