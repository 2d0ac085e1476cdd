from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "sendhub.casework"
    verbose_name = "Casework"
    short_name = "Case"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.casework import actions, filters
        from sendhub.casework.casefile import (
            case_url,
            cases_closed_to,
            child_panel,
            child_with_reference,
            errors_hidden_from,
            next_steps,
        )
        from sendhub.casework.results import open_cases
        from sendhub.people import casefile, finders, reactions

        filters.register_lists()
        reactions.child_died.register(actions.stop_at_death)
        reactions.children_compared.register(actions.cases_compare)
        reactions.children_merged.register(actions.cases_join)
        self._add_places()
        casefile.register(
            casefile.Panel(
                key="casework",
                title="Work and cases",
                order=20,
                permission=Permission.CHILD_VIEW,
                acts_need=Permission.CHILDREN_ALL,  # a school reads no calls or tasks
                template="casework/_child_panel.html",
                context=child_panel,
            )
        )
        casefile.register_cases(
            casefile.Cases(
                closed=cases_closed_to, url=case_url, errors=errors_hidden_from
            )
        )
        casefile.register_next_steps(next_steps)
        finders.register(child_with_reference)
        finders.register_open_cases(open_cases)

    def _add_places(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.core.navigation import Place, register

        register(Place("My work", "casework:work-list", Permission.WORK_VIEW, order=10))
        register(
            Place("Team board", "casework:team-board", Permission.BOARD_VIEW, order=12)
        )
