from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    name = "sendhub.schools"
    verbose_name = "Schools and other settings"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.core import navigation

        navigation.register(
            navigation.Place(
                "Schools and settings",
                "schools:setting-list",
                Permission.SETTING_VIEW,
                order=80,
            )
        )
