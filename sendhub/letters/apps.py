from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LettersConfig(AppConfig):
    name = "sendhub.letters"
    verbose_name = "Letters"
    short_name = "Letters"

    def ready(self) -> None:
        from sendhub.accounts.permissions import Permission
        from sendhub.casework import parts
        from sendhub.core import navigation
        from sendhub.letters import actions, casefile
        from sendhub.people import reactions

        post_migrate.connect(actions.standard_load, sender=self)
        reactions.child_died.register(actions.stop_at_death)
        parts.register(
            parts.Part(
                key="letters",
                order=10,
                permission=Permission.CONTACT_VIEW,
                template="letters/_case.html",
                context=casefile.case_part,
            )
        )
        navigation.register(
            navigation.Place(
                "Letters to send", "letters:outbox", Permission.LETTER_MAKE, order=50
            )
        )
        navigation.register(
            navigation.Place(
                "Letter templates",
                "letters:template-list",
                Permission.TEMPLATE_WRITE,
                order=80,
            )
        )
