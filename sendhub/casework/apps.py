from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "sendhub.casework"
    verbose_name = "Casework"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.casework import actions
        from sendhub.core import navigation
        from sendhub.people import reactions

        reactions.child_died.register(actions.stop_at_death)
        navigation.register(
            navigation.Place(
                "My work", "casework:work-list", Permission.WORK_VIEW, order=10
            )
        )
