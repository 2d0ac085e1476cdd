from django.apps import AppConfig


class CalculatorConfig(AppConfig):
    name = "sendhub.calculator"
    verbose_name = "Deadline calculator"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.core import navigation

        navigation.register(
            navigation.Place(
                "Deadline calculator",
                "calculator:timetable",
                Permission.SETTING_VIEW,
                order=90,
            )
        )
