from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from sendhub.casework.parts import Part
    from sendhub.casework.services import Service
    from sendhub.people.casefile import Panel


class NurtureHubsConfig(AppConfig):
    name = "sendhub.nurture_hubs"
    verbose_name = "Nurture hubs"
    short_name = "Hubs"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.casework import parts, services
        from sendhub.core import navigation
        from sendhub.nurture_hubs import actions, filters, letters, referred, sight
        from sendhub.people import casefile as child_page
        from sendhub.people import reactions
        from sendhub.people.querysets import register_sight

        services.register(self.service())
        child_page.register(self.panel())
        filters.register_lists()
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
        parts.register(self.part())
        register_sight(sight.children_of_own_hub)
        reactions.child_died.register(actions.stop_at_death)
        reactions.children_compared.register(actions.places_compare)
        navigation.register(
            navigation.Place(
                "Hub referrals to answer",
                "nurture_hubs:referral-list",
                Permission.AGREEMENT_ANSWER,
                41,
                referred.count_to_answer,
            )
        )

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

    @staticmethod
    def part() -> "Part":
        """What stands on the case of a needs assessment that began in a hub."""
        from sendhub.accounts.permissions import Permission
        from sendhub.casework.parts import Part
        from sendhub.nurture_hubs import casefile

        return Part(
            key="nurture_hubs",
            order=5,
            permission=Permission.HUB_VIEW,
            template="nurture_hubs/_onward.html",
            context=casefile.onward_part,
        )

    @staticmethod
    def panel() -> "Panel":
        """What stands on the child's page."""
        from sendhub.accounts.permissions import Permission
        from sendhub.nurture_hubs import casefile, sight
        from sendhub.people.casefile import Panel

        return Panel(
            key="nurture_hubs",
            title="Nurture hubs",
            order=25,
            permission=Permission.HUB_VIEW,
            acts_need=Permission.CHILDREN_ALL,  # a school reads nothing of other hubs
            acts_spared=sight.acts_in_own_hub,
            template="nurture_hubs/_child.html",
            context=casefile.child_panel,
        )
