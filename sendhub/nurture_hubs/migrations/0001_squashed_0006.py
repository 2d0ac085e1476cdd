"""All tables of this app as they stood on 23 November 2026: docs/adr/0034."""

import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import pghistory.utils
from django.conf import settings
from django.db import migrations, models

from sendhub.core.creating import CreateModels

PLACES_ON = """
    CREATE OR REPLACE FUNCTION nurture_hubs_places_on(of_hub bigint, on_day date)
    RETURNS integer LANGUAGE sql STABLE AS $$
        SELECT coalesce((
            SELECT c.places FROM nurture_hubs_hubcapacity c
             WHERE c.hub_id = of_hub AND c.from_on <= on_day
             ORDER BY c.from_on DESC LIMIT 1), 0)
          FROM nurture_hubs_hub h
         WHERE h.id = of_hub AND on_day >= h.opens_on
           AND (h.closes_on IS NULL OR on_day <= h.closes_on)
        UNION ALL SELECT 0 LIMIT 1
    $$
"""
REFUSE = """
    CREATE OR REPLACE FUNCTION nurture_hubs_refuse(constraint_name text, says text)
    RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '%', says
            USING ERRCODE = 'check_violation', CONSTRAINT = constraint_name;
    END
    $$
"""
DROP_REFUSE = "DROP FUNCTION nurture_hubs_refuse(text, text)"
DROP_PLACES_ON = "DROP FUNCTION nurture_hubs_places_on(bigint, date)"


