from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from sendhub.casework.services import Service


class NurtureHubsConfig(AppConfig):
    name = "sendhub.nurture_hubs"
    verbose_name = "Nurture hubs"
    short_name = "Hubs"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.casework import parts, services
        from sendhub.core import navigation
        from sendhub.nurture_hubs import actions, casefile, filters, letters, sight
        from sendhub.people import reactions
        from sendhub.people.querysets import register_sight

        services.register(self.service())
        filters.register_list()
        letters.register()
        navigation.register(
            navigation.Place(
                "Nurture hubs",
                "nurture_hubs:board",
                Permission.HUB_VIEW,
                40,
                begins=Permission.AGREEMENT_ANSWER,
            )
        )
        parts.register(
            parts.Part(
                key="nurture_hubs",
                order=5,
                permission=Permission.HUB_VIEW,
                template="nurture_hubs/_onward.html",
                context=casefile.onward_part,
            )
        )
        register_sight(sight.children_of_own_hub)
        reactions.child_died.register(actions.stop_at_death)
        reactions.children_compared.register(actions.places_compare)

    @staticmethod
    def service() -> "Service":
        """What casework is told of this service."""
        from sendhub.casework.rules import ServiceKey
        from sendhub.casework.services import Service
        from sendhub.nurture_hubs import actions, acts, casefile
        from sendhub.nurture_hubs.rules.ends import TITLES

        return Service(
            key=ServiceKey.HUB,
            template="nurture_hubs/_case.html",
            section=casefile.case_section,
            acts=acts.case_acts,
            refresh=actions.case_clocks_refresh,
            titles=TITLES,
            deadline_url=casefile.deadline_url,
            going_on=casefile.going_on,
        )
