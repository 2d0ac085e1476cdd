from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    name = "sendhub.background"
    verbose_name = "Work in the background"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.background import kinds
        from sendhub.background.exports import EXPORT
        from sendhub.core import navigation

        kinds.register(EXPORT)
        navigation.register(
            navigation.Place(
                "Exports and uploads",
                "background:job-list",
                Permission.JOB_VIEW,
                order=85,
            )
        )
