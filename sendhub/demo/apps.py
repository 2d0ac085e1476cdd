from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "sendhub.demo"
    verbose_name = "Demonstration"
