from django.apps import AppConfig


class EhcpsConfig(AppConfig):
    name = "sendhub.ehcps"
    verbose_name = "EHC needs assessments and plans"
