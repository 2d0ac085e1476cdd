from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "sendhub.people"
    verbose_name = "Children and the people around them"
