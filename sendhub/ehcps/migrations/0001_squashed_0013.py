"""All tables of this app as they stood on 23 November 2026: docs/adr/0034."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import pghistory.utils
import sendhub.core.clock
from django.conf import settings
from django.db import migrations, models

from sendhub.core.creating import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("ehcps", "0001_initial"),
        ("ehcps", "0002_every_path"),
        ("ehcps", "0003_fill_advice_due"),
        ("ehcps", "0004_require_advice_due"),
        ("ehcps", "0005_correct_moves"),
        ("ehcps", "0006_fill_correction_case"),
        ("ehcps", "0007_require_correction_case"),
        ("ehcps", "0008_what_the_return_asks"),
        ("ehcps", "0009_keep_failed_extracts"),
        ("ehcps", "0010_await_plans"),
        ("ehcps", "0011_add_health_commissioners"),
        ("ehcps", "0012_recorded_by_mistake"),
        ("ehcps", "0013_name_withdrawals_alike"),
    ]

    initial = True
    dependencies = [
        ("accounts", "0001_squashed_0002"),
        ("casework", "0001_squashed_0004"),
        ("core", "0001_squashed_0004"),
        ("schools", "0001_squashed_0002"),
    ]

    operations = [
        CreateModels(
            models=[
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
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
                                    ("mistake", "Recorded by mistake"),
                                ],
                                default="requested",
                                max_length=12,
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(verbose_name="request received"),
                        ),
                        (
                            "requester",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="name of who asked",
                            ),
                        ),
                        (
                            "reasons",
                            models.TextField(
                                max_length=10000, verbose_name="reasons given"
                            ),
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
                        (
                            "assess_reasons",
                            models.TextField(blank=True, max_length=10000),
                        ),
                        (
                            "issue_told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="family told whether we issue a plan",
                            ),
                        ),
                        (
                            "issue_reasons",
                            models.TextField(blank=True, max_length=10000),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="withdrawn"
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, max_length=2000),
                        ),
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
                        (
                            "begun",
                            models.CharField(
                                choices=[
                                    ("request", "A request"),
                                    (
                                        "responsible",
                                        "We became responsible without a request",
                                    ),
                                    ("again", "A request to assess again"),
                                    ("own", "Our own decision to assess again"),
                                ],
                                default="request",
                                max_length=11,
                                verbose_name="what its time runs from",
                            ),
                        ),
                        (
                            "reassesses",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reassessments",
                                to="ehcps.plan",
                                verbose_name="plan whose child is assessed again",
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
                                        [
                                            "assessing",
                                            "draft_sent",
                                            "issuing",
                                            "requested",
                                        ],
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
                                        [
                                            "assessing",
                                            "draft_sent",
                                            "issuing",
                                            "requested",
                                        ],
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
                                        ("assess_told_on__isnull", True),
                                        (
                                            "assess_told_on__gte",
                                            models.F("received_on"),
                                        ),
                                        _connector="OR",
                                    ),
                                    models.Q(
                                        ("issue_told_on__isnull", True),
                                        (
                                            "issue_told_on__gte",
                                            models.F("assess_told_on"),
                                        ),
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
                                        django.db.models.functions.text.Left(
                                            "source", 15
                                        ),
                                        models.Value("REQUEST_SOURCE:"),
                                    ),
                                    ("source__isnull", True),
                                    _connector="OR",
                                ),
                                name="ehcps_needsassessment_source_code",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "begun__in",
                                        ["request", "responsible", "again", "own"],
                                    )
                                ),
                                name="ehcps_needsassessment_begun_somehow",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("begun__in", ["again", "own"]),
                                        ("reassesses__isnull", False),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("begun__in", ["again", "own"]),
                                            _negated=True,
                                        ),
                                        ("reassesses__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_needsassessment_again_of_a_plan",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("assess_told_on__isnull", True),
                                        ("stage", "requested"),
                                    ),
                                    ("stage__in", ["withdrawn", "mistake"]),
                                    models.Q(
                                        models.Q(
                                            (
                                                "stage__in",
                                                ["requested", "withdrawn", "mistake"],
                                            ),
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
                                            [
                                                "issuing",
                                                "draft_sent",
                                                "issued",
                                                "not_issued",
                                            ],
                                        ),
                                    ),
                                    ("stage__in", ["withdrawn", "mistake"]),
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
                                                    "mistake",
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
                                        ("stage", "withdrawn"),
                                        ("withdrawn_on__isnull", False),
                                    ),
                                    ("stage", "mistake"),
                                    models.Q(
                                        models.Q(
                                            ("stage__in", ["withdrawn", "mistake"]),
                                            _negated=True,
                                        ),
                                        ("withdrawn_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_needsassessment_withdrawn_when",
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
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
                        (
                            "asked_of",
                            models.CharField(max_length=200, verbose_name="asked of"),
                        ),
                        (
                            "asked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="asked"
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="received"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(
                                blank=True,
                                max_length=10000,
                                verbose_name="what it says",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
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
                        (
                            "due_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="due"
                            ),
                        ),
                        (
                            "held_agreed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "held_agreed_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="agreed to be enough",
                            ),
                        ),
                        (
                            "held_agreed_with",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="who agreed for the family",
                            ),
                        ),
                        (
                            "held_from",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="date of what is held",
                            ),
                        ),
                        (
                            "judged_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "judged_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="judged"
                            ),
                        ),
                        (
                            "lacking",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="what is missing",
                            ),
                        ),
                        (
                            "quality",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not judged yet"),
                                    ("meets", "Meets the need"),
                                    ("sent_back", "Sent back: something is missing"),
                                ],
                                default="",
                                max_length=9,
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("asked_on__isnull", False),
                                    ("held_agreed_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="ehcps_advice_asked_or_held",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("held_agreed_by", None),
                                        ("held_agreed_on", None),
                                        ("held_agreed_with", ""),
                                        ("held_from", None),
                                    ),
                                    models.Q(
                                        ("held_agreed_by__isnull", False),
                                        ("held_agreed_on__isnull", False),
                                        ("held_from__isnull", False),
                                        models.Q(
                                            ("held_agreed_with", ""), _negated=True
                                        ),
                                        ("held_agreed_on__gte", models.F("held_from")),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_advice_held_as_agreed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("held_agreed_on", None),
                                    models.Q(
                                        ("received_on", None),
                                        models.Q(("kind", "parent"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_advice_held_not_asked_of_family",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("judged_by", None),
                                        ("judged_on", None),
                                        ("lacking", ""),
                                        ("quality", ""),
                                    ),
                                    models.Q(
                                        ("judged_by__isnull", False),
                                        ("judged_on__gte", models.F("received_on")),
                                        ("judged_on__isnull", False),
                                        ("received_on__isnull", False),
                                        models.Q(
                                            models.Q(
                                                ("lacking", ""), ("quality", "meets")
                                            ),
                                            models.Q(
                                                ("quality", "sent_back"),
                                                models.Q(
                                                    ("lacking", ""), _negated=True
                                                ),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_advice_judged_who_when_and_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("asked_by", None),
                                        ("asked_on", None),
                                        ("due_on", None),
                                    ),
                                    models.Q(
                                        ("asked_by__isnull", False),
                                        ("asked_on__isnull", False),
                                        ("due_on__gt", models.F("asked_on")),
                                        ("due_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_advice_asked_who_and_when",
                            ),
                        ],
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    models.Q(
                                        ("held_agreed_on", None), ("received_on", None)
                                    ),
                                    ("quality", "sent_back"),
                                    _connector="OR",
                                ),
                                fields=["due_on", "id"],
                                name="ehcps_advice_outstanding",
                            ),
                            models.Index(
                                fields=["due_on", "kind", "id"],
                                include=("received_on",),
                                name="ehcps_advice_by_due",
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
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
                                    ("mistake", "Recorded by mistake"),
                                ],
                                default="requested",
                                max_length=12,
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(verbose_name="request received"),
                        ),
                        (
                            "requester",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="name of who asked",
                            ),
                        ),
                        (
                            "reasons",
                            models.TextField(
                                max_length=10000, verbose_name="reasons given"
                            ),
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
                        (
                            "assess_reasons",
                            models.TextField(blank=True, max_length=10000),
                        ),
                        (
                            "issue_told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="family told whether we issue a plan",
                            ),
                        ),
                        (
                            "issue_reasons",
                            models.TextField(blank=True, max_length=10000),
                        ),
                        (
                            "withdrawn_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="withdrawn"
                            ),
                        ),
                        (
                            "withdrawn_reason",
                            models.TextField(blank=True, max_length=2000),
                        ),
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
                        (
                            "begun",
                            models.CharField(
                                choices=[
                                    ("request", "A request"),
                                    (
                                        "responsible",
                                        "We became responsible without a request",
                                    ),
                                    ("again", "A request to assess again"),
                                    ("own", "Our own decision to assess again"),
                                ],
                                default="request",
                                max_length=11,
                                verbose_name="what its time runs from",
                            ),
                        ),
                        (
                            "reassesses",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="ehcps.plan",
                                verbose_name="plan whose child is assessed again",
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("live", "Live"),
                                    ("ceased", "Ceased"),
                                    ("abandoned", "Never issued"),
                                    ("replaced", "Replaced by a newer plan"),
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
                                blank=True,
                                null=True,
                                verbose_name="family's comments received",
                            ),
                        ),
                        (
                            "comments",
                            models.TextField(
                                blank=True,
                                max_length=10000,
                                verbose_name="what they said",
                            ),
                        ),
                        (
                            "issued_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="issued"
                            ),
                        ),
                        (
                            "cease_told_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="family told"
                            ),
                        ),
                        (
                            "ceased_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="ceased"
                            ),
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
                                blank=True,
                                null=True,
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
                                            (
                                                "secondary_need",
                                                models.F("primary_need"),
                                            ),
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
                                        django.db.models.functions.text.Left(
                                            "primary_need", 9
                                        ),
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
                                        django.db.models.functions.text.Left(
                                            "arrangement", 12
                                        ),
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
                                        (
                                            "standing__in",
                                            ["ceased", "live", "replaced"],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_plan_issued_who_when_and_need",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("assessment__isnull", False),
                                    ("standing__in", ["ceased", "live", "replaced"]),
                                    _connector="OR",
                                ),
                                name="ehcps_plan_assessed_or_transferred",
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
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
                        (
                            "asked_of",
                            models.CharField(max_length=200, verbose_name="asked of"),
                        ),
                        (
                            "asked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="asked"
                            ),
                        ),
                        (
                            "received_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="received"
                            ),
                        ),
                        (
                            "summary",
                            models.TextField(
                                blank=True,
                                max_length=10000,
                                verbose_name="what it says",
                            ),
                        ),
                        (
                            "asked_by",
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
                        (
                            "due_on",
                            models.DateField(
                                editable=False, null=True, verbose_name="due"
                            ),
                        ),
                        (
                            "held_agreed_by",
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
                            "held_agreed_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="agreed to be enough",
                            ),
                        ),
                        (
                            "held_agreed_with",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="who agreed for the family",
                            ),
                        ),
                        (
                            "held_from",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="date of what is held",
                            ),
                        ),
                        (
                            "judged_by",
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
                            "judged_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="judged"
                            ),
                        ),
                        (
                            "lacking",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="what is missing",
                            ),
                        ),
                        (
                            "quality",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Not judged yet"),
                                    ("meets", "Meets the need"),
                                    ("sent_back", "Sent back: something is missing"),
                                ],
                                default="",
                                max_length=9,
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("draft", "Draft"),
                                    ("live", "Live"),
                                    ("ceased", "Ceased"),
                                    ("abandoned", "Never issued"),
                                    ("replaced", "Replaced by a newer plan"),
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
                                blank=True,
                                null=True,
                                verbose_name="family's comments received",
                            ),
                        ),
                        (
                            "comments",
                            models.TextField(
                                blank=True,
                                max_length=10000,
                                verbose_name="what they said",
                            ),
                        ),
                        (
                            "issued_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="issued"
                            ),
                        ),
                        (
                            "cease_told_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="family told"
                            ),
                        ),
                        (
                            "ceased_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="ceased"
                            ),
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("draft", "Draft"), ("final", "Final")],
                                max_length=10,
                            ),
                        ),
                        ("written_at", models.DateTimeField(verbose_name="written")),
                        (
                            "sent_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="sent"
                            ),
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
                                fields=("plan", "number"),
                                name="ehcps_planversion_number_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("sent_on__isnull", True)),
                                fields=("plan",),
                                name="ehcps_planversion_one_being_written",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("sent_by__isnull", True),
                                        ("sent_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("sent_by__isnull", False),
                                        ("sent_on__isnull", False),
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
                                    (
                                        "H1",
                                        "H1. Social care provision (1970 Act, section 2)",
                                    ),
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
                                fields=("plan_version", "letter"),
                                name="ehcps_plansection_once",
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[("draft", "Draft"), ("final", "Final")],
                                max_length=10,
                            ),
                        ),
                        ("written_at", models.DateTimeField(verbose_name="written")),
                        (
                            "sent_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="sent"
                            ),
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
                                    (
                                        "H1",
                                        "H1. Social care provision (1970 Act, section 2)",
                                    ),
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
                migrations.CreateModel(
                    name="Reversal",
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
                            "of",
                            models.CharField(
                                choices=[
                                    ("assess", "The decision not to assess"),
                                    ("issue", "The decision not to issue a plan"),
                                ],
                                max_length=6,
                                verbose_name="what was reversed",
                            ),
                        ),
                        (
                            "route",
                            models.CharField(
                                choices=[
                                    (
                                        "order",
                                        "The tribunal ordered it, also by consent",
                                    ),
                                    (
                                        "unopposed",
                                        "The council told the tribunal that it does not oppose",
                                    ),
                                    (
                                        "mediation",
                                        "It was agreed in writing in mediation",
                                    ),
                                    (
                                        "informal",
                                        "The council changed its mind, with none of these",
                                    ),
                                ],
                                max_length=9,
                                verbose_name="how",
                            ),
                        ),
                        (
                            "happened_on",
                            models.DateField(verbose_name="date it was reversed"),
                        ),
                        (
                            "agreed_by",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="other date agreed in writing",
                            ),
                        ),
                        (
                            "told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="family told that we go on",
                            ),
                        ),
                        (
                            "reasons",
                            models.TextField(
                                max_length=10000,
                                verbose_name="what was ordered or agreed",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="reversals",
                                to="ehcps.needsassessment",
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("assessment", "of"), name="ehcps_reversal_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("agreed_by__isnull", True),
                                    models.Q(
                                        ("agreed_by__gte", models.F("happened_on")),
                                        ("route", "mediation"),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_reversal_agreed_in_mediation",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("told_on__isnull", True),
                                    ("told_on__gte", models.F("happened_on")),
                                    _connector="OR",
                                ),
                                name="ehcps_reversal_told_after",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("of__in", ["assess", "issue"]),
                                    (
                                        "route__in",
                                        ["order", "unopposed", "mediation", "informal"],
                                    ),
                                ),
                                name="ehcps_reversal_known_route",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Exemption",
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
                            "ground",
                            models.CharField(
                                choices=[
                                    (
                                        "closure",
                                        "The school or nursery was closed for four weeks or more",
                                    ),
                                    (
                                        "circumstances",
                                        "Exceptional personal circumstances",
                                    ),
                                    (
                                        "absence",
                                        "Child, parent or young person away for four weeks or more",
                                    ),
                                    (
                                        "missed",
                                        "The child missed an appointment for the advice",
                                    ),
                                ],
                                max_length=13,
                                verbose_name="reason",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="first day"
                            ),
                        ),
                        (
                            "ends_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="day it was over"
                            ),
                        ),
                        (
                            "impractical_because",
                            models.TextField(
                                max_length=2000,
                                verbose_name="why it was impractical because of this",
                            ),
                        ),
                        (
                            "judged",
                            models.CharField(
                                max_length=500, verbose_name="what the rule book says"
                            ),
                        ),
                        (
                            "told_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="family told why"
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
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                        (
                            "deadline",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="exemptions",
                                to="casework.deadline",
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
                                fields=("deadline", "ground"),
                                name="ehcps_exemption_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ground", "circumstances"),
                                    models.Q(
                                        ("ground", "missed"),
                                        ("starts_on__isnull", False),
                                    ),
                                    models.Q(
                                        ("ends_on__gt", models.F("starts_on")),
                                        ("ends_on__isnull", False),
                                        ("ground__in", ["closure", "absence"]),
                                        ("starts_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_exemption_has_its_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("impractical_because", ""), _negated=True
                                ),
                                name="ehcps_exemption_says_why",
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
                                name="ehcps_exemption_withdrawn_who_when_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Ceasing",
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
                            "consulted_on",
                            models.DateField(verbose_name="family and setting asked"),
                        ),
                        (
                            "why",
                            models.TextField(
                                max_length=10000, verbose_name="why the plan would end"
                            ),
                        ),
                        (
                            "told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="family told of the decision",
                            ),
                        ),
                        (
                            "certificate_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="mediation certificate",
                            ),
                        ),
                        (
                            "appealed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="appeal received"
                            ),
                        ),
                        (
                            "appeal_decided_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="appeal decided"
                            ),
                        ),
                        (
                            "ended",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Open"),
                                    ("ceased", "The plan ended"),
                                    ("kept", "The plan was kept"),
                                ],
                                default="",
                                editable=False,
                                max_length=6,
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "kept_because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why the plan is kept",
                            ),
                        ),
                        (
                            "cease_reason",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.code",
                                verbose_name="reason for ceasing",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="ceasings",
                                to="ehcps.plan",
                            ),
                        ),
                        (
                            "proposed_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "told_by",
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
                                condition=models.Q(("ended", "")),
                                fields=("plan",),
                                name="ehcps_ceasing_one_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("told_by__isnull", True),
                                        ("told_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("told_by__isnull", False),
                                        ("told_on__gte", models.F("consulted_on")),
                                        ("told_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_ceasing_asked_before_told",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("certificate_on__isnull", True),
                                    models.Q(
                                        ("certificate_on__gte", models.F("told_on")),
                                        ("told_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_ceasing_certificate_after_notice",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("appealed_on__isnull", True),
                                    models.Q(
                                        ("appealed_on__gte", models.F("told_on")),
                                        ("told_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_ceasing_appeal_after_notice",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("appeal_decided_on__isnull", True),
                                    models.Q(
                                        (
                                            "appeal_decided_on__gte",
                                            models.F("appealed_on"),
                                        ),
                                        ("appealed_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_ceasing_decided_after_appeal",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended", ""),
                                        ("ended_on__isnull", True),
                                        ("kept_because", ""),
                                    ),
                                    models.Q(
                                        ("ended", "ceased"),
                                        ("ended_on__isnull", False),
                                        ("kept_because", ""),
                                        ("told_on__isnull", False),
                                    ),
                                    models.Q(
                                        ("ended", "kept"),
                                        ("ended_on__isnull", False),
                                        models.Q(("kept_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_ceasing_ended_how_and_when",
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
                                name="ehcps_ceasing_reason_code",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Correction",
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
                            "field",
                            models.CharField(
                                choices=[
                                    ("received_on", "Day the request was received"),
                                    (
                                        "assess_told_on",
                                        "Day the family was told whether we assess",
                                    ),
                                    (
                                        "issue_told_on",
                                        "Day the family was told whether we issue a plan",
                                    ),
                                    ("issued_on", "Day the final plan was issued"),
                                    (
                                        "cease_told",
                                        "Day the family was told that the plan ends",
                                    ),
                                    ("ceased_on", "Day the plan ceased"),
                                    ("advice_asked", "Day advice was asked for"),
                                    ("advice_came", "Day advice was received"),
                                    ("assess", "Decision whether to assess"),
                                    ("issue", "Decision whether to issue a plan"),
                                    ("moved_on", "Day they moved here"),
                                    (
                                        "transferred_on",
                                        "Day the plan was transferred to us",
                                    ),
                                    (
                                        "transfer_told",
                                        "Day the family was told of the transfer",
                                    ),
                                    (
                                        "will_assess",
                                        "Whether the family was told that we assess again",
                                    ),
                                    (
                                        "review_said",
                                        "Day by which we said that we review the plan",
                                    ),
                                    (
                                        "reviewed_on",
                                        "Day the family was sent our decision after the review",
                                    ),
                                    ("moves_on", "Day of the move away"),
                                    ("known_on", "Day we learned of the move away"),
                                    ("gone_on", "Day of the transfer away"),
                                    (
                                        "mistake",
                                        "Whether the request was recorded by mistake",
                                    ),
                                ],
                                max_length=14,
                                verbose_name="what is wrong",
                            ),
                        ),
                        (
                            "old_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="recorded"
                            ),
                        ),
                        (
                            "new_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="right"
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(
                                max_length=2000, verbose_name="how it came to be wrong"
                            ),
                        ),
                        ("asked_at", models.DateTimeField(editable=False)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Waits for a second person"),
                                    ("agreed", "Agreed"),
                                    ("refused", "Refused"),
                                    ("alone", "Made by a manager alone"),
                                ],
                                default="",
                                max_length=7,
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why it was refused",
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
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="ehcps.needsassessment",
                            ),
                        ),
                        (
                            "decided_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "advice",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="ehcps.advice",
                            ),
                        ),
                        (
                            "reasons",
                            models.TextField(
                                blank=True,
                                max_length=10000,
                                verbose_name="reasons for the refusal",
                            ),
                        ),
                        (
                            "to_yes",
                            models.BooleanField(
                                blank=True,
                                null=True,
                                verbose_name="the right answer is yes",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="casework.case",
                            ),
                        ),
                        (
                            "move_in",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="ehcps.movein",
                            ),
                        ),
                        (
                            "move_out",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="corrections",
                                to="ehcps.moveout",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("outcome", "")),
                                fields=["asked_at", "id"],
                                name="ehcps_correction_waiting",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome", "refused"),
                                        models.Q(("because", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("outcome", "refused"), _negated=True),
                                        ("because", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_correction_refused_with_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("advice__isnull", False),
                                        ("field__in", ["advice_asked", "advice_came"]),
                                    ),
                                    models.Q(
                                        models.Q(
                                            (
                                                "field__in",
                                                ["advice_asked", "advice_came"],
                                            ),
                                            _negated=True,
                                        ),
                                        ("advice", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_correction_of_one_advice",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("outcome", "")),
                                fields=(
                                    "assessment",
                                    "move_in",
                                    "move_out",
                                    "field",
                                    "advice",
                                ),
                                name="ehcps_correction_one_open",
                                nulls_distinct=False,
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("assessment__isnull", False),
                                        ("move_in", None),
                                        ("move_out", None),
                                        models.Q(
                                            (
                                                "field__in",
                                                [
                                                    "moved_on",
                                                    "transferred_on",
                                                    "transfer_told",
                                                    "will_assess",
                                                    "review_said",
                                                    "reviewed_on",
                                                    "moves_on",
                                                    "known_on",
                                                    "gone_on",
                                                ],
                                            ),
                                            _negated=True,
                                        ),
                                    ),
                                    models.Q(
                                        ("assessment", None),
                                        ("move_in__isnull", False),
                                        ("move_out", None),
                                        (
                                            "field__in",
                                            [
                                                "moved_on",
                                                "transferred_on",
                                                "transfer_told",
                                                "will_assess",
                                                "review_said",
                                                "reviewed_on",
                                            ],
                                        ),
                                    ),
                                    models.Q(
                                        ("assessment", None),
                                        ("move_in", None),
                                        ("move_out__isnull", False),
                                        (
                                            "field__in",
                                            ["moves_on", "known_on", "gone_on"],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_correction_of_one_record",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome__in", ["agreed", "refused"]),
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                        models.Q(
                                            ("decided_by", models.F("asked_by")),
                                            _negated=True,
                                        ),
                                    ),
                                    models.Q(
                                        ("decided_at", None),
                                        ("decided_by", None),
                                        ("outcome", ""),
                                    ),
                                    models.Q(
                                        ("decided_at", None),
                                        ("decided_by", None),
                                        (
                                            "field__in",
                                            [
                                                "advice_asked",
                                                "advice_came",
                                                "known_on",
                                                "moved_on",
                                                "moves_on",
                                                "received_on",
                                            ],
                                        ),
                                        ("outcome", "alone"),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_correction_decided_by_another",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reason", ""), _negated=True),
                                    models.Q(
                                        models.Q(
                                            (
                                                "field__in",
                                                [
                                                    "assess",
                                                    "issue",
                                                    "mistake",
                                                    "will_assess",
                                                ],
                                            ),
                                            ("new_on", None),
                                            ("old_on", None),
                                            ("to_yes__isnull", False),
                                        ),
                                        models.Q(
                                            models.Q(
                                                (
                                                    "field__in",
                                                    [
                                                        "assess",
                                                        "issue",
                                                        "mistake",
                                                        "will_assess",
                                                    ],
                                                ),
                                                _negated=True,
                                            ),
                                            ("new_on__isnull", False),
                                            ("old_on__isnull", False),
                                            ("to_yes", None),
                                            models.Q(
                                                ("old_on", models.F("new_on")),
                                                _negated=True,
                                            ),
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                name="ehcps_correction_changes_with_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MoveIn",
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
                        ("moved_on", models.DateField(verbose_name="moved here")),
                        (
                            "transferred_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="plan transferred to us",
                            ),
                        ),
                        (
                            "last_review_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="last reviewed there",
                            ),
                        ),
                        (
                            "told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="family told of the transfer",
                            ),
                        ),
                        (
                            "will_assess",
                            models.BooleanField(
                                null=True, verbose_name="whether we assess again"
                            ),
                        ),
                        (
                            "review_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="when we said we review it",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="reviewed by us"
                            ),
                        ),
                        (
                            "how_far",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="how far it was there",
                            ),
                        ),
                        (
                            "assessment",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="move_in",
                                to="ehcps.needsassessment",
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.code",
                                verbose_name="authority they came from",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves_in",
                                to="casework.case",
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
                            "plan",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="move_in",
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
                        (
                            "reviewed_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "told_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "asked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="plan asked for"
                            ),
                        ),
                        (
                            "chased_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="last reminded of it",
                            ),
                        ),
                        (
                            "dropped_because",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="why not"
                            ),
                        ),
                        (
                            "dropped_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="no plan will come"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "moves in",
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("plan__isnull", True),
                                        ("transferred_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("plan__isnull", False),
                                        ("transferred_on__gte", models.F("moved_on")),
                                        ("transferred_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_movein_plan_transferred",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("last_review_on__isnull", True),
                                    ("last_review_on__lte", models.F("transferred_on")),
                                    _connector="OR",
                                ),
                                name="ehcps_movein_reviewed_there_before",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("review_on__isnull", True),
                                        ("told_by__isnull", True),
                                        ("told_on__isnull", True),
                                        ("will_assess__isnull", True),
                                    ),
                                    models.Q(
                                        ("review_on__gte", models.F("transferred_on")),
                                        ("review_on__isnull", False),
                                        ("told_by__isnull", False),
                                        ("told_on__gte", models.F("transferred_on")),
                                        ("told_on__isnull", False),
                                        ("will_assess__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_movein_told_who_when_and_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("reviewed_by__isnull", True),
                                        ("reviewed_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("reviewed_by__isnull", False),
                                        (
                                            "reviewed_on__gte",
                                            models.F("transferred_on"),
                                        ),
                                        ("reviewed_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_movein_reviewed_who_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    django.db.models.lookups.Exact(
                                        django.db.models.functions.text.Left(
                                            "authority", 8
                                        ),
                                        models.Value("LA_CODE:"),
                                    ),
                                    ("authority__isnull", True),
                                    _connector="OR",
                                ),
                                name="ehcps_movein_authority_code",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("assessment__isnull", True),
                                        ("plan__isnull", False),
                                    ),
                                    models.Q(
                                        ("assessment__isnull", False),
                                        ("plan__isnull", True),
                                    ),
                                    models.Q(
                                        ("asked_on__isnull", False),
                                        ("assessment", None),
                                        ("plan", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_movein_plan_or_assessment",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("assessment", None),
                                    ("dropped_on", None),
                                    ("plan", None),
                                ),
                                fields=("case",),
                                name="ehcps_movein_one_awaited",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("chased_on", None),
                                    ("chased_on__gte", models.F("asked_on")),
                                    _connector="OR",
                                ),
                                name="ehcps_movein_asked_then_chased",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("dropped_because", ""), ("dropped_on", None)
                                    ),
                                    models.Q(
                                        ("assessment", None),
                                        ("dropped_on__isnull", False),
                                        ("plan", None),
                                        models.Q(
                                            ("dropped_because", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_movein_dropped_with_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MoveOut",
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
                        ("moves_on", models.DateField(verbose_name="day of the move")),
                        ("known_on", models.DateField(verbose_name="we learned of it")),
                        (
                            "country",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="where, outside England",
                            ),
                        ),
                        (
                            "ended",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Open"),
                                    ("gone", "They moved"),
                                    ("dropped", "It came to nothing"),
                                ],
                                default="",
                                editable=False,
                                max_length=7,
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "papers",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="papers sent"
                            ),
                        ),
                        (
                            "dropped_because",
                            models.TextField(blank=True, max_length=2000),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves_out",
                                to="ehcps.needsassessment",
                            ),
                        ),
                        (
                            "authority",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.code",
                                verbose_name="authority they move to",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves_out",
                                to="casework.case",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="moves_out",
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
                        "verbose_name_plural": "moves out",
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("ended", "")),
                                fields=("case",),
                                name="ehcps_moveout_one_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("plan__isnull", False),
                                    ("assessment__isnull", False),
                                    _connector="OR",
                                ),
                                name="ehcps_moveout_of_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("authority__isnull", False), ("country", "")
                                    ),
                                    models.Q(
                                        ("authority__isnull", True),
                                        models.Q(("country", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_moveout_one_destination",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("dropped_because", ""),
                                        ("ended", ""),
                                        ("ended_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("dropped_because", ""),
                                        ("ended", "gone"),
                                        ("ended_on__gte", models.F("moves_on")),
                                        ("ended_on__isnull", False),
                                    ),
                                    models.Q(
                                        ("ended", "dropped"),
                                        ("ended_on__isnull", False),
                                        models.Q(
                                            ("dropped_because", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_moveout_ended_how_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended", "gone"), _negated=True),
                                    ("plan__isnull", True),
                                    ("authority__isnull", True),
                                    models.Q(("papers", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="ehcps_moveout_plan_goes_with_papers",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    django.db.models.lookups.Exact(
                                        django.db.models.functions.text.Left(
                                            "authority", 8
                                        ),
                                        models.Value("LA_CODE:"),
                                    ),
                                    ("authority__isnull", True),
                                    _connector="OR",
                                ),
                                name="ehcps_moveout_authority_code",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Extract",
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
                            "made_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        ("filename", models.CharField(max_length=100)),
                        ("plans", models.PositiveIntegerField()),
                        (
                            "left_out",
                            models.PositiveIntegerField(
                                verbose_name="plans of restricted children left out"
                            ),
                        ),
                        (
                            "children",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(),
                                default=list,
                                size=None,
                            ),
                        ),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        (
                            "failure",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was not written",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("failure", ""),
                                        ("sha256__regex", "^[0-9a-f]{64}$"),
                                    ),
                                    models.Q(
                                        ("sha256", ""),
                                        models.Q(("failure", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_extract_fingerprint",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReversalEvent",
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
                            "of",
                            models.CharField(
                                choices=[
                                    ("assess", "The decision not to assess"),
                                    ("issue", "The decision not to issue a plan"),
                                ],
                                max_length=6,
                                verbose_name="what was reversed",
                            ),
                        ),
                        (
                            "route",
                            models.CharField(
                                choices=[
                                    (
                                        "order",
                                        "The tribunal ordered it, also by consent",
                                    ),
                                    (
                                        "unopposed",
                                        "The council told the tribunal that it does not oppose",
                                    ),
                                    (
                                        "mediation",
                                        "It was agreed in writing in mediation",
                                    ),
                                    (
                                        "informal",
                                        "The council changed its mind, with none of these",
                                    ),
                                ],
                                max_length=9,
                                verbose_name="how",
                            ),
                        ),
                        (
                            "happened_on",
                            models.DateField(verbose_name="date it was reversed"),
                        ),
                        (
                            "agreed_by",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="other date agreed in writing",
                            ),
                        ),
                        (
                            "told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="family told that we go on",
                            ),
                        ),
                        (
                            "reasons",
                            models.TextField(
                                max_length=10000,
                                verbose_name="what was ordered or agreed",
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
                                to="ehcps.reversal",
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
                migrations.CreateModel(
                    name="ExemptionEvent",
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
                            "ground",
                            models.CharField(
                                choices=[
                                    (
                                        "closure",
                                        "The school or nursery was closed for four weeks or more",
                                    ),
                                    (
                                        "circumstances",
                                        "Exceptional personal circumstances",
                                    ),
                                    (
                                        "absence",
                                        "Child, parent or young person away for four weeks or more",
                                    ),
                                    (
                                        "missed",
                                        "The child missed an appointment for the advice",
                                    ),
                                ],
                                max_length=13,
                                verbose_name="reason",
                            ),
                        ),
                        (
                            "starts_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="first day"
                            ),
                        ),
                        (
                            "ends_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="day it was over"
                            ),
                        ),
                        (
                            "impractical_because",
                            models.TextField(
                                max_length=2000,
                                verbose_name="why it was impractical because of this",
                            ),
                        ),
                        (
                            "judged",
                            models.CharField(
                                max_length=500, verbose_name="what the rule book says"
                            ),
                        ),
                        (
                            "told_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="family told why"
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
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                        (
                            "deadline",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="casework.deadline",
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
                                to="ehcps.exemption",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="CeasingEvent",
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
                            "consulted_on",
                            models.DateField(verbose_name="family and setting asked"),
                        ),
                        (
                            "why",
                            models.TextField(
                                max_length=10000, verbose_name="why the plan would end"
                            ),
                        ),
                        (
                            "told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="family told of the decision",
                            ),
                        ),
                        (
                            "certificate_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="mediation certificate",
                            ),
                        ),
                        (
                            "appealed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="appeal received"
                            ),
                        ),
                        (
                            "appeal_decided_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="appeal decided"
                            ),
                        ),
                        (
                            "ended",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Open"),
                                    ("ceased", "The plan ended"),
                                    ("kept", "The plan was kept"),
                                ],
                                default="",
                                editable=False,
                                max_length=6,
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "kept_because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why the plan is kept",
                            ),
                        ),
                        (
                            "cease_reason",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="core.code",
                                verbose_name="reason for ceasing",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="ehcps.ceasing",
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
                            "proposed_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "told_by",
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
                    name="CorrectionEvent",
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
                            "field",
                            models.CharField(
                                choices=[
                                    ("received_on", "Day the request was received"),
                                    (
                                        "assess_told_on",
                                        "Day the family was told whether we assess",
                                    ),
                                    (
                                        "issue_told_on",
                                        "Day the family was told whether we issue a plan",
                                    ),
                                    ("issued_on", "Day the final plan was issued"),
                                    (
                                        "cease_told",
                                        "Day the family was told that the plan ends",
                                    ),
                                    ("ceased_on", "Day the plan ceased"),
                                    ("advice_asked", "Day advice was asked for"),
                                    ("advice_came", "Day advice was received"),
                                    ("assess", "Decision whether to assess"),
                                    ("issue", "Decision whether to issue a plan"),
                                    ("moved_on", "Day they moved here"),
                                    (
                                        "transferred_on",
                                        "Day the plan was transferred to us",
                                    ),
                                    (
                                        "transfer_told",
                                        "Day the family was told of the transfer",
                                    ),
                                    (
                                        "will_assess",
                                        "Whether the family was told that we assess again",
                                    ),
                                    (
                                        "review_said",
                                        "Day by which we said that we review the plan",
                                    ),
                                    (
                                        "reviewed_on",
                                        "Day the family was sent our decision after the review",
                                    ),
                                    ("moves_on", "Day of the move away"),
                                    ("known_on", "Day we learned of the move away"),
                                    ("gone_on", "Day of the transfer away"),
                                    (
                                        "mistake",
                                        "Whether the request was recorded by mistake",
                                    ),
                                ],
                                max_length=14,
                                verbose_name="what is wrong",
                            ),
                        ),
                        (
                            "old_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="recorded"
                            ),
                        ),
                        (
                            "new_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="right"
                            ),
                        ),
                        (
                            "reason",
                            models.TextField(
                                max_length=2000, verbose_name="how it came to be wrong"
                            ),
                        ),
                        ("asked_at", models.DateTimeField(editable=False)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Waits for a second person"),
                                    ("agreed", "Agreed"),
                                    ("refused", "Refused"),
                                    ("alone", "Made by a manager alone"),
                                ],
                                default="",
                                max_length=7,
                            ),
                        ),
                        (
                            "decided_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "because",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="why it was refused",
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
                            "decided_by",
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
                                to="ehcps.correction",
                            ),
                        ),
                        (
                            "advice",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="ehcps.advice",
                            ),
                        ),
                        (
                            "reasons",
                            models.TextField(
                                blank=True,
                                max_length=10000,
                                verbose_name="reasons for the refusal",
                            ),
                        ),
                        (
                            "to_yes",
                            models.BooleanField(
                                blank=True,
                                null=True,
                                verbose_name="the right answer is yes",
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
                            "move_in",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="ehcps.movein",
                            ),
                        ),
                        (
                            "move_out",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="ehcps.moveout",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MoveInEvent",
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
                        ("moved_on", models.DateField(verbose_name="moved here")),
                        (
                            "transferred_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="plan transferred to us",
                            ),
                        ),
                        (
                            "last_review_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="last reviewed there",
                            ),
                        ),
                        (
                            "told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="family told of the transfer",
                            ),
                        ),
                        (
                            "will_assess",
                            models.BooleanField(
                                null=True, verbose_name="whether we assess again"
                            ),
                        ),
                        (
                            "review_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="when we said we review it",
                            ),
                        ),
                        (
                            "reviewed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="reviewed by us"
                            ),
                        ),
                        (
                            "how_far",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="how far it was there",
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
                            "authority",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="core.code",
                                verbose_name="authority they came from",
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
                                to="ehcps.movein",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
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
                        (
                            "reviewed_by",
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
                            "told_by",
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
                            "asked_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="plan asked for"
                            ),
                        ),
                        (
                            "chased_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="last reminded of it",
                            ),
                        ),
                        (
                            "dropped_because",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="why not"
                            ),
                        ),
                        (
                            "dropped_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="no plan will come"
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MoveOutEvent",
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
                        ("moves_on", models.DateField(verbose_name="day of the move")),
                        ("known_on", models.DateField(verbose_name="we learned of it")),
                        (
                            "country",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="where, outside England",
                            ),
                        ),
                        (
                            "ended",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Open"),
                                    ("gone", "They moved"),
                                    ("dropped", "It came to nothing"),
                                ],
                                default="",
                                editable=False,
                                max_length=7,
                            ),
                        ),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "papers",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="papers sent"
                            ),
                        ),
                        (
                            "dropped_because",
                            models.TextField(blank=True, max_length=2000),
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
                            "authority",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="core.code",
                                verbose_name="authority they move to",
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
                                to="ehcps.moveout",
                            ),
                        ),
                        (
                            "plan",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
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
                migrations.CreateModel(
                    name="ExtractEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "made_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        ("filename", models.CharField(max_length=100)),
                        ("plans", models.PositiveIntegerField()),
                        (
                            "left_out",
                            models.PositiveIntegerField(
                                verbose_name="plans of restricted children left out"
                            ),
                        ),
                        (
                            "children",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(),
                                default=list,
                                size=None,
                            ),
                        ),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="ehcps.extract",
                            ),
                        ),
                        (
                            "failure",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was not written",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Dispute",
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
                            "about",
                            models.CharField(
                                choices=[
                                    ("assess", "The decision not to assess"),
                                    ("issue", "The decision not to issue a plan"),
                                    (
                                        "other",
                                        "Something else: what the plan says, its setting or its end",
                                    ),
                                ],
                                max_length=6,
                                verbose_name="what it was about",
                            ),
                        ),
                        (
                            "forum",
                            models.CharField(
                                choices=[
                                    ("mediation", "Mediation"),
                                    ("tribunal", "SEND Tribunal"),
                                ],
                                max_length=9,
                                verbose_name="before whom",
                            ),
                        ),
                        ("happened_on", models.DateField(verbose_name="date")),
                        (
                            "detail",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="what came of it",
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
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
                            ),
                        ),
                        (
                            "assessment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="disputes",
                                to="ehcps.needsassessment",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="disputes",
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
                                fields=("case", "about", "forum", "happened_on"),
                                name="ehcps_dispute_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("about", "other"), ("assessment__isnull", True)
                                    ),
                                    models.Q(
                                        ("about__in", ["assess", "issue"]),
                                        ("assessment__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_dispute_of_a_decision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("forum__in", ["mediation", "tribunal"])
                                ),
                                name="ehcps_dispute_known_forum",
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
                                name="ehcps_dispute_withdrawn_who_when_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DisputeEvent",
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
                            "about",
                            models.CharField(
                                choices=[
                                    ("assess", "The decision not to assess"),
                                    ("issue", "The decision not to issue a plan"),
                                    (
                                        "other",
                                        "Something else: what the plan says, its setting or its end",
                                    ),
                                ],
                                max_length=6,
                                verbose_name="what it was about",
                            ),
                        ),
                        (
                            "forum",
                            models.CharField(
                                choices=[
                                    ("mediation", "Mediation"),
                                    ("tribunal", "SEND Tribunal"),
                                ],
                                max_length=9,
                                verbose_name="before whom",
                            ),
                        ),
                        ("happened_on", models.DateField(verbose_name="date")),
                        (
                            "detail",
                            models.TextField(
                                blank=True,
                                max_length=2000,
                                verbose_name="what came of it",
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
                            "withdrawn_reason",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="why it was an error",
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="ehcps.dispute",
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
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="PlanReturn",
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
                            "personal_budget",
                            models.BooleanField(
                                verbose_name="personal budget taken up"
                            ),
                        ),
                        (
                            "organised",
                            models.BooleanField(
                                default=False, verbose_name="organised arrangements"
                            ),
                        ),
                        (
                            "provision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ordinary", "An ordinary place"),
                                    ("unit", "A place in its SEN unit"),
                                    ("resourced", "A place in its resourced provision"),
                                ],
                                max_length=10,
                                verbose_name="kind of place",
                            ),
                        ),
                        (
                            "explained",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what it is"
                            ),
                        ),
                        (
                            "second_provision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ordinary", "An ordinary place"),
                                    ("unit", "A place in its SEN unit"),
                                    ("resourced", "A place in its resourced provision"),
                                ],
                                max_length=10,
                                verbose_name="kind of place at the second setting",
                            ),
                        ),
                        (
                            "direct_payment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.code",
                                verbose_name="direct payments",
                            ),
                        ),
                        (
                            "plan",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="for_return",
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
                        (
                            "residential",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.code",
                                verbose_name="residential place named",
                            ),
                        ),
                        (
                            "second_setting",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="schools.setting",
                            ),
                        ),
                        (
                            "work_based",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="core.code",
                                verbose_name="work-based learning named",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("personal_budget", True),
                                    models.Q(
                                        ("direct_payment__isnull", True),
                                        ("organised", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_planreturn_budget_first",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("second_provision", ""),
                                        ("second_setting__isnull", True),
                                    ),
                                    models.Q(
                                        ("second_setting__isnull", False),
                                        models.Q(
                                            ("second_provision", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_planreturn_second_has_its_place",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "provision__in",
                                        ["", "ordinary", "unit", "resourced"],
                                    ),
                                    (
                                        "second_provision__in",
                                        ["", "ordinary", "unit", "resourced"],
                                    ),
                                ),
                                name="ehcps_planreturn_known_provision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    django.db.models.lookups.Exact(
                                        django.db.models.functions.text.Left(
                                            "direct_payment", 15
                                        ),
                                        models.Value("DIRECT_PAYMENT:"),
                                    ),
                                    ("direct_payment__isnull", True),
                                    _connector="OR",
                                ),
                                name="ehcps_planreturn_payment_code",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    django.db.models.lookups.Exact(
                                        django.db.models.functions.text.Left(
                                            "residential", 12
                                        ),
                                        models.Value("RESIDENTIAL:"),
                                    ),
                                    ("residential__isnull", True),
                                    _connector="OR",
                                ),
                                name="ehcps_planreturn_residential_code",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    django.db.models.lookups.Exact(
                                        django.db.models.functions.text.Left(
                                            "work_based", 4
                                        ),
                                        models.Value("WBP:"),
                                    ),
                                    ("work_based__isnull", True),
                                    _connector="OR",
                                ),
                                name="ehcps_planreturn_work_based_code",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanReturnEvent",
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
                            "personal_budget",
                            models.BooleanField(
                                verbose_name="personal budget taken up"
                            ),
                        ),
                        (
                            "organised",
                            models.BooleanField(
                                default=False, verbose_name="organised arrangements"
                            ),
                        ),
                        (
                            "provision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ordinary", "An ordinary place"),
                                    ("unit", "A place in its SEN unit"),
                                    ("resourced", "A place in its resourced provision"),
                                ],
                                max_length=10,
                                verbose_name="kind of place",
                            ),
                        ),
                        (
                            "explained",
                            models.CharField(
                                blank=True, max_length=300, verbose_name="what it is"
                            ),
                        ),
                        (
                            "second_provision",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("ordinary", "An ordinary place"),
                                    ("unit", "A place in its SEN unit"),
                                    ("resourced", "A place in its resourced provision"),
                                ],
                                max_length=10,
                                verbose_name="kind of place at the second setting",
                            ),
                        ),
                        (
                            "direct_payment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="core.code",
                                verbose_name="direct payments",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="ehcps.planreturn",
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
                        (
                            "residential",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="core.code",
                                verbose_name="residential place named",
                            ),
                        ),
                        (
                            "second_setting",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="schools.setting",
                            ),
                        ),
                        (
                            "work_based",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="core.code",
                                verbose_name="work-based learning named",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
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
                        (
                            "changed_on",
                            models.DateField(verbose_name="responsible since"),
                        ),
                        (
                            "known_on",
                            models.DateField(verbose_name="the old one learned of it"),
                        ),
                        (
                            "told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="the new one was told",
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
                            models.DateField(
                                blank=True, null=True, verbose_name="it asked"
                            ),
                        ),
                        (
                            "closed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="settled"
                            ),
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
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    ("closed_on__isnull", False),
                                    ("assessment__isnull", False),
                                    _connector="OR",
                                    _negated=True,
                                ),
                                fields=("plan",),
                                name="ehcps_commissionerchange_one_open",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("told_on", None),
                                    ("told_on__gte", models.F("known_on")),
                                    _connector="OR",
                                ),
                                name="ehcps_commissionerchange_known_then_told",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("asked_for", ""),
                                        ("asked_on", None),
                                        ("assessment", None),
                                    ),
                                    models.Q(
                                        ("asked_on__gte", models.F("told_on")),
                                        ("told_on__isnull", False),
                                        models.Q(
                                            models.Q(
                                                ("asked_for", "assessment"),
                                                ("assessment__isnull", False),
                                            ),
                                            models.Q(
                                                ("asked_for", "review"),
                                                ("assessment", None),
                                            ),
                                            _connector="OR",
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="ehcps_commissionerchange_asked_what_and_when",
                            ),
                            models.CheckConstraint(
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
                        ],
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
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
                        (
                            "changed_on",
                            models.DateField(verbose_name="responsible since"),
                        ),
                        (
                            "known_on",
                            models.DateField(verbose_name="the old one learned of it"),
                        ),
                        (
                            "told_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="the new one was told",
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
                            models.DateField(
                                blank=True, null=True, verbose_name="it asked"
                            ),
                        ),
                        (
                            "closed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="settled"
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
            ],
        ),
    ]
