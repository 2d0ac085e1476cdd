import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import pghistory.utils
import sendhub.core.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_filters_digests_and_notices"),
        ("casework", "0002_tasks_cover_and_handovers"),
        ("core", "0003_glass_hours_and_letters"),
        ("ehcps", "0001_initial"),
        ("schools", "0001_initial"),
    ]

    operations = [
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                            ("order", "The tribunal ordered it, also by consent"),
                            (
                                "unopposed",
                                "The council told the tribunal that it does not oppose",
                            ),
                            ("mediation", "It was agreed in writing in mediation"),
                            (
                                "informal",
                                "The council changed its mind, with none of these",
                            ),
                        ],
                        max_length=9,
                        verbose_name="how",
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="date it was reversed")),
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
                        blank=True, null=True, verbose_name="family told that we go on"
                    ),
                ),
                (
                    "reasons",
                    models.TextField(
                        max_length=10000, verbose_name="what was ordered or agreed"
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            (
                                "closure",
                                "The school or nursery was closed for four weeks or more",
                            ),
                            ("circumstances", "Exceptional personal circumstances"),
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
                    models.DateField(blank=True, null=True, verbose_name="first day"),
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
                        verbose_name="taken back at",
                    ),
                ),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why"),
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
                                ("ground", "missed"), ("starts_on__isnull", False)
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
                        condition=models.Q(("impractical_because", ""), _negated=True),
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
                                models.Q(("withdrawn_reason", ""), _negated=True),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                        blank=True, null=True, verbose_name="mediation certificate"
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
                        blank=True, max_length=2000, verbose_name="why the plan is kept"
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
                                ("told_by__isnull", True), ("told_on__isnull", True)
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
                                ("appeal_decided_on__gte", models.F("appealed_on")),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                        ],
                        max_length=14,
                        verbose_name="what is wrong",
                    ),
                ),
                (
                    "old_on",
                    models.DateField(blank=True, null=True, verbose_name="recorded"),
                ),
                (
                    "new_on",
                    models.DateField(blank=True, null=True, verbose_name="right"),
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
                        blank=True, max_length=2000, verbose_name="why it was refused"
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
                        blank=True, null=True, verbose_name="the right answer is yes"
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
                    models.UniqueConstraint(
                        condition=models.Q(("outcome", "")),
                        fields=("assessment", "field", "advice"),
                        name="ehcps_correction_one_open",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), _negated=True),
                            models.Q(
                                models.Q(
                                    ("field__in", ["assess", "issue"]),
                                    ("new_on", None),
                                    ("old_on", None),
                                    ("to_yes__isnull", False),
                                ),
                                models.Q(
                                    models.Q(
                                        ("field__in", ["assess", "issue"]),
                                        _negated=True,
                                    ),
                                    ("new_on__isnull", False),
                                    ("old_on__isnull", False),
                                    ("to_yes", None),
                                    models.Q(
                                        ("old_on", models.F("new_on")), _negated=True
                                    ),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="ehcps_correction_changes_with_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("advice__isnull", False),
                                ("field__in", ["advice_asked", "advice_came"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("field__in", ["advice_asked", "advice_came"]),
                                    _negated=True,
                                ),
                                ("advice", None),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_correction_of_one_advice",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("outcome__in", ["agreed", "refused"]),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                                models.Q(
                                    ("decided_by", models.F("asked_by")), _negated=True
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
                                    ["advice_asked", "advice_came", "received_on"],
                                ),
                                ("outcome", "alone"),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_correction_decided_by_another",
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("moved_on", models.DateField(verbose_name="moved here")),
                (
                    "transferred_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="plan transferred to us"
                    ),
                ),
                (
                    "last_review_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="last reviewed there"
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
                        blank=True, null=True, verbose_name="when we said we review it"
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
                        blank=True, max_length=2000, verbose_name="how far it was there"
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
            ],
            options={
                "verbose_name_plural": "moves in",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("assessment__isnull", True), ("plan__isnull", False)
                            ),
                            models.Q(
                                ("assessment__isnull", False), ("plan__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_movein_plan_or_assessment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("plan__isnull", True), ("transferred_on__isnull", True)
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
                                ("reviewed_on__gte", models.F("transferred_on")),
                                ("reviewed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="ehcps_movein_reviewed_who_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.text.Left("authority", 8),
                                models.Value("LA_CODE:"),
                            ),
                            ("authority__isnull", True),
                            _connector="OR",
                        ),
                        name="ehcps_movein_authority_code",
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                ("dropped_because", models.TextField(blank=True, max_length=2000)),
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
                            models.Q(("authority__isnull", False), ("country", "")),
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
                                models.Q(("dropped_because", ""), _negated=True),
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
                                django.db.models.functions.text.Left("authority", 8),
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
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                            ("order", "The tribunal ordered it, also by consent"),
                            (
                                "unopposed",
                                "The council told the tribunal that it does not oppose",
                            ),
                            ("mediation", "It was agreed in writing in mediation"),
                            (
                                "informal",
                                "The council changed its mind, with none of these",
                            ),
                        ],
                        max_length=9,
                        verbose_name="how",
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="date it was reversed")),
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
                        blank=True, null=True, verbose_name="family told that we go on"
                    ),
                ),
                (
                    "reasons",
                    models.TextField(
                        max_length=10000, verbose_name="what was ordered or agreed"
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            (
                                "closure",
                                "The school or nursery was closed for four weeks or more",
                            ),
                            ("circumstances", "Exceptional personal circumstances"),
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
                    models.DateField(blank=True, null=True, verbose_name="first day"),
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
                        verbose_name="taken back at",
                    ),
                ),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=300, verbose_name="why"),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                        blank=True, null=True, verbose_name="mediation certificate"
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
                        blank=True, max_length=2000, verbose_name="why the plan is kept"
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                        ],
                        max_length=14,
                        verbose_name="what is wrong",
                    ),
                ),
                (
                    "old_on",
                    models.DateField(blank=True, null=True, verbose_name="recorded"),
                ),
                (
                    "new_on",
                    models.DateField(blank=True, null=True, verbose_name="right"),
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
                        blank=True, max_length=2000, verbose_name="why it was refused"
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
                        db_constraint=False,
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
                        blank=True, null=True, verbose_name="the right answer is yes"
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("moved_on", models.DateField(verbose_name="moved here")),
                (
                    "transferred_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="plan transferred to us"
                    ),
                ),
                (
                    "last_review_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="last reviewed there"
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
                        blank=True, null=True, verbose_name="when we said we review it"
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
                        blank=True, max_length=2000, verbose_name="how far it was there"
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                ("dropped_because", models.TextField(blank=True, max_length=2000)),
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
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="ehcps.extract",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="advice",
            name="due_on",
            field=models.DateField(editable=False, null=True, verbose_name="due"),
        ),
        migrations.AddField(
            model_name="advice",
            name="held_agreed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="advice",
            name="held_agreed_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="agreed to be enough"
            ),
        ),
        migrations.AddField(
            model_name="advice",
            name="held_agreed_with",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="who agreed for the family"
            ),
        ),
        migrations.AddField(
            model_name="advice",
            name="held_from",
            field=models.DateField(
                blank=True, null=True, verbose_name="date of what is held"
            ),
        ),
        migrations.AddField(
            model_name="advice",
            name="judged_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="advice",
            name="judged_on",
            field=models.DateField(blank=True, null=True, verbose_name="judged"),
        ),
        migrations.AddField(
            model_name="advice",
            name="lacking",
            field=models.TextField(
                blank=True, max_length=2000, verbose_name="what is missing"
            ),
        ),
        migrations.AddField(
            model_name="advice",
            name="quality",
            field=models.CharField(
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
        migrations.AddField(
            model_name="adviceevent",
            name="due_on",
            field=models.DateField(editable=False, null=True, verbose_name="due"),
        ),
        migrations.AddField(
            model_name="adviceevent",
            name="held_agreed_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="adviceevent",
            name="held_agreed_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="agreed to be enough"
            ),
        ),
        migrations.AddField(
            model_name="adviceevent",
            name="held_agreed_with",
            field=models.CharField(
                blank=True, max_length=200, verbose_name="who agreed for the family"
            ),
        ),
        migrations.AddField(
            model_name="adviceevent",
            name="held_from",
            field=models.DateField(
                blank=True, null=True, verbose_name="date of what is held"
            ),
        ),
        migrations.AddField(
            model_name="adviceevent",
            name="judged_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="adviceevent",
            name="judged_on",
            field=models.DateField(blank=True, null=True, verbose_name="judged"),
        ),
        migrations.AddField(
            model_name="adviceevent",
            name="lacking",
            field=models.TextField(
                blank=True, max_length=2000, verbose_name="what is missing"
            ),
        ),
        migrations.AddField(
            model_name="adviceevent",
            name="quality",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="advice",
            name="asked_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="advice",
            name="asked_on",
            field=models.DateField(blank=True, null=True, verbose_name="asked"),
        ),
        migrations.AlterField(
            model_name="adviceevent",
            name="asked_by",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="adviceevent",
            name="asked_on",
            field=models.DateField(blank=True, null=True, verbose_name="asked"),
        ),
        migrations.AddIndex(
            model_name="advice",
            index=models.Index(
                condition=models.Q(
                    models.Q(("held_agreed_on", None), ("received_on", None)),
                    ("quality", "sent_back"),
                    _connector="OR",
                ),
                fields=["due_on", "id"],
                name="ehcps_advice_outstanding",
            ),
        ),
        migrations.AddIndex(
            model_name="advice",
            index=models.Index(
                fields=["due_on", "kind", "id"],
                include=("received_on",),
                name="ehcps_advice_by_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="advice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("asked_on__isnull", False),
                    ("held_agreed_on__isnull", False),
                    _connector="OR",
                ),
                name="ehcps_advice_asked_or_held",
            ),
        ),
        migrations.AddConstraint(
            model_name="advice",
            constraint=models.CheckConstraint(
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
                        models.Q(("held_agreed_with", ""), _negated=True),
                        ("held_agreed_on__gte", models.F("held_from")),
                    ),
                    _connector="OR",
                ),
                name="ehcps_advice_held_as_agreed",
            ),
        ),
        migrations.AddConstraint(
            model_name="advice",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="advice",
            constraint=models.CheckConstraint(
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
                            models.Q(("lacking", ""), ("quality", "meets")),
                            models.Q(
                                ("quality", "sent_back"),
                                models.Q(("lacking", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="ehcps_advice_judged_who_when_and_why",
            ),
        ),
        migrations.AddField(
            model_name="needsassessment",
            name="begun",
            field=models.CharField(
                choices=[
                    ("request", "A request"),
                    ("responsible", "We became responsible without a request"),
                ],
                default="request",
                max_length=11,
                verbose_name="what its time runs from",
            ),
        ),
        migrations.AddField(
            model_name="needsassessmentevent",
            name="begun",
            field=models.CharField(
                choices=[
                    ("request", "A request"),
                    ("responsible", "We became responsible without a request"),
                ],
                default="request",
                max_length=11,
                verbose_name="what its time runs from",
            ),
        ),
        migrations.AlterField(
            model_name="plan",
            name="assessment",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="plan",
                to="ehcps.needsassessment",
            ),
        ),
        migrations.AlterField(
            model_name="planevent",
            name="assessment",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="ehcps.needsassessment",
            ),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(("begun__in", ["request", "responsible"])),
                name="ehcps_needsassessment_begun_somehow",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("assessment__isnull", False),
                    ("standing__in", ["live", "ceased"]),
                    _connector="OR",
                ),
                name="ehcps_plan_assessed_or_transferred",
            ),
        ),
        migrations.RemoveConstraint(
            model_name="needsassessment",
            name="ehcps_needsassessment_begun_somehow",
        ),
        migrations.RemoveConstraint(
            model_name="plan",
            name="ehcps_plan_issued_who_when_and_need",
        ),
        migrations.RemoveConstraint(
            model_name="plan",
            name="ehcps_plan_assessed_or_transferred",
        ),
        migrations.AddField(
            model_name="needsassessment",
            name="reassesses",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reassessments",
                to="ehcps.plan",
                verbose_name="plan whose child is assessed again",
            ),
        ),
        migrations.AddField(
            model_name="needsassessmentevent",
            name="reassesses",
            field=models.ForeignKey(
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
        migrations.AlterField(
            model_name="needsassessment",
            name="begun",
            field=models.CharField(
                choices=[
                    ("request", "A request"),
                    ("responsible", "We became responsible without a request"),
                    ("again", "A request to assess again"),
                    ("own", "Our own decision to assess again"),
                ],
                default="request",
                max_length=11,
                verbose_name="what its time runs from",
            ),
        ),
        migrations.AlterField(
            model_name="needsassessmentevent",
            name="begun",
            field=models.CharField(
                choices=[
                    ("request", "A request"),
                    ("responsible", "We became responsible without a request"),
                    ("again", "A request to assess again"),
                    ("own", "Our own decision to assess again"),
                ],
                default="request",
                max_length=11,
                verbose_name="what its time runs from",
            ),
        ),
        migrations.AlterField(
            model_name="plan",
            name="standing",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="planevent",
            name="standing",
            field=models.CharField(
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
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("begun__in", ["request", "responsible", "again", "own"])
                ),
                name="ehcps_needsassessment_begun_somehow",
            ),
        ),
        migrations.AddConstraint(
            model_name="needsassessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("begun__in", ["again", "own"]), ("reassesses__isnull", False)
                    ),
                    models.Q(
                        models.Q(("begun__in", ["again", "own"]), _negated=True),
                        ("reassesses__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="ehcps_needsassessment_again_of_a_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
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
                        ("standing__in", ["ceased", "live", "replaced"]),
                    ),
                    _connector="OR",
                ),
                name="ehcps_plan_issued_who_when_and_need",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("assessment__isnull", False),
                    ("standing__in", ["ceased", "live", "replaced"]),
                    _connector="OR",
                ),
                name="ehcps_plan_assessed_or_transferred",
            ),
        ),
    ]
