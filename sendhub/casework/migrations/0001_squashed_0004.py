"""All tables of this app as they stood on 23 November 2026: docs/adr/0034."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pghistory.utils
import sendhub.casework.models.papers
import sendhub.core.clock
from django.conf import settings
from django.db import migrations, models

from sendhub.core.creating import CreateModels


class Migration(migrations.Migration):
    replaces = [
        ("casework", "0001_initial"),
        ("casework", "0002_tasks_cover_and_handovers"),
        ("casework", "0003_add_empty_digest"),
        ("casework", "0004_add_intake_service"),
    ]

    initial = True
    dependencies = [
        ("accounts", "0001_squashed_0002"),
        ("people", "0001_squashed_0008"),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="Case",
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
                            "service",
                            models.CharField(
                                choices=[
                                    ("ehc", "EHC plans"),
                                    ("hub", "Nurture hubs"),
                                    ("short_breaks", "Short breaks"),
                                    ("placements", "Placements"),
                                    ("intake", "Notices and early years"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("opened_on", models.DateField()),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("assigned_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to="people.child",
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="cases",
                                to="accounts.team",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("closed_on__isnull", True)),
                                fields=["officer"],
                                name="casework_case_of_officer",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_on__isnull", True)),
                                fields=("child", "service"),
                                name="casework_case_one_open_per_service",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_on__isnull", True),
                                    ("closed_on__gte", models.F("opened_on")),
                                    _connector="OR",
                                ),
                                name="casework_case_closes_after_opening",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("assigned_at__isnull", True),
                                        ("officer__isnull", True),
                                    ),
                                    models.Q(
                                        ("assigned_at__isnull", False),
                                        ("officer__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="casework_case_assigned_to_whom_and_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaseEvent",
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
                            "service",
                            models.CharField(
                                choices=[
                                    ("ehc", "EHC plans"),
                                    ("hub", "Nurture hubs"),
                                    ("short_breaks", "Short breaks"),
                                    ("placements", "Placements"),
                                    ("intake", "Notices and early years"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("opened_on", models.DateField()),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        ("assigned_at", models.DateTimeField(blank=True, null=True)),
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
                            "officer",
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
                                to="casework.case",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Deadline",
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
                        ("about_type", models.CharField(max_length=60)),
                        ("about_id", models.BigIntegerField()),
                        ("rule", models.CharField(max_length=12)),
                        ("title", models.CharField(max_length=200)),
                        ("due_on", models.DateField(verbose_name="due")),
                        (
                            "met_on",
                            models.DateField(blank=True, null=True, verbose_name="met"),
                        ),
                        (
                            "ended",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Open"),
                                    ("met", "Met"),
                                    ("late", "Met late"),
                                    ("void", "No longer needed"),
                                ],
                                default="",
                                max_length=5,
                            ),
                        ),
                        (
                            "target_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="target"
                            ),
                        ),
                        ("target_reason", models.CharField(blank=True, max_length=300)),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deadlines",
                                to="casework.case",
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                editable=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="people.child",
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "target_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "step",
                            models.CharField(blank=True, default="", max_length=12),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("ended", "")),
                                fields=["officer", "due_on", "id"],
                                include=("child", "rule"),
                                name="casework_deadline_of_officer",
                            ),
                            models.Index(
                                condition=models.Q(("ended", "")),
                                fields=["team", "due_on", "id"],
                                include=("child", "rule"),
                                name="casework_deadline_of_team",
                            ),
                            models.Index(
                                condition=models.Q(("ended", "")),
                                fields=["due_on", "id"],
                                include=("child", "rule"),
                                name="casework_deadline_open",
                            ),
                            models.Index(
                                condition=models.Q(("ended", "")),
                                fields=["child", "due_on", "id"],
                                name="casework_deadline_of_child",
                            ),
                            models.Index(
                                condition=models.Q(("ended", "")),
                                fields=["rule", "due_on", "id"],
                                include=("child",),
                                name="casework_deadline_of_rule",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("ended", ""), ("officer__isnull", True)
                                ),
                                fields=["due_on", "id"],
                                include=("child", "rule"),
                                name="casework_deadline_unassigned",
                            ),
                            models.Index(
                                fields=["team", "due_on"],
                                include=("rule", "ended", "child"),
                                name="casework_deadline_by_week",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended__in", ["", "void"]),
                                        ("met_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("ended", "met"),
                                        ("met_on__isnull", False),
                                        ("met_on__lte", models.F("due_on")),
                                    ),
                                    models.Q(
                                        ("ended", "late"),
                                        ("met_on__gt", models.F("due_on")),
                                        ("met_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="casework_deadline_ended_as_met",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("target_by__isnull", True),
                                        ("target_on__isnull", True),
                                        ("target_reason", ""),
                                    ),
                                    models.Q(
                                        ("target_by__isnull", False),
                                        ("target_on__isnull", False),
                                        models.Q(("target_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="casework_deadline_target_with_reason",
                            ),
                            models.UniqueConstraint(
                                fields=("about_type", "about_id", "rule", "step"),
                                name="casework_deadline_once_per_rule",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Document",
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
                            "category",
                            models.CharField(
                                choices=[
                                    ("general", "Education and general"),
                                    ("health", "Health"),
                                    ("social_care", "Social care"),
                                    ("money", "Money"),
                                ],
                                max_length=12,
                                verbose_name="who may read it",
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
                        ("title", models.CharField(max_length=200)),
                        ("happened_on", models.DateField(verbose_name="date received")),
                        (
                            "file",
                            models.FileField(
                                upload_to=sendhub.casework.models.papers.storage_path
                            ),
                        ),
                        ("filename", models.CharField(max_length=255)),
                        ("content_type", models.CharField(max_length=100)),
                        (
                            "size",
                            models.PositiveIntegerField(verbose_name="size (bytes)"),
                        ),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="documents",
                                to="casework.case",
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
                            "scan",
                            models.CharField(
                                choices=[
                                    ("not_yet", "Not scanned for viruses"),
                                    ("clean", "Scanned: no virus found"),
                                    ("infected", "A virus was found"),
                                ],
                                default="not_yet",
                                editable=False,
                                max_length=8,
                                verbose_name="virus scan",
                            ),
                        ),
                        (
                            "scanned_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
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
                                name="casework_document_withdrawn_who_when_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "category__in",
                                        ["general", "health", "social_care", "money"],
                                    )
                                ),
                                name="casework_document_says_who_may_read",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                                name="casework_document_fingerprint",
                            ),
                            models.UniqueConstraint(
                                fields=("file",), name="casework_document_file_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("scan", "not_yet"),
                                        ("scanned_at__isnull", True),
                                    ),
                                    models.Q(
                                        ("scan__in", ["clean", "infected"]),
                                        ("scanned_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="casework_document_scan_has_its_moment",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Note",
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
                            "category",
                            models.CharField(
                                choices=[
                                    ("general", "Education and general"),
                                    ("health", "Health"),
                                    ("social_care", "Social care"),
                                    ("money", "Money"),
                                ],
                                max_length=12,
                                verbose_name="who may read it",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("call", "Call"),
                                    ("email", "E-mail"),
                                    ("meeting", "Meeting"),
                                    ("visit", "Visit"),
                                    ("letter", "Letter received"),
                                    ("note", "Note"),
                                ],
                                default="call",
                                max_length=10,
                            ),
                        ),
                        ("happened_on", models.DateField(verbose_name="date")),
                        ("with_whom", models.CharField(blank=True, max_length=200)),
                        ("text", models.TextField(max_length=20000)),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="notes",
                                to="casework.case",
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
                            "written_by",
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
                                name="casework_note_withdrawn_who_when_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "category__in",
                                        ["general", "health", "social_care", "money"],
                                    )
                                ),
                                name="casework_note_says_who_may_read",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeadlineEvent",
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
                        ("about_type", models.CharField(max_length=60)),
                        ("about_id", models.BigIntegerField()),
                        ("rule", models.CharField(max_length=12)),
                        ("title", models.CharField(max_length=200)),
                        ("due_on", models.DateField(verbose_name="due")),
                        (
                            "met_on",
                            models.DateField(blank=True, null=True, verbose_name="met"),
                        ),
                        (
                            "ended",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Open"),
                                    ("met", "Met"),
                                    ("late", "Met late"),
                                    ("void", "No longer needed"),
                                ],
                                default="",
                                max_length=5,
                            ),
                        ),
                        (
                            "target_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="target"
                            ),
                        ),
                        ("target_reason", models.CharField(blank=True, max_length=300)),
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
                            "child",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.child",
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
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
                                to="casework.deadline",
                            ),
                        ),
                        (
                            "target_by",
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
                            "team",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                        (
                            "step",
                            models.CharField(blank=True, default="", max_length=12),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DocumentEvent",
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
                            "category",
                            models.CharField(
                                choices=[
                                    ("general", "Education and general"),
                                    ("health", "Health"),
                                    ("social_care", "Social care"),
                                    ("money", "Money"),
                                ],
                                max_length=12,
                                verbose_name="who may read it",
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
                        ("title", models.CharField(max_length=200)),
                        ("happened_on", models.DateField(verbose_name="date received")),
                        (
                            "file",
                            models.FileField(
                                upload_to=sendhub.casework.models.papers.storage_path
                            ),
                        ),
                        ("filename", models.CharField(max_length=255)),
                        ("content_type", models.CharField(max_length=100)),
                        (
                            "size",
                            models.PositiveIntegerField(verbose_name="size (bytes)"),
                        ),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "added_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                db_constraint=False,
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="casework.document",
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
                            "scan",
                            models.CharField(
                                choices=[
                                    ("not_yet", "Not scanned for viruses"),
                                    ("clean", "Scanned: no virus found"),
                                    ("infected", "A virus was found"),
                                ],
                                default="not_yet",
                                editable=False,
                                max_length=8,
                                verbose_name="virus scan",
                            ),
                        ),
                        (
                            "scanned_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="NoteEvent",
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
                            "category",
                            models.CharField(
                                choices=[
                                    ("general", "Education and general"),
                                    ("health", "Health"),
                                    ("social_care", "Social care"),
                                    ("money", "Money"),
                                ],
                                max_length=12,
                                verbose_name="who may read it",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("call", "Call"),
                                    ("email", "E-mail"),
                                    ("meeting", "Meeting"),
                                    ("visit", "Visit"),
                                    ("letter", "Letter received"),
                                    ("note", "Note"),
                                ],
                                default="call",
                                max_length=10,
                            ),
                        ),
                        ("happened_on", models.DateField(verbose_name="date")),
                        ("with_whom", models.CharField(blank=True, max_length=200)),
                        ("text", models.TextField(max_length=20000)),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
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
                                to="casework.note",
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
                            "written_by",
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
                    name="Task",
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
                            models.CharField(max_length=200, verbose_name="what to do"),
                        ),
                        ("due_on", models.DateField(verbose_name="due")),
                        (
                            "set_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "ended",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Open"),
                                    ("done", "Done"),
                                    ("dropped", "No longer needed"),
                                ],
                                default="",
                                max_length=7,
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="what came of it",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
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
                            "given_to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="tasks",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                blank=True,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="mentions",
                                to="casework.note",
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
                        "indexes": [
                            models.Index(
                                condition=models.Q(("ended", "")),
                                fields=["given_to", "due_on", "id"],
                                name="casework_task_of_somebody",
                            ),
                            models.Index(
                                condition=models.Q(("ended", "")),
                                fields=["due_on", "id"],
                                name="casework_task_open",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("what", ""), _negated=True),
                                name="casework_task_says_what",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended", ""),
                                        ("ended_at__isnull", True),
                                        ("ended_by__isnull", True),
                                        ("outcome", ""),
                                    ),
                                    models.Q(
                                        ("ended", "done"),
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                    ),
                                    models.Q(
                                        ("ended", "dropped"),
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        models.Q(("outcome", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="casework_task_ended_who_when_why",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("note__isnull", False)),
                                fields=("note", "given_to"),
                                name="casework_task_one_mention_each",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Cover",
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
                        ("starts_on", models.DateField(verbose_name="away from")),
                        ("ends_on", models.DateField(verbose_name="away until")),
                        (
                            "set_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "cancelled_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="called off",
                            ),
                        ),
                        (
                            "cancelled_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "covered_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covering",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "officer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="covers",
                                to=settings.AUTH_USER_MODEL,
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
                        "indexes": [
                            models.Index(
                                fields=["covered_by", "ends_on"],
                                name="casework_cover_of_colleague",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_on__gte", models.F("starts_on"))
                                ),
                                name="casework_cover_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("officer", models.F("covered_by")), _negated=True
                                ),
                                name="casework_cover_by_somebody_else",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("cancelled_at__isnull", True),
                                        ("cancelled_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("cancelled_at__isnull", False),
                                        ("cancelled_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="casework_cover_called_off_who_and_when",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("cancelled_at__isnull", True)),
                                expressions=[
                                    ("officer", "="),
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
                                name="casework_cover_one_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reassignment",
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
                            "at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        ("handover", models.TextField(max_length=5000)),
                        ("skipped", models.JSONField(default=list, editable=False)),
                        (
                            "by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("handover", ""), _negated=True),
                                name="casework_reassignment_has_handover",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Digest",
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
                        ("week_on", models.DateField(verbose_name="week from")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting for the mail server"),
                                    ("sending", "Being sent"),
                                    ("sent", "Sent"),
                                    ("failed", "Refused by the mail server"),
                                    ("unknown", "Not known whether it went"),
                                    ("empty", "Not sent: there was nothing to say"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        (
                            "began_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="began to send at"
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="sent at"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="digests",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="accounts.team",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "week_on"),
                                name="casework_digest_once_a_week",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("week_on__iso_week_day", 1)),
                                name="casework_digest_of_a_monday",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("sent_at__isnull", False), ("state", "sent")
                                    ),
                                    models.Q(
                                        models.Q(("state", "sent"), _negated=True),
                                        ("sent_at__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="casework_digest_sent_when",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TaskEvent",
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
                            models.CharField(max_length=200, verbose_name="what to do"),
                        ),
                        ("due_on", models.DateField(verbose_name="due")),
                        (
                            "set_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "ended",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("", "Open"),
                                    ("done", "Done"),
                                    ("dropped", "No longer needed"),
                                ],
                                default="",
                                max_length=7,
                            ),
                        ),
                        (
                            "ended_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="what came of it",
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
                            "given_to",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "note",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="casework.note",
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="casework.task",
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
                    name="CoverEvent",
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
                        ("starts_on", models.DateField(verbose_name="away from")),
                        ("ends_on", models.DateField(verbose_name="away until")),
                        (
                            "set_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "cancelled_at",
                            models.DateTimeField(
                                blank=True,
                                editable=False,
                                null=True,
                                verbose_name="called off",
                            ),
                        ),
                        (
                            "cancelled_by",
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
                            "covered_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "officer",
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
                                to="casework.cover",
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
                    name="Handover",
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
                        ("words", models.TextField(max_length=10000)),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "read_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handovers",
                                to="casework.case",
                            ),
                        ),
                        (
                            "given_to",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handovers",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reassignment",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="handovers",
                                to="casework.reassignment",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                condition=models.Q(("read_at__isnull", True)),
                                fields=["given_to", "id"],
                                name="casework_handover_unread",
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True),
                                name="casework_handover_says_something",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReassignmentEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        ("handover", models.TextField(max_length=5000)),
                        ("skipped", models.JSONField(default=list, editable=False)),
                        (
                            "by",
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
                                to="casework.reassignment",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="DigestEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("week_on", models.DateField(verbose_name="week from")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting for the mail server"),
                                    ("sending", "Being sent"),
                                    ("sent", "Sent"),
                                    ("failed", "Refused by the mail server"),
                                    ("unknown", "Not known whether it went"),
                                    ("empty", "Not sent: there was nothing to say"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        (
                            "began_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="began to send at"
                            ),
                        ),
                        (
                            "sent_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="sent at"
                            ),
                        ),
                        (
                            "person",
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
                                to="casework.digest",
                            ),
                        ),
                        (
                            "team",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="accounts.team",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="HandoverEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("words", models.TextField(max_length=10000)),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "read_at",
                            models.DateTimeField(blank=True, editable=False, null=True),
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
                            "given_to",
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
                                to="casework.handover",
                            ),
                        ),
                        (
                            "written_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "reassignment",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="casework.reassignment",
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
