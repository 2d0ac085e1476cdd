"""All tables of this app as they stood on 23 November 2026: docs/adr/0034."""

import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import pghistory.utils
from django.conf import settings
from django.db import migrations, models

from sendhub.core.creating import CreateModels


class Migration(migrations.Migration):
    replaces = [("intakes", "0001_initial")]

    initial = True
    dependencies = [
        ("accounts", "0001_squashed_0002"),
        ("casework", "0001_squashed_0004"),
        ("core", "0001_squashed_0004"),
        ("ehcps", "0001_squashed_0013"),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="Intake",
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
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("notice", "Notice from a health body"),
                                    ("attention", "Brought to our attention"),
                                    ("early_years", "Referral to early years support"),
                                    ("portage", "Referral to portage"),
                                ],
                                max_length=11,
                                verbose_name="what reached us",
                            ),
                        ),
                        ("received_on", models.DateField(verbose_name="received")),
                        (
                            "informant",
                            models.CharField(
                                max_length=200, verbose_name="name of who told us"
                            ),
                        ),
                        (
                            "words",
                            models.TextField(
                                max_length=10000, verbose_name="what they told us"
                            ),
                        ),
                        (
                            "parent_told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="family told of it by them",
                            ),
                        ),
                        (
                            "answered_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="answered"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "In hand"),
                                    ("assessment", "Assessment being considered"),
                                    ("support", "Support began"),
                                    ("not_considered", "No assessment was considered"),
                                    ("closed", "Closed for another reason"),
                                    ("mistake", "Recorded by mistake"),
                                ],
                                default="",
                                max_length=14,
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="ended"
                            ),
                        ),
                        (
                            "end_reason",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="why it ended"
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="intakes",
                                to="ehcps.needsassessment",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="intakes",
                                to="casework.case",
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "logged_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.code",
                                verbose_name="who told us",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["received_on", "id"],
                                name="intakes_intake_by_received",
                            ),
                            models.Index(
                                condition=models.Q(("outcome", "")),
                                fields=["received_on", "id"],
                                name="intakes_intake_open",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("outcome", "")),
                                fields=("case", "kind"),
                                name="intakes_intake_one_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        [
                                            "notice",
                                            "attention",
                                            "early_years",
                                            "portage",
                                        ],
                                    )
                                ),
                                name="intakes_intake_known_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    django.db.models.lookups.Exact(
                                        django.db.models.functions.text.Left(
                                            "source", 15
                                        ),
                                        models.Value("REQUEST_SOURCE:"),
                                    ),
                                    ("source__isnull", True),
                                    _connector="OR",
                                ),
                                name="intakes_intake_source_code",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("answered_by", None), ("answered_on", None)
                                    ),
                                    models.Q(
                                        ("answered_by__isnull", False),
                                        ("answered_on__gte", models.F("received_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="intakes_intake_answered_who_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_by", None),
                                        ("ended_on", None),
                                        ("outcome", ""),
                                    ),
                                    models.Q(
                                        models.Q(("outcome", ""), _negated=True),
                                        ("ended_by__isnull", False),
                                        ("ended_on__gte", models.F("received_on")),
                                    ),
                                    _connector="OR",
                                ),
                                name="intakes_intake_ended_how_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        (
                                            "outcome__in",
                                            ["not_considered", "closed", "mistake"],
                                        ),
                                        models.Q(("end_reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(
                                            (
                                                "outcome__in",
                                                ["not_considered", "closed", "mistake"],
                                            ),
                                            _negated=True,
                                        ),
                                        ("end_reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="intakes_intake_ended_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("assessment__isnull", False),
                                        ("outcome", "assessment"),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("outcome", "assessment"), _negated=True
                                        ),
                                        ("assessment", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="intakes_intake_led_to_assessment",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("kind__in", ["early_years", "portage"]),
                                        ("outcome", "support"),
                                    ),
                                    models.Q(
                                        ("kind__in", ["attention", "notice"]),
                                        ("outcome", "not_considered"),
                                    ),
                                    (
                                        "outcome__in",
                                        ["", "assessment", "closed", "mistake"],
                                    ),
                                    _connector="OR",
                                ),
                                name="intakes_intake_ended_as_its_kind",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="IntakeEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("notice", "Notice from a health body"),
                                    ("attention", "Brought to our attention"),
                                    ("early_years", "Referral to early years support"),
                                    ("portage", "Referral to portage"),
                                ],
                                max_length=11,
                                verbose_name="what reached us",
                            ),
                        ),
                        ("received_on", models.DateField(verbose_name="received")),
                        (
                            "informant",
                            models.CharField(
                                max_length=200, verbose_name="name of who told us"
                            ),
                        ),
                        (
                            "words",
                            models.TextField(
                                max_length=10000, verbose_name="what they told us"
                            ),
                        ),
                        (
                            "parent_told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="family told of it by them",
                            ),
                        ),
                        (
                            "answered_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="answered"
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "In hand"),
                                    ("assessment", "Assessment being considered"),
                                    ("support", "Support began"),
                                    ("not_considered", "No assessment was considered"),
                                    ("closed", "Closed for another reason"),
                                    ("mistake", "Recorded by mistake"),
                                ],
                                default="",
                                max_length=14,
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="ended"
                            ),
                        ),
                        (
                            "end_reason",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="why it ended"
                            ),
                        ),
                        (
                            "answered_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="ehcps.needsassessment",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="casework.case",
                            ),
                        ),
                        (
                            "ended_by",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "logged_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="intakes.intake",
                            ),
                        ),
                        (
                            "source",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="core.code",
                                verbose_name="who told us",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
    ]
