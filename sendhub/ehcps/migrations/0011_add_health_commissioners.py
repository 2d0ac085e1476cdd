import django.db.models.deletion
import pghistory.utils
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ehcps", "0010_await_plans"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CommissionerChange",
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "commissioner",
                    models.CharField(
                        max_length=200, verbose_name="new health commissioner"
                    ),
                ),
                (
                    "with_move",
                    models.BooleanField(
                        verbose_name="changes with a move to another authority"
                    ),
                ),
                ("changed_on", models.DateField(verbose_name="responsible since")),
                (
                    "known_on",
                    models.DateField(verbose_name="the old one learned of it"),
                ),
                (
                    "told_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="the new one was told"
                    ),
                ),
                (
                    "asked_for",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Nothing"),
                            ("assessment", "A new assessment"),
                            ("review", "A review of the plan"),
                        ],
                        default="",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "asked_on",
                    models.DateField(blank=True, null=True, verbose_name="it asked"),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, null=True, verbose_name="settled"),
                ),
                (
                    "assessment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commissioner_change",
                        to="ehcps.needsassessment",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commissioner_changes",
                        to="ehcps.plan",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CommissionerChangeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "commissioner",
                    models.CharField(
                        max_length=200, verbose_name="new health commissioner"
                    ),
                ),
                (
                    "with_move",
                    models.BooleanField(
                        verbose_name="changes with a move to another authority"
                    ),
                ),
                ("changed_on", models.DateField(verbose_name="responsible since")),
                (
                    "known_on",
                    models.DateField(verbose_name="the old one learned of it"),
                ),
                (
                    "told_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="the new one was told"
                    ),
                ),
                (
                    "asked_for",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Nothing"),
                            ("assessment", "A new assessment"),
                            ("review", "A review of the plan"),
                        ],
                        default="",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "asked_on",
                    models.DateField(blank=True, null=True, verbose_name="it asked"),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, null=True, verbose_name="settled"),
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
                    "closed_by",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcps.commissionerchange",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcps.plan",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="commissionerchange",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("closed_on__isnull", False),
                    ("assessment__isnull", False),
                    _connector="OR",
                    _negated=True,
                ),
                fields=("plan",),
                name="ehcps_commissionerchange_one_open",
            ),
        ),
        migrations.AddConstraint(
            model_name="commissionerchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("told_on", None),
                    ("told_on__gte", models.F("known_on")),
                    _connector="OR",
                ),
                name="ehcps_commissionerchange_known_then_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="commissionerchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("asked_for", ""), ("asked_on", None), ("assessment", None)
                    ),
                    models.Q(
                        ("asked_on__gte", models.F("told_on")),
                        ("told_on__isnull", False),
                        models.Q(
                            models.Q(
                                ("asked_for", "assessment"),
                                ("assessment__isnull", False),
                            ),
                            models.Q(("asked_for", "review"), ("assessment", None)),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="ehcps_commissionerchange_asked_what_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="commissionerchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("closed_by", None), ("closed_on", None)),
                    models.Q(
                        ("assessment", None),
                        ("closed_by__isnull", False),
                        ("closed_on__gte", models.F("told_on")),
                        ("closed_on__isnull", False),
                        ("told_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="ehcps_commissionerchange_closed_who_and_when",
            ),
        ),
    ]
