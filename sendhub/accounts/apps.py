from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "sendhub.accounts"
    verbose_name = "People who sign in"

    def ready(self) -> None:
        from sendhub.accounts import checks, receivers  # noqa: F401  they register
        from sendhub.accounts.groups import sync_groups

        # After auth has made the permissions of every app above.
        post_migrate.connect(sync_groups, sender=apps.get_app_config("auth"))
