from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class AccountsConfig(AppConfig):
    name = "sendhub.accounts"
    verbose_name = "People who sign in"

    def ready(self) -> None:
        from sendhub.accounts import checks, receivers  # noqa: F401  they register
        from sendhub.accounts.groups import sync_groups
        from sendhub.accounts.permissions import Permission
        from sendhub.core import navigation

        navigation.register(
            navigation.Place(
                "Administration", "admin:index", Permission.ADMIN_OPEN, order=90
            )
        )
        # After the last app, when the permissions of all of them are there.
        *_, last = apps.get_app_configs()
        post_migrate.connect(sync_groups, sender=last)
