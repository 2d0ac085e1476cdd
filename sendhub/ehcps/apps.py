from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from sendhub.core.navigation import Place


class EhcpsConfig(AppConfig):
    name = "sendhub.ehcps"
    verbose_name = "EHC needs assessments and plans"
    short_name = "EHC"

    def ready(self) -> None:
        from sendhub.casework import services
        from sendhub.casework.rules import ServiceKey
        from sendhub.core import navigation
        from sendhub.ehcps import (
            actions,
            acts,
            casefile,
            filters,
            letters,
            loading,
            quality,
        )
        from sendhub.ehcps.facts import going_on
        from sendhub.ehcps.rules import KINDS_OF_DEADLINE
        from sendhub.people import reactions

        services.register(
            services.Service(
                key=ServiceKey.EHC,
                template="ehcps/_case.html",
                section=casefile.case_section,
                acts=acts.case_acts,
                load=loading.load_case,
                deadline_url=casefile.deadline_url,
                hold=actions.case_requests_hold,
                refresh=actions.case_clocks_refresh,
                titles=KINDS_OF_DEADLINE,
                facts=quality.FACTS,
                going_on=going_on,
            )
        )
        self._keep_limits()
        self._add_panel()
        letters.register()
        filters.register_lists()
        reactions.child_died.register(actions.stop_at_death)
        for place in self.places():
            navigation.register(place)

    @staticmethod
    def _keep_limits() -> None:
        """Have the database keep on each request the first of its open limits."""
        import pgtrigger

        from sendhub.casework.models import Deadline
        from sendhub.ehcps.triggers import PASS_ON_LIMITS

        pgtrigger.register(*PASS_ON_LIMITS)(Deadline)

    @staticmethod
    def _add_panel() -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.ehcps import casefile
        from sendhub.people import casefile as child_page

        child_page.register(
            child_page.Panel(
                key="ehcps",
                title="EHC needs assessment and plan",
                order=10,
                permission=Permission.EHC_VIEW,
                template="ehcps/_child.html",
                context=casefile.child_panel,
            )
        )

    @staticmethod
    def places() -> "list[Place]":
        """Where the side navigation leads to."""
        from sendhub.accounts.permissions import Permission
        from sendhub.core.navigation import Place
        from sendhub.ehcps.waiting import corrections_waiting

        sees, mends = Permission.EHC_VIEW, Permission.QUALITY_VIEW
        return [
            Place("Requests and assessments", "ehcps:request-list", sees, 30),
            Place("Advice outstanding", "ehcps:advice-list", sees, 32),
            Place("EHC plans", "ehcps:plan-list", sees, 35),
            Place(
                "Closed settings",
                "ehcps:closed-setting-list",
                Permission.ATTENDANCES_MOVE,
                order=81,
            ),
            Place("Data quality", "ehcps:quality-page", mends, 38),
            Place(
                "Nightly file for social care",
                "ehcps:extract-list",
                Permission.EXTRACT_VIEW,
                order=85,
            ),
            Place(
                "Corrections to agree",
                "ehcps:correction-list",
                Permission.CORRECTION_DECIDE,
                order=39,
                count=corrections_waiting,
            ),
        ]
