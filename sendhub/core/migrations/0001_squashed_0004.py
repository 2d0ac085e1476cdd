"""All tables of this app as they stood on 23 November 2026: docs/adr/0034."""

from django.contrib.postgres.operations import (
    BtreeGistExtension,
    TrigramExtension,
    UnaccentExtension,
)
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from sendhub.core.creating import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("core", "0001_extensions"),
        ("core", "0002_initial"),
        ("core", "0003_glass_hours_and_letters"),
        ("core", "0004_add_who_helps_families"),
    ]

    initial = True
    dependencies = [
        ("accounts", "0001_squashed_0002"),
    ]

    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        UnaccentExtension(),
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="Code",
                    fields=[
                        (
                            "id",
                            models.CharField(
                                max_length=60, primary_key=True, serialize=False
                            ),
                        ),
                        ("set", models.CharField(db_index=True, max_length=40)),
                        ("code", models.CharField(max_length=12)),
                        ("meaning", models.CharField(max_length=250)),
                        (
                            "first_return",
                            models.PositiveSmallIntegerField(
                                default=2023, verbose_name="first return year"
                            ),
                        ),
                        (
                            "last_return",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="last return year"
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField(default=0)),
                        ("verified", models.BooleanField(default=True)),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("set", "code"), name="core_code_once_in_its_set"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FormToken",
                    fields=[
                        ("token", models.UUIDField(primary_key=True, serialize=False)),
                        (
                            "used_at",
                            models.DateTimeField(auto_now_add=True, db_index=True),
                        ),
                        (
                            "sent",
                            models.CharField(
                                blank=True,
                                max_length=64,
                                verbose_name="mark of what was sent",
                            ),
                        ),
                        ("result_type", models.CharField(blank=True, max_length=100)),
                        ("result_id", models.CharField(blank=True, max_length=60)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Partnership",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "name",
                            models.CharField(
                                default="Herefordshire SEND partnership", max_length=120
                            ),
                        ),
                        (
                            "authority",
                            models.CharField(
                                default="Herefordshire Council",
                                max_length=120,
                                verbose_name="local authority",
                            ),
                        ),
                        (
                            "authority_code",
                            models.CharField(
                                default="884",
                                help_text="Three digits, as in the SEN2 return.",
                                max_length=3,
                                verbose_name="local authority number",
                            ),
                        ),
                        (
                            "help_contact",
                            models.CharField(
                                blank=True,
                                help_text="Shown at the foot of every page.",
                                max_length=200,
                                verbose_name="who to ask for help",
                            ),
                        ),
                        (
                            "calculator_is_public",
                            models.BooleanField(
                                default=False,
                                help_text="Anybody may then work out dates without signing in.",
                                verbose_name="deadline calculator open to the public",
                            ),
                        ),
                        (
                            "demonstration",
                            models.BooleanField(
                                default=False,
                                editable=False,
                                verbose_name="holds the demonstration caseload",
                            ),
                        ),
                        (
                            "glass_hours",
                            models.PositiveSmallIntegerField(
                                default=24,
                                help_text="How long somebody who broke the glass may open the restricted record: 1 to 168 hours.",
                                validators=[
                                    django.core.validators.MinValueValidator(1),
                                    django.core.validators.MaxValueValidator(168),
                                ],
                                verbose_name="hours that break-glass lasts",
                            ),
                        ),
                        (
                            "letters_by_email",
                            models.BooleanField(
                                default=False,
                                help_text="To people who prefer e-mail, with the letter as a PDF. Otherwise every letter is printed and posted.",
                                verbose_name="letters may be e-mailed",
                            ),
                        ),
                        (
                            "advice_service",
                            models.CharField(
                                blank=True,
                                help_text="The information, advice and support service for families: name, telephone and e-mail or web address, on one line. Most letters name it.",
                                max_length=300,
                                verbose_name="SENDIASS",
                            ),
                        ),
                        (
                            "disagreement_service",
                            models.CharField(
                                blank=True,
                                help_text="Who helps to settle a disagreement without an appeal: name, telephone and e-mail or web address, on one line. Letters about a right of appeal name it.",
                                max_length=300,
                                verbose_name="disagreement resolution service",
                            ),
                        ),
                        (
                            "mediation_adviser",
                            models.CharField(
                                blank=True,
                                help_text="Name, telephone and e-mail or web address, on one line, as letters print it. No letter about a right of appeal can be written without it (SEND Regulations 2014, reg. 32).",
                                max_length=300,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "partnership settings",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("pk", 1)),
                                name="core_partnership_only_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("glass_hours__range", (1, 168))),
                                name="core_partnership_glass_ends",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
