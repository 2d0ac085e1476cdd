from django.apps import AppConfig


class SchoolsConfig(AppConfig):
    name = "sendhub.schools"
    verbose_name = "Schools and other settings"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.background import kinds
        from sendhub.core import narrowing, navigation
        from sendhub.schools.filters import SettingFilter
        from sendhub.schools.jobs import REGISTER

        kinds.register(REGISTER)

        navigation.register(
            navigation.Place(
                "Schools and settings",
                "schools:setting-list",
                Permission.SETTING_VIEW,
                order=80,
            )
        )
        navigation.register(
            navigation.Place(
                "Schools register",
                "schools:register-list",
                Permission.REGISTER_LOAD,
                order=82,
            )
        )
        narrowing.register(
            url_name="schools:setting-list",
            title="Schools and settings",
            permission=Permission.SETTING_VIEW,
            asks=lambda: SettingFilter.base_filters,
        )
