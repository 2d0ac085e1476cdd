from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from sendhub.casework.services import Service
    from sendhub.people.casefile import Panel


class IntakesConfig(AppConfig):
    name = "sendhub.intakes"
    verbose_name = "Notices and early years referrals"
    short_name = "Notices"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.casework import services
        from sendhub.core import navigation
        from sendhub.ehcps.reactions import request_voided
        from sendhub.intakes import actions, filters, letters
        from sendhub.people import casefile as child_page
        from sendhub.people import reactions

        services.register(self.service())
        child_page.register(self.panel())
        letters.register()
        filters.register_list()
        reactions.child_died.register(actions.stop_at_death)
        request_voided.register(actions.intake_resume)
        navigation.register(
            navigation.Place(
                "Notices and referrals", "intakes:intake-list", Permission.EHC_VIEW, 28
            )
        )

    @staticmethod
    def service() -> "Service":
        """What casework is told of this service."""
        from sendhub.casework.rules import ServiceKey
        from sendhub.casework.services import Service
        from sendhub.intakes import actions, acts, casefile
        from sendhub.intakes.rules import TITLES

        return Service(
            key=ServiceKey.INTAKE,
            template="intakes/_case.html",
            section=casefile.case_section,
            acts=acts.case_acts,
            deadline_url=casefile.deadline_url,
            refresh=actions.case_clocks_refresh,
            titles=TITLES,
            going_on=casefile.going_on,
        )

    @staticmethod
    def panel() -> "Panel":
        """What stands on the child's page."""
        from sendhub.accounts.permissions import Permission
        from sendhub.intakes import casefile
        from sendhub.people.casefile import Panel

        return Panel(
            key="intakes",
            title="Notices and early years",
            order=15,
            permission=Permission.EHC_VIEW,
            template="intakes/_child.html",
            context=casefile.child_panel,
        )
