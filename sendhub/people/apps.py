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