class Migration(migrations.Migration):
    replaces = [
        ("nurture_hubs", "0001_hubs_and_places"),
        ("nurture_hubs", "0002_name_hub_once"),
        ("nurture_hubs", "0003_wait_has_its_day"),
        ("nurture_hubs", "0004_mistakes_of_referrals_and_visits"),
        ("nurture_hubs", "0005_know_when_place_was_shortened"),
        ("nurture_hubs", "0006_hub_days_in_time"),
    ]

    initial = True
    dependencies = [
        ("accounts", "0001_squashed_0002"),
        ("casework", "0001_squashed_0004"),
        ("ehcps", "0001_squashed_0013"),
        ("people", "0001_squashed_0008"),
        ("schools", "0001_squashed_0002"),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="Budget",
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
                            "year",
                            models.PositiveSmallIntegerField(
                                verbose_name="financial year that begins in April of"
                            ),
                        ),
                        (
                            "pence",
                            models.PositiveBigIntegerField(
                                verbose_name="amount (pence)"
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="budgets",
                                to="nurture_hubs.hub",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("hub", "year"),
                                name="nurture_hubs_budget_once",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("year__gte", 2021), ("year__lte", 2100)
                                ),
                                name="nurture_hubs_budget_known_year",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Destination",
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
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="entered in error, said at",
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                        (
                            "point",
                            models.CharField(
                                choices=[
                                    ("exit", "On leaving"),
                                    ("six", "Six months later"),
                                    ("twelve", "Twelve months later"),
                                ],
                                max_length=6,
                                verbose_name="when",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="date")),
                        (
                            "where",
                            models.CharField(
                                choices=[
                                    ("original", "In the original school"),
                                    ("hub_school", "In the hub school"),
                                    ("mainstream", "In another mainstream school"),
                                    (
                                        "resourced",
                                        "In resourced provision or a SEN unit",
                                    ),
                                    ("special", "In a special school"),
                                    ("independent", "In an independent special school"),
                                    ("alternative", "In alternative provision"),
                                    ("home", "Educated at home"),
                                    ("away", "Moved out of the county"),
                                    ("not_known", "Not known"),
                                ],
                                max_length=11,
                            ),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="how the child is doing",
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
                        (
                            "setting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="schools.setting",
                                verbose_name="school",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="destinations",
                                to="nurture_hubs.hubplace",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("place", "point"),
                                name="nurture_hubs_destination_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("point__in", ["exit", "six", "twelve"]),
                                    (
                                        "where__in",
                                        [
                                            "original",
                                            "hub_school",
                                            "mainstream",
                                            "resourced",
                                            "special",
                                            "independent",
                                            "alternative",
                                            "home",
                                            "away",
                                            "not_known",
                                        ],
                                    ),
                                ),
                                name="nurture_hubs_destination_known_where",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_destination_withdrawn_who_when_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Hub",
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
                        ("name", models.CharField(max_length=120)),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("primary", "Primary: early years and key stage 1"),
                                    ("secondary", "Secondary"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "age_from",
                            models.PositiveSmallIntegerField(
                                verbose_name="youngest age at entry"
                            ),
                        ),
                        (
                            "age_to",
                            models.PositiveSmallIntegerField(
                                verbose_name="oldest age at entry"
                            ),
                        ),
                        (
                            "sessions",
                            models.CharField(
                                blank=True,
                                help_text="Like: five mornings a week.",
                                max_length=120,
                                verbose_name="sessions",
                            ),
                        ),
                        ("opens_on", models.DateField(verbose_name="opens")),
                        (
                            "closes_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="last day"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closes_on__isnull", True),
                                    ("closes_on__gte", models.F("opens_on")),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_hub_closes_after_opening",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("age_from__gte", 2),
                                    ("age_to__gte", models.F("age_from")),
                                    ("age_to__lte", 18),
                                ),
                                name="nurture_hubs_hub_ages",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("phase__in", ["primary", "secondary"])
                                ),
                                name="nurture_hubs_hub_known_phase",
                            ),
                            models.UniqueConstraint(
                                django.db.models.functions.text.Lower("name"),
                                name="nurture_hubs_hub_name_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "opens_on__range",
                                        (
                                            datetime.date(2015, 9, 1),
                                            datetime.date(2090, 12, 31),
                                        ),
                                    ),
                                    models.Q(
                                        ("closes_on__isnull", True),
                                        ("closes_on__lte", datetime.date(2090, 12, 31)),
                                        _connector="OR",
                                    ),
                                ),
                                name="nurture_hubs_hub_in_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BudgetEvent",
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
                            "year",
                            models.PositiveSmallIntegerField(
                                verbose_name="financial year that begins in April of"
                            ),
                        ),
                        (
                            "pence",
                            models.PositiveBigIntegerField(
                                verbose_name="amount (pence)"
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.budget",
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.hub",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Agreement",
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
                            "party",
                            models.CharField(
                                choices=[
                                    ("coordinator", "Nurture hub coordinator"),
                                    ("school", "Hub school"),
                                ],
                                max_length=12,
                                verbose_name="who",
                            ),
                        ),
                        ("agreed", models.BooleanField(verbose_name="agreed")),
                        ("on", models.DateField(verbose_name="date")),
                        (
                            "conditions",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="conditions or reasons",
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="taken back"
                            ),
                        ),
                        (
                            "withdrawn_because",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why"
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="casework.document",
                                verbose_name="evidence",
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
                        (
                            "hub",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="agreements",
                                to="nurture_hubs.referral",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_on__isnull", True)),
                                fields=("referral", "hub", "party"),
                                name="nurture_hubs_agreement_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("agreed", True),
                                    models.Q(("conditions", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_agreement_refusal_has_reasons",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_because", ""),
                                        ("withdrawn_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("withdrawn_on__gte", models.F("on")),
                                        ("withdrawn_on__isnull", False),
                                        models.Q(
                                            ("withdrawn_because", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_agreement_withdrawn_when_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("party__in", ["coordinator", "school"])
                                ),
                                name="nurture_hubs_agreement_known_party",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HubCapacity",
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
                        ("from_on", models.DateField(verbose_name="from")),
                        ("places", models.PositiveSmallIntegerField(default=7)),
                        (
                            "because",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why"
                            ),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="capacities",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "hub capacities",
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("hub", "from_on"),
                                name="nurture_hubs_hubcapacity_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("places__lte", 40)),
                                name="nurture_hubs_hubcapacity_small",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "from_on__range",
                                        (
                                            datetime.date(2015, 9, 1),
                                            datetime.date(2090, 12, 31),
                                        ),
                                    )
                                ),
                                name="nurture_hubs_hubcapacity_in_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HubCapacityEvent",
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
                        ("from_on", models.DateField(verbose_name="from")),
                        ("places", models.PositiveSmallIntegerField(default=7)),
                        (
                            "because",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why"
                            ),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.hubcapacity",
                            ),
                        ),
                        (
                            "set_by",
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
                migrations.CreateModel(
                    name="HubDay",
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
                        ("day", models.DateField()),
                        ("places", models.PositiveSmallIntegerField()),
                        ("taken", models.PositiveSmallIntegerField(default=0)),
                        (
                            "hub",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="days",
                                to="nurture_hubs.hub",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("hub", "day"), name="nurture_hubs_hubday_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("taken__lte", models.F("places"))),
                                name="nurture_hubs_day_not_overbooked",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HubEvent",
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
                        ("name", models.CharField(max_length=120)),
                        (
                            "phase",
                            models.CharField(
                                choices=[
                                    ("primary", "Primary: early years and key stage 1"),
                                    ("secondary", "Secondary"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "age_from",
                            models.PositiveSmallIntegerField(
                                verbose_name="youngest age at entry"
                            ),
                        ),
                        (
                            "age_to",
                            models.PositiveSmallIntegerField(
                                verbose_name="oldest age at entry"
                            ),
                        ),
                        (
                            "sessions",
                            models.CharField(
                                blank=True,
                                help_text="Like: five mornings a week.",
                                max_length=120,
                                verbose_name="sessions",
                            ),
                        ),
                        ("opens_on", models.DateField(verbose_name="opens")),
                        (
                            "closes_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="last day"
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.hub",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HubHost",
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
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hosts",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "setting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hubs",
                                to="schools.setting",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_hubhost_ends_after_start",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("hub", "="),
                                    ("setting", "="),
                                    (
                                        models.Func(
                                            "starts_on",
                                            "ends_on",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                                inclusive_upper=True
                                            ),
                                            function="daterange",
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="nurture_hubs_hubhost_one_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "starts_on__range",
                                        (
                                            datetime.date(2015, 9, 1),
                                            datetime.date(2090, 12, 31),
                                        ),
                                    ),
                                    models.Q(
                                        ("ends_on__isnull", True),
                                        ("ends_on__lte", datetime.date(2090, 12, 31)),
                                        _connector="OR",
                                    ),
                                ),
                                name="nurture_hubs_hubhost_in_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HubHostEvent",
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
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.hubhost",
                            ),
                        ),
                        (
                            "setting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="schools.setting",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HubMember",
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
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="members",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hubs",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_hubmember_ends_after_start",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("hub", "="),
                                    ("user", "="),
                                    (
                                        models.Func(
                                            "starts_on",
                                            "ends_on",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                                inclusive_upper=True
                                            ),
                                            function="daterange",
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="nurture_hubs_hubmember_one_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "starts_on__range",
                                        (
                                            datetime.date(2015, 9, 1),
                                            datetime.date(2090, 12, 31),
                                        ),
                                    ),
                                    models.Q(
                                        ("ends_on__isnull", True),
                                        ("ends_on__lte", datetime.date(2090, 12, 31)),
                                        _connector="OR",
                                    ),
                                ),
                                name="nurture_hubs_hubmember_in_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HubMemberEvent",
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
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.hubmember",
                            ),
                        ),
                        (
                            "user",
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
                migrations.CreateModel(
                    name="HubPause",
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
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "because",
                            models.CharField(max_length=300, verbose_name="why"),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="pauses",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__isnull", True),
                                    ("ends_on__gte", models.F("starts_on")),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_hubpause_ends_after_start",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("hub", "="),
                                    (
                                        models.Func(
                                            "starts_on",
                                            "ends_on",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                                inclusive_upper=True
                                            ),
                                            function="daterange",
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="nurture_hubs_hubpause_one_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("because", ""), _negated=True),
                                name="nurture_hubs_hubpause_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "starts_on__range",
                                        (
                                            datetime.date(2015, 9, 1),
                                            datetime.date(2090, 12, 31),
                                        ),
                                    ),
                                    models.Q(
                                        ("ends_on__isnull", True),
                                        ("ends_on__lte", datetime.date(2090, 12, 31)),
                                        _connector="OR",
                                    ),
                                ),
                                name="nurture_hubs_hubpause_in_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HubPauseEvent",
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
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "because",
                            models.CharField(max_length=300, verbose_name="why"),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.hubpause",
                            ),
                        ),
                        (
                            "set_by",
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
                migrations.CreateModel(
                    name="HubPlace",
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
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="entered in error, said at",
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                        (
                            "from_host",
                            models.BooleanField(
                                verbose_name="comes from a host school"
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        (
                            "again_because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why a second stay",
                            ),
                        ),
                        (
                            "few_others_because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why although too few come from other schools",
                            ),
                        ),
                        (
                            "order_because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why before others who wait",
                            ),
                        ),
                        ("allocated_on", models.DateField(verbose_name="allocated")),
                        (
                            "ended_because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why it ended early",
                            ),
                        ),
                        (
                            "again_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "allocated_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hub_places",
                                to="people.child",
                            ),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hub_places",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="places",
                                to="nurture_hubs.referral",
                            ),
                        ),
                        (
                            "shortened_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="day on which an earlier end was recorded",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__gte", models.F("starts_on"))
                                ),
                                name="nurture_hubs_hubplace_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "ends_on__lt",
                                        django.db.models.expressions.RawSQL(
                                            "(starts_on + interval '1 year')::date",
                                            [],
                                            output_field=models.DateField(),
                                        ),
                                    )
                                ),
                                name="nurture_hubs_hubplace_twelve_months",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                expressions=[
                                    ("child", "="),
                                    (
                                        models.Func(
                                            "starts_on",
                                            "ends_on",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(
                                                inclusive_upper=True
                                            ),
                                            function="daterange",
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="nurture_hubs_hubplace_one_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("again_because", ""),
                                        ("again_by__isnull", True),
                                    ),
                                    models.Q(
                                        models.Q(("again_because", ""), _negated=True),
                                        ("again_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_hubplace_again_who_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_hubplace_withdrawn_who_when_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DestinationEvent",
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
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="entered in error, said at",
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                        (
                            "point",
                            models.CharField(
                                choices=[
                                    ("exit", "On leaving"),
                                    ("six", "Six months later"),
                                    ("twelve", "Twelve months later"),
                                ],
                                max_length=6,
                                verbose_name="when",
                            ),
                        ),
                        ("on", models.DateField(verbose_name="date")),
                        (
                            "where",
                            models.CharField(
                                choices=[
                                    ("original", "In the original school"),
                                    ("hub_school", "In the hub school"),
                                    ("mainstream", "In another mainstream school"),
                                    (
                                        "resourced",
                                        "In resourced provision or a SEN unit",
                                    ),
                                    ("special", "In a special school"),
                                    ("independent", "In an independent special school"),
                                    ("alternative", "In alternative provision"),
                                    ("home", "Educated at home"),
                                    ("away", "Moved out of the county"),
                                    ("not_known", "Not known"),
                                ],
                                max_length=11,
                            ),
                        ),
                        (
                            "words",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="how the child is doing",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.destination",
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
                        (
                            "setting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="schools.setting",
                                verbose_name="school",
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                            "place",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.hubplace",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Measure",
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
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="entered in error, said at",
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("1", "At referral"),
                                    ("2", "At entry"),
                                    ("3", "Half-way"),
                                    ("4", "At exit"),
                                ],
                                max_length=1,
                                verbose_name="when",
                            ),
                        ),
                        (
                            "instrument",
                            models.CharField(
                                choices=[
                                    ("boxall", "Boxall Profile"),
                                    (
                                        "sdq",
                                        "Strengths and Difficulties Questionnaire (SDQ)",
                                    ),
                                    ("attendance", "Attendance"),
                                    ("exclusions", "Suspensions and exclusions"),
                                ],
                                max_length=10,
                                verbose_name="measure",
                            ),
                        ),
                        ("measured_on", models.DateField(verbose_name="date")),
                        (
                            "measured_by",
                            models.CharField(
                                max_length=200, verbose_name="who measured"
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
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="measures",
                                to="nurture_hubs.referral",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("referral", "stage", "instrument"),
                                name="nurture_hubs_measure_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "instrument__in",
                                        ["boxall", "sdq", "attendance", "exclusions"],
                                    ),
                                    ("stage__in", ["1", "2", "3", "4"]),
                                ),
                                name="nurture_hubs_measure_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_measure_withdrawn_who_when_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OnwardRequest",
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
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "assessment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="from_hub",
                                to="ehcps.needsassessment",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="onward",
                                to="nurture_hubs.hubplace",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="OnwardRequestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "asked_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="ehcps.needsassessment",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.onwardrequest",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.hubplace",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Referral",
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
                            "standing",
                            models.CharField(
                                choices=[
                                    ("referred", "Referred"),
                                    ("waiting", "Waiting for a place"),
                                    ("placed", "Has or had a place"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                    ("mistake", "Recorded by mistake"),
                                ],
                                default="referred",
                                max_length=10,
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(verbose_name="referral received"),
                        ),
                        (
                            "by_team",
                            models.BooleanField(
                                default=False,
                                verbose_name="by the Behaviour Support Team itself",
                            ),
                        ),
                        (
                            "referrer",
                            models.CharField(
                                max_length=200, verbose_name="who referred the child"
                            ),
                        ),
                        (
                            "need",
                            models.CharField(
                                choices=[
                                    ("1", "Urgent: may lose the school place"),
                                    ("2", "High"),
                                    ("3", "Usual"),
                                ],
                                default="3",
                                max_length=1,
                            ),
                        ),
                        ("reasons", models.TextField(max_length=10000)),
                        (
                            "tried",
                            models.TextField(
                                max_length=10000, verbose_name="what has been tried"
                            ),
                        ),
                        (
                            "consent_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="family agreed"
                            ),
                        ),
                        (
                            "consent_by",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="who agreed"
                            ),
                        ),
                        (
                            "waits_since",
                            models.DateField(
                                blank=True, null=True, verbose_name="waits since"
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="ended"
                            ),
                        ),
                        (
                            "ended_because",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="why"
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hub_referrals",
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
                            "setting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hub_referrals",
                                to="schools.setting",
                                verbose_name="school that the child comes from",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["received_on", "id"],
                                name="nurture_hubs_referral_received",
                            ),
                            models.Index(
                                condition=models.Q(("standing", "waiting")),
                                fields=["need", "waits_since", "id"],
                                name="nurture_hubs_referral_waiting",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("standing__in", ["referred", "waiting"])
                                ),
                                fields=("case",),
                                name="nurture_hubs_referral_one_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("consent_by", ""), ("consent_on__isnull", True)
                                    ),
                                    models.Q(
                                        ("consent_on__isnull", False),
                                        models.Q(("consent_by", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_referral_consent_who_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("need__in", ["1", "2", "3"])),
                                name="nurture_hubs_referral_known_need",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("standing", "waiting"), _negated=True),
                                    models.Q(
                                        ("consent_on__isnull", False),
                                        ("waits_since__gte", models.F("received_on")),
                                        ("waits_since__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_referral_waits_since_and_agreed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_by__isnull", False),
                                        ("ended_on__gte", models.F("received_on")),
                                        ("ended_on__isnull", False),
                                        (
                                            "standing__in",
                                            ["mistake", "refused", "withdrawn"],
                                        ),
                                        models.Q(("ended_because", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("ended_because", ""),
                                        ("ended_by__isnull", True),
                                        ("ended_on__isnull", True),
                                        (
                                            "standing__in",
                                            ["referred", "waiting", "placed"],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_referral_ended_who_when_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MeasureEvent",
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
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="entered in error, said at",
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("1", "At referral"),
                                    ("2", "At entry"),
                                    ("3", "Half-way"),
                                    ("4", "At exit"),
                                ],
                                max_length=1,
                                verbose_name="when",
                            ),
                        ),
                        (
                            "instrument",
                            models.CharField(
                                choices=[
                                    ("boxall", "Boxall Profile"),
                                    (
                                        "sdq",
                                        "Strengths and Difficulties Questionnaire (SDQ)",
                                    ),
                                    ("attendance", "Attendance"),
                                    ("exclusions", "Suspensions and exclusions"),
                                ],
                                max_length=10,
                                verbose_name="measure",
                            ),
                        ),
                        ("measured_on", models.DateField(verbose_name="date")),
                        (
                            "measured_by",
                            models.CharField(
                                max_length=200, verbose_name="who measured"
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.measure",
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
                        (
                            "withdrawn_by",
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
                            "referral",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.referral",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HubPlaceEvent",
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
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="entered in error, said at",
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                        (
                            "from_host",
                            models.BooleanField(
                                verbose_name="comes from a host school"
                            ),
                        ),
                        ("starts_on", models.DateField(verbose_name="first day")),
                        ("ends_on", models.DateField(verbose_name="last day")),
                        (
                            "again_because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why a second stay",
                            ),
                        ),
                        (
                            "few_others_because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why although too few come from other schools",
                            ),
                        ),
                        (
                            "order_because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why before others who wait",
                            ),
                        ),
                        ("allocated_on", models.DateField(verbose_name="allocated")),
                        (
                            "ended_because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why it ended early",
                            ),
                        ),
                        (
                            "again_by",
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
                            "allocated_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.child",
                            ),
                        ),
                        (
                            "hub",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.hubplace",
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                            "referral",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.referral",
                            ),
                        ),
                        (
                            "shortened_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="day on which an earlier end was recorded",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AgreementEvent",
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
                            "party",
                            models.CharField(
                                choices=[
                                    ("coordinator", "Nurture hub coordinator"),
                                    ("school", "Hub school"),
                                ],
                                max_length=12,
                                verbose_name="who",
                            ),
                        ),
                        ("agreed", models.BooleanField(verbose_name="agreed")),
                        ("on", models.DateField(verbose_name="date")),
                        (
                            "conditions",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="conditions or reasons",
                            ),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="taken back"
                            ),
                        ),
                        (
                            "withdrawn_because",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="why"
                            ),
                        ),
                        (
                            "document",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="casework.document",
                                verbose_name="evidence",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.agreement",
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
                        (
                            "hub",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.hub",
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.referral",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="ReferralEvent",
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
                            "standing",
                            models.CharField(
                                choices=[
                                    ("referred", "Referred"),
                                    ("waiting", "Waiting for a place"),
                                    ("placed", "Has or had a place"),
                                    ("refused", "Refused"),
                                    ("withdrawn", "Withdrawn"),
                                    ("mistake", "Recorded by mistake"),
                                ],
                                default="referred",
                                max_length=10,
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(verbose_name="referral received"),
                        ),
                        (
                            "by_team",
                            models.BooleanField(
                                default=False,
                                verbose_name="by the Behaviour Support Team itself",
                            ),
                        ),
                        (
                            "referrer",
                            models.CharField(
                                max_length=200, verbose_name="who referred the child"
                            ),
                        ),
                        (
                            "need",
                            models.CharField(
                                choices=[
                                    ("1", "Urgent: may lose the school place"),
                                    ("2", "High"),
                                    ("3", "Usual"),
                                ],
                                default="3",
                                max_length=1,
                            ),
                        ),
                        ("reasons", models.TextField(max_length=10000)),
                        (
                            "tried",
                            models.TextField(
                                max_length=10000, verbose_name="what has been tried"
                            ),
                        ),
                        (
                            "consent_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="family agreed"
                            ),
                        ),
                        (
                            "consent_by",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="who agreed"
                            ),
                        ),
                        (
                            "waits_since",
                            models.DateField(
                                blank=True, null=True, verbose_name="waits since"
                            ),
                        ),
                        (
                            "ended_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="ended"
                            ),
                        ),
                        (
                            "ended_because",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="why"
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
                                to="nurture_hubs.referral",
                            ),
                        ),
                        (
                            "setting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="schools.setting",
                                verbose_name="school that the child comes from",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Score",
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
                        ("scale", models.CharField(max_length=17)),
                        ("value", models.DecimalField(decimal_places=1, max_digits=5)),
                        (
                            "measure",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="scores",
                                to="nurture_hubs.measure",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("measure", "scale"),
                                name="nurture_hubs_score_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("scale", "boxall_a"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_b"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_c"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_d"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_e"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_f"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_g"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_h"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_i"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_j"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_q"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_r"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_s"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_t"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_u"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_v"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_w"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_x"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_y"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "boxall_z"),
                                        ("value__gte", 0),
                                        ("value__lte", 40),
                                    ),
                                    models.Q(
                                        ("scale", "sdq_emotional"),
                                        ("value__gte", 0),
                                        ("value__lte", 10),
                                    ),
                                    models.Q(
                                        ("scale", "sdq_conduct"),
                                        ("value__gte", 0),
                                        ("value__lte", 10),
                                    ),
                                    models.Q(
                                        ("scale", "sdq_hyperactivity"),
                                        ("value__gte", 0),
                                        ("value__lte", 10),
                                    ),
                                    models.Q(
                                        ("scale", "sdq_peer"),
                                        ("value__gte", 0),
                                        ("value__lte", 10),
                                    ),
                                    models.Q(
                                        ("scale", "sdq_prosocial"),
                                        ("value__gte", 0),
                                        ("value__lte", 10),
                                    ),
                                    models.Q(
                                        ("scale", "sdq_impact"),
                                        ("value__gte", 0),
                                        ("value__lte", 10),
                                    ),
                                    models.Q(
                                        ("scale", "attendance"),
                                        ("value__gte", 0),
                                        ("value__lte", 100),
                                    ),
                                    models.Q(
                                        ("scale", "suspensions"),
                                        ("value__gte", 0),
                                        ("value__lte", 60),
                                    ),
                                    models.Q(
                                        ("scale", "days_out"),
                                        ("value__gte", 0),
                                        ("value__lte", 95),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_score_within_its_scale",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ScoreEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("scale", models.CharField(max_length=17)),
                        ("value", models.DecimalField(decimal_places=1, max_digits=5)),
                        (
                            "measure",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.measure",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.score",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Talk",
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
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="entered in error, said at",
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                        ("arranged_on", models.DateField(verbose_name="arranged")),
                        ("planned_for", models.DateField(verbose_name="planned for")),
                        (
                            "held_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="held"
                            ),
                        ),
                        (
                            "family",
                            models.BooleanField(
                                default=False, verbose_name="family took part"
                            ),
                        ),
                        (
                            "original_school",
                            models.BooleanField(
                                default=False, verbose_name="original school took part"
                            ),
                        ),
                        (
                            "hub_school",
                            models.BooleanField(
                                default=False, verbose_name="hub school took part"
                            ),
                        ),
                        (
                            "coordinator",
                            models.BooleanField(
                                default=False, verbose_name="coordinator took part"
                            ),
                        ),
                        (
                            "absent_because",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why somebody was not there",
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("return", "Returns to the original school"),
                                    ("stay", "Stays with the hub school"),
                                    ("class", "Returns to class in the host school"),
                                    ("elsewhere", "Goes to another school"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "views",
                            models.TextField(
                                blank=True,
                                max_length=10000,
                                verbose_name="what the family and the schools said",
                            ),
                        ),
                        (
                            "arranged_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "held_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "next_setting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="schools.setting",
                                verbose_name="school from then on",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="talks",
                                to="nurture_hubs.hubplace",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at__isnull", True)),
                                fields=("place",),
                                name="nurture_hubs_talk_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decision", ""),
                                        ("held_by__isnull", True),
                                        ("held_on__isnull", True),
                                        ("next_setting__isnull", True),
                                    ),
                                    models.Q(
                                        ("held_by__isnull", False),
                                        ("held_on__isnull", False),
                                        (
                                            "decision__in",
                                            ["return", "stay", "class", "elsewhere"],
                                        ),
                                        ("next_setting__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_talk_held_who_and_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("planned_for__gte", models.F("arranged_on"))
                                ),
                                name="nurture_hubs_talk_planned_after_arranged",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_talk_withdrawn_who_when_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TalkEvent",
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
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="entered in error, said at",
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                        ("arranged_on", models.DateField(verbose_name="arranged")),
                        ("planned_for", models.DateField(verbose_name="planned for")),
                        (
                            "held_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="held"
                            ),
                        ),
                        (
                            "family",
                            models.BooleanField(
                                default=False, verbose_name="family took part"
                            ),
                        ),
                        (
                            "original_school",
                            models.BooleanField(
                                default=False, verbose_name="original school took part"
                            ),
                        ),
                        (
                            "hub_school",
                            models.BooleanField(
                                default=False, verbose_name="hub school took part"
                            ),
                        ),
                        (
                            "coordinator",
                            models.BooleanField(
                                default=False, verbose_name="coordinator took part"
                            ),
                        ),
                        (
                            "absent_because",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why somebody was not there",
                            ),
                        ),
                        (
                            "decision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("return", "Returns to the original school"),
                                    ("stay", "Stays with the hub school"),
                                    ("class", "Returns to class in the host school"),
                                    ("elsewhere", "Goes to another school"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "views",
                            models.TextField(
                                blank=True,
                                max_length=10000,
                                verbose_name="what the family and the schools said",
                            ),
                        ),
                        (
                            "arranged_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "held_by",
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
                            "next_setting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="schools.setting",
                                verbose_name="school from then on",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.talk",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.hubplace",
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Target",
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
                            "words",
                            models.CharField(max_length=300, verbose_name="target"),
                        ),
                        ("set_on", models.DateField(verbose_name="set")),
                        (
                            "at_entry",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="at entry"
                            ),
                        ),
                        (
                            "half_way",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="half-way"
                            ),
                        ),
                        (
                            "at_exit",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="at exit"
                            ),
                        ),
                        (
                            "dropped_because",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it is not followed any more",
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="targets",
                                to="nurture_hubs.referral",
                            ),
                        ),
                        (
                            "set_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("at_entry", None),
                                        ("at_entry__lte", 10),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("half_way", None),
                                        ("half_way__lte", 10),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("at_exit", None),
                                        ("at_exit__lte", 10),
                                        _connector="OR",
                                    ),
                                ),
                                name="nurture_hubs_target_rated_to_ten",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TargetEvent",
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
                            "words",
                            models.CharField(max_length=300, verbose_name="target"),
                        ),
                        ("set_on", models.DateField(verbose_name="set")),
                        (
                            "at_entry",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="at entry"
                            ),
                        ),
                        (
                            "half_way",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="half-way"
                            ),
                        ),
                        (
                            "at_exit",
                            models.PositiveSmallIntegerField(
                                blank=True, null=True, verbose_name="at exit"
                            ),
                        ),
                        (
                            "dropped_because",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it is not followed any more",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.target",
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.referral",
                            ),
                        ),
                        (
                            "set_by",
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
                migrations.CreateModel(
                    name="TransitionStep",
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
                            "what",
                            models.CharField(
                                max_length=300, verbose_name="what is done"
                            ),
                        ),
                        (
                            "who",
                            models.CharField(
                                max_length=200, verbose_name="who does it"
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="by")),
                        (
                            "done_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="done"
                            ),
                        ),
                        (
                            "dropped_because",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it is not needed any more",
                            ),
                        ),
                        (
                            "done_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "talk",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="nurture_hubs.talk",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("done_by__isnull", True),
                                        ("done_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("done_by__isnull", False),
                                        ("done_on__isnull", False),
                                        ("dropped_because", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_transitionstep_done_who_and_when",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TransitionStepEvent",
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
                            "what",
                            models.CharField(
                                max_length=300, verbose_name="what is done"
                            ),
                        ),
                        (
                            "who",
                            models.CharField(
                                max_length=200, verbose_name="who does it"
                            ),
                        ),
                        ("due_on", models.DateField(verbose_name="by")),
                        (
                            "done_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="done"
                            ),
                        ),
                        (
                            "dropped_because",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it is not needed any more",
                            ),
                        ),
                        (
                            "done_by",
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
                                to="nurture_hubs.transitionstep",
                            ),
                        ),
                        (
                            "talk",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="nurture_hubs.talk",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Visit",
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
                                    ("observation", "Observation"),
                                    ("advice", "Advice"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("on", models.DateField(verbose_name="date")),
                        (
                            "visitor",
                            models.CharField(max_length=200, verbose_name="who came"),
                        ),
                        (
                            "found",
                            models.TextField(
                                max_length=10000,
                                verbose_name="what was seen or advised",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hub_visits",
                                to="casework.case",
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
                        (
                            "setting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="hub_visits",
                                to="schools.setting",
                                verbose_name="school",
                            ),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="entered in error, said at",
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["observation", "advice"])
                                ),
                                name="nurture_hubs_visit_known_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("withdrawn_at__isnull", True),
                                        ("withdrawn_by__isnull", True),
                                        ("withdrawn_reason", ""),
                                    ),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        ("withdrawn_by__isnull", False),
                                        models.Q(
                                            ("withdrawn_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="nurture_hubs_visit_withdrawn_who_when_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="VisitEvent",
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
                                    ("observation", "Observation"),
                                    ("advice", "Advice"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("on", models.DateField(verbose_name="date")),
                        (
                            "visitor",
                            models.CharField(max_length=200, verbose_name="who came"),
                        ),
                        (
                            "found",
                            models.TextField(
                                max_length=10000,
                                verbose_name="what was seen or advised",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="nurture_hubs.visit",
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
                        (
                            "setting",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="schools.setting",
                                verbose_name="school",
                            ),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="entered in error, said at",
                            ),
                        ),
                        (
                            "withdrawn_by",
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
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
            ],
        ),
        migrations.RunSQL(PLACES_ON, DROP_PLACES_ON),
        migrations.RunSQL(REFUSE, DROP_REFUSE),
    ]
