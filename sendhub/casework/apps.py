from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "sendhub.casework"
    verbose_name = "Casework"
