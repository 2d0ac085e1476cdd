from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    name = "sendhub.background"
    verbose_name = "Work in the background"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.core import navigation

        navigation.register(
            navigation.Place(
                "Exports and uploads",
                "background:job-list",
                Permission.JOB_VIEW,
                order=85,
            )
        )
