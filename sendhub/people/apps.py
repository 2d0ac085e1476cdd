from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "sendhub.people"
    verbose_name = "Children and the people around them"
    short_name = "Child’s record"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.core import navigation
        from sendhub.people import filters
        from sendhub.people.attending import attending
        from sendhub.people.waiting import waiting_for
        from sendhub.schools import facts

        filters.register_lists()
        facts.register_counting(attending)
        self._guard_aliases()
        navigation.register(
            navigation.Place(
                "Children", "people:child-search", Permission.CHILD_VIEW, order=20
            )
        )
        navigation.register(
            navigation.Place(
                "Restricted records",
                "people:restricted-list",
                Permission.ACCESS_ASK,
                order=25,
                count=waiting_for,
            )
        )
        navigation.register_search(
            navigation.SearchPage("people:child-search", Permission.CHILD_VIEW)
        )

    @staticmethod
    def _guard_aliases() -> None:
        """Have the database keep records that were merged empty, in every app."""
        import pgtrigger

        from sendhub.people import merging
        from sendhub.people.models import Child
        from sendhub.people.triggers import not_on_alias, nothing_left_behind

        moving = merging.moving()
        for key in moving:
            if key.model is not Child:  # aliases of aliases have a guard of their own
                pgtrigger.register(not_on_alias(str(key.column)))(key.model)
        left = [
            (key.model._meta.db_table, str(key.column))
            for key in moving
            if key.model is not Child and not merging.may_stay(key)
        ]
        pgtrigger.register(nothing_left_behind(left))(Child)
