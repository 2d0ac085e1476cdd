import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import pghistory.utils
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("casework", "0001_initial"),
        ("core", "0002_initial"),
        ("schools", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="NeedsAssessment",
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
                    "stage",
                    models.CharField(
                        choices=[
                            ("requested", "Request received"),
                            ("refused", "Not assessed"),
                            ("assessing", "Assessing"),
                            ("not_issued", "Assessed, no plan"),
                            ("issuing", "Plan being drafted"),
                            ("draft_sent", "Draft sent"),
                            ("issued", "Plan issued"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="requested",
                        max_length=12,
                    ),
                ),
                ("received_on", models.DateField(verbose_name="request received")),
                (
                    "requester",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name of who asked"
                    ),
                ),
                (
                    "reasons",
                    models.TextField(max_length=10000, verbose_name="reasons given"),
                ),
                (
                    "youth_accommodation",
                    models.BooleanField(
                        default=False,
                        verbose_name="in relevant youth accommodation at the request",
                    ),
                ),
                (
                    "assess_told_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="family told whether we assess",
                    ),
                ),
                ("assess_reasons", models.TextField(blank=True, max_length=10000)),
                (
                    "issue_told_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="family told whether we issue a plan",
                    ),
                ),
                ("issue_reasons", models.TextField(blank=True, max_length=10000)),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, null=True, verbose_name="withdrawn"),
                ),
                ("withdrawn_reason", models.TextField(blank=True, max_length=2000)),
                (
                    "assess_decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="casework.case",
                    ),
                ),
                (
                    "issue_decided_by",
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
                        verbose_name="who asked",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["received_on", "id"],
                        name="ehcps_assessment_by_received",
                    ),
                    models.Index(
                        condition=models.Q(
                            (
                                "stage__in",
                                ["assessing", "draft_sent", "issuing", "requested"],
                            )
                        ),
                        fields=["received_on", "id"],
                        name="ehcps_assessment_open",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            (
                                "stage__in",
                                ["assessing", "draft_sent", "issuing", "requested"],
                            )
                        ),
                        fields=("case",),
                        name="ehcps_needsassessment_one_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("assess_decided_by__isnull", True),
                                ("assess_told_on__isnull", True),
                            ),
                            models.Q(
                                ("assess_decided_by__isnull", False),
                                ("assess_told_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_needsassessment_assess_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issue_decided_by__isnull", True),
                                ("issue_told_on__isnull", True),
                            ),
                            models.Q(
                                ("issue_decided_by__isnull", False),
                                ("issue_told_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_needsassessment_issue_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("assess_told_on__isnull", True), ("stage", "requested")
                            ),
                            ("stage", "withdrawn"),
                            models.Q(
                                models.Q(
                                    ("stage__in", ["requested", "withdrawn"]),
                                    _negated=True,
                                ),
                                ("assess_told_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_needsassessment_stage_has_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issue_told_on__isnull", False),
                                (
                                    "stage__in",
                                    ["issuing", "draft_sent", "issued", "not_issued"],
                                ),
                            ),
                            ("stage", "withdrawn"),
                            models.Q(
                                models.Q(
                                    (
                                        "stage__in",
                                        [
                                            "issuing",
                                            "draft_sent",
                                            "issued",
                                            "not_issued",
                                            "withdrawn",
                                        ],
                                    ),
                                    _negated=True,
                                ),
                                ("issue_told_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_needsassessment_stage_has_issue_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("stage", "withdrawn"), ("withdrawn_on__isnull", False)
                            ),
                            models.Q(
                                models.Q(("stage", "withdrawn"), _negated=True),
                                ("withdrawn_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_needsassessment_withdrawn_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("assess_told_on__isnull", True),
                                ("assess_told_on__gte", models.F("received_on")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("issue_told_on__isnull", True),
                                ("issue_told_on__gte", models.F("assess_told_on")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("withdrawn_on__isnull", True),
                                ("withdrawn_on__gte", models.F("received_on")),
                                _connector="OR",
                            ),
                        ),
                        name="ehcps_needsassessment_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Left("source", 15),
                                models.Value("REQUEST_SOURCE:"),
                            ),
                            ("source__isnull", True),
                            _connector="OR",
                        ),
                        name="ehcps_needsassessment_source_code",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Advice",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("parent", "Parent or young person"),
                            ("education", "School or setting"),
                            ("medical", "Health"),
                            ("psychology", "Educational psychologist"),
                            ("social_care", "Social care"),
                            ("adulthood", "Preparation for adulthood"),
                            ("sensory", "Hearing or vision teacher"),
                            ("other", "Other person"),
                        ],
                        max_length=12,
                        verbose_name="whose advice",
                    ),
                ),
                ("asked_of", models.CharField(max_length=200, verbose_name="asked of")),
                ("asked_on", models.DateField(verbose_name="asked")),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="received"),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True, max_length=10000, verbose_name="what it says"
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
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.document",
                    ),
                ),
                (
                    "received_by",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advices",
                        to="ehcps.needsassessment",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "advice",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("received_by__isnull", True),
                                ("received_on__isnull", True),
                            ),
                            models.Q(
                                ("received_by__isnull", False),
                                ("received_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_advice_received_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("received_on__isnull", True),
                            ("received_on__gte", models.F("asked_on")),
                            _connector="OR",
                        ),
                        name="ehcps_advice_received_after_asked",
                    ),
                    models.UniqueConstraint(
                        fields=("assessment", "kind", "asked_of"),
                        name="ehcps_advice_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NeedsAssessmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("requested", "Request received"),
                            ("refused", "Not assessed"),
                            ("assessing", "Assessing"),
                            ("not_issued", "Assessed, no plan"),
                            ("issuing", "Plan being drafted"),
                            ("draft_sent", "Draft sent"),
                            ("issued", "Plan issued"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="requested",
                        max_length=12,
                    ),
                ),
                ("received_on", models.DateField(verbose_name="request received")),
                (
                    "requester",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="name of who asked"
                    ),
                ),
                (
                    "reasons",
                    models.TextField(max_length=10000, verbose_name="reasons given"),
                ),
                (
                    "youth_accommodation",
                    models.BooleanField(
                        default=False,
                        verbose_name="in relevant youth accommodation at the request",
                    ),
                ),
                (
                    "assess_told_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="family told whether we assess",
                    ),
                ),
                ("assess_reasons", models.TextField(blank=True, max_length=10000)),
                (
                    "issue_told_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        verbose_name="family told whether we issue a plan",
                    ),
                ),
                ("issue_reasons", models.TextField(blank=True, max_length=10000)),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, null=True, verbose_name="withdrawn"),
                ),
                ("withdrawn_reason", models.TextField(blank=True, max_length=2000)),
                (
                    "assess_decided_by",
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
                    "issue_decided_by",
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
                        to="ehcps.needsassessment",
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
                        verbose_name="who asked",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Plan",
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
                    "standing",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("live", "Live"),
                            ("ceased", "Ceased"),
                            ("abandoned", "Never issued"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                (
                    "written_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="text written"
                    ),
                ),
                (
                    "comments_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="family's comments received"
                    ),
                ),
                (
                    "comments",
                    models.TextField(
                        blank=True, max_length=10000, verbose_name="what they said"
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(blank=True, null=True, verbose_name="issued"),
                ),
                (
                    "cease_told_on",
                    models.DateField(blank=True, null=True, verbose_name="family told"),
                ),
                (
                    "ceased_on",
                    models.DateField(blank=True, null=True, verbose_name="ceased"),
                ),
                ("cease_detail", models.TextField(blank=True, max_length=2000)),
                (
                    "arrangement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.code",
                        verbose_name="arrangement where no setting is named",
                    ),
                ),
                (
                    "assessment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan",
                        to="ehcps.needsassessment",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="casework.case",
                    ),
                ),
                (
                    "cease_reason",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.code",
                        verbose_name="reason for ceasing",
                    ),
                ),
                (
                    "ceased_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "primary_need",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.code",
                        verbose_name="primary need",
                    ),
                ),
                (
                    "secondary_need",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.code",
                        verbose_name="secondary need",
                    ),
                ),
                (
                    "setting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="schools.setting",
                        verbose_name="setting named",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["issued_on", "id"], name="ehcps_plan_by_issue"
                    ),
                    models.Index(
                        condition=models.Q(("standing", "live")),
                        fields=["issued_on", "id"],
                        name="ehcps_plan_live",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("standing", "live")),
                        fields=("case",),
                        name="ehcps_plan_one_live",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issued_by__isnull", True),
                                ("issued_on__isnull", True),
                                ("standing__in", ["draft", "abandoned"]),
                            ),
                            models.Q(
                                ("issued_by__isnull", False),
                                ("issued_on__isnull", False),
                                ("primary_need__isnull", False),
                                ("standing__in", ["live", "ceased"]),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_plan_issued_who_when_and_need",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("standing__in", ["draft", "abandoned"]),
                            models.Q(
                                ("arrangement__isnull", True),
                                ("setting__isnull", False),
                            ),
                            models.Q(
                                ("arrangement__isnull", False),
                                ("setting__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_plan_names_one_setting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cease_reason__isnull", False),
                                ("ceased_by__isnull", False),
                                ("ceased_on__isnull", False),
                                ("standing", "ceased"),
                            ),
                            models.Q(
                                models.Q(("standing", "ceased"), _negated=True),
                                ("cease_reason__isnull", True),
                                ("ceased_by__isnull", True),
                                ("ceased_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_plan_ceased_who_when_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ceased_on__isnull", True),
                            ("ceased_on__gte", models.F("issued_on")),
                            _connector="OR",
                        ),
                        name="ehcps_plan_ceases_after_issue",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("secondary_need__isnull", True),
                            models.Q(
                                ("primary_need__isnull", False),
                                models.Q(
                                    ("secondary_need", models.F("primary_need")),
                                    _negated=True,
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_plan_needs_differ",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Left("primary_need", 9),
                                models.Value("SEN_TYPE:"),
                            ),
                            ("primary_need__isnull", True),
                            _connector="OR",
                        ),
                        name="ehcps_plan_primary_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Left(
                                    "secondary_need", 9
                                ),
                                models.Value("SEN_TYPE:"),
                            ),
                            ("secondary_need__isnull", True),
                            _connector="OR",
                        ),
                        name="ehcps_plan_secondary_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Left("arrangement", 12),
                                models.Value("SEN_SETTING:"),
                            ),
                            ("arrangement__isnull", True),
                            _connector="OR",
                        ),
                        name="ehcps_plan_arrangement_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Left(
                                    "cease_reason", 13
                                ),
                                models.Value("CEASE_REASON:"),
                            ),
                            ("cease_reason__isnull", True),
                            _connector="OR",
                        ),
                        name="ehcps_plan_cease_code",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdviceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("parent", "Parent or young person"),
                            ("education", "School or setting"),
                            ("medical", "Health"),
                            ("psychology", "Educational psychologist"),
                            ("social_care", "Social care"),
                            ("adulthood", "Preparation for adulthood"),
                            ("sensory", "Hearing or vision teacher"),
                            ("other", "Other person"),
                        ],
                        max_length=12,
                        verbose_name="whose advice",
                    ),
                ),
                ("asked_of", models.CharField(max_length=200, verbose_name="asked of")),
                ("asked_on", models.DateField(verbose_name="asked")),
                (
                    "received_on",
                    models.DateField(blank=True, null=True, verbose_name="received"),
                ),
                (
                    "summary",
                    models.TextField(
                        blank=True, max_length=10000, verbose_name="what it says"
                    ),
                ),
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
                    "document",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casework.document",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcps.advice",
                    ),
                ),
                (
                    "received_by",
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
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcps.needsassessment",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("live", "Live"),
                            ("ceased", "Ceased"),
                            ("abandoned", "Never issued"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                (
                    "written_at",
                    models.DateTimeField(
                        editable=False, null=True, verbose_name="text written"
                    ),
                ),
                (
                    "comments_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="family's comments received"
                    ),
                ),
                (
                    "comments",
                    models.TextField(
                        blank=True, max_length=10000, verbose_name="what they said"
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(blank=True, null=True, verbose_name="issued"),
                ),
                (
                    "cease_told_on",
                    models.DateField(blank=True, null=True, verbose_name="family told"),
                ),
                (
                    "ceased_on",
                    models.DateField(blank=True, null=True, verbose_name="ceased"),
                ),
                ("cease_detail", models.TextField(blank=True, max_length=2000)),
                (
                    "arrangement",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.code",
                        verbose_name="arrangement where no setting is named",
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
                    "cease_reason",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.code",
                        verbose_name="reason for ceasing",
                    ),
                ),
                (
                    "ceased_by",
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
                    "issued_by",
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
                        to="ehcps.plan",
                    ),
                ),
                (
                    "primary_need",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.code",
                        verbose_name="primary need",
                    ),
                ),
                (
                    "secondary_need",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.code",
                        verbose_name="secondary need",
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
                        verbose_name="setting named",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PlanVersion",
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
                ("number", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("draft", "Draft"), ("final", "Final")], max_length=10
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="written")),
                (
                    "sent_on",
                    models.DateField(blank=True, null=True, verbose_name="sent"),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="ehcps.plan",
                    ),
                ),
                (
                    "sent_by",
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
                        fields=("plan", "number"), name="ehcps_planversion_number_once"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("sent_on__isnull", True)),
                        fields=("plan",),
                        name="ehcps_planversion_one_being_written",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("sent_by__isnull", True), ("sent_on__isnull", True)
                            ),
                            models.Q(
                                ("sent_by__isnull", False), ("sent_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_planversion_sent_who_and_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanSection",
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
                    "letter",
                    models.CharField(
                        choices=[
                            ("A", "A. Views, interests and aspirations"),
                            ("B", "B. Special educational needs"),
                            ("C", "C. Health needs"),
                            ("D", "D. Social care needs"),
                            ("E", "E. Outcomes"),
                            ("F", "F. Special educational provision"),
                            ("G", "G. Health provision"),
                            ("H1", "H1. Social care provision (1970 Act, section 2)"),
                            ("H2", "H2. Other social care provision"),
                            ("I", "I. Setting"),
                            ("J", "J. Direct payments"),
                            ("K", "K. Advice and information"),
                        ],
                        max_length=2,
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=50000)),
                (
                    "plan_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sections",
                        to="ehcps.planversion",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan_version", "letter"), name="ehcps_plansection_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanVersionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("draft", "Draft"), ("final", "Final")], max_length=10
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="written")),
                (
                    "sent_on",
                    models.DateField(blank=True, null=True, verbose_name="sent"),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcps.planversion",
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
                    "sent_by",
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
            name="PlanSectionEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "letter",
                    models.CharField(
                        choices=[
                            ("A", "A. Views, interests and aspirations"),
                            ("B", "B. Special educational needs"),
                            ("C", "C. Health needs"),
                            ("D", "D. Social care needs"),
                            ("E", "E. Outcomes"),
                            ("F", "F. Special educational provision"),
                            ("G", "G. Health provision"),
                            ("H1", "H1. Social care provision (1970 Act, section 2)"),
                            ("H2", "H2. Other social care provision"),
                            ("I", "I. Setting"),
                            ("J", "J. Direct payments"),
                            ("K", "K. Advice and information"),
                        ],
                        max_length=2,
                    ),
                ),
                ("text", models.TextField(blank=True, max_length=50000)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcps.plansection",
                    ),
                ),
                (
                    "plan_version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="ehcps.planversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
