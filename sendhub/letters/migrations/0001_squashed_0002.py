"""All tables of this app as they stood on 23 November 2026: docs/adr/0034."""

import django.db.models.deletion
import pghistory.utils
import sendhub.core.clock
import sendhub.letters.models.letter
from django.conf import settings
from django.db import migrations, models

from sendhub.core.creating import CreateModels


class Migration(migrations.Migration):
    replaces = [("letters", "0001_initial"), ("letters", "0002_mark_letters_in_error")]

    initial = True
    dependencies = [
        ("accounts", "0001_squashed_0002"),
        ("casework", "0001_squashed_0004"),
        ("people", "0001_squashed_0008"),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="Template",
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
                        ("kind", models.CharField(max_length=40)),
                        ("name", models.CharField(max_length=120)),
                        (
                            "current",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="letters.templateversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("name",), name="letters_template_name_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TemplateVersion",
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
                        ("number", models.PositiveSmallIntegerField()),
                        ("subject", models.CharField(blank=True, max_length=200)),
                        ("body", models.TextField()),
                        (
                            "in_use",
                            models.BooleanField(
                                default=True,
                                verbose_name="offered when a letter is written",
                            ),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="letters.template",
                            ),
                        ),
                        (
                            "written_by",
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("template", "number"),
                                name="letters_templateversion_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Batch",
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
                            "asked_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "template_version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="letters.templateversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "batches",
                        "abstract": False,
                        "indexes": [
                            models.Index(fields=["-id"], name="letters_batch_newest")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TemplateEvent",
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
                        ("kind", models.CharField(max_length=40)),
                        ("name", models.CharField(max_length=120)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="letters.template",
                            ),
                        ),
                        (
                            "current",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="letters.templateversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="TemplateVersionEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("number", models.PositiveSmallIntegerField()),
                        ("subject", models.CharField(blank=True, max_length=200)),
                        ("body", models.TextField()),
                        (
                            "in_use",
                            models.BooleanField(
                                default=True,
                                verbose_name="offered when a letter is written",
                            ),
                        ),
                        (
                            "written_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="letters.templateversion",
                            ),
                        ),
                        (
                            "template",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="letters.template",
                            ),
                        ),
                        (
                            "written_by",
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
                    name="BatchRow",
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
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("made", "Made"),
                                    ("skipped", "Skipped"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500)),
                        (
                            "batch",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="rows",
                                to="letters.batch",
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
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("batch", "case"), name="letters_batchrow_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state", "skipped"),
                                        models.Q(("reason", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state", "skipped"), _negated=True),
                                        ("reason", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="letters_batchrow_skipped_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Letter",
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
                        ("kind", models.CharField(max_length=40)),
                        (
                            "dated_on",
                            models.DateField(verbose_name="date of the letter"),
                        ),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("holder", "Holds the rights"),
                                    ("copy", "Has a copy"),
                                    ("service", "Service"),
                                ],
                                max_length=10,
                                verbose_name="in what part",
                            ),
                        ),
                        (
                            "recipient",
                            models.CharField(
                                max_length=40, verbose_name="which addressee"
                            ),
                        ),
                        (
                            "to_name",
                            models.CharField(max_length=200, verbose_name="to"),
                        ),
                        ("subject", models.CharField(max_length=200)),
                        ("body", models.TextField()),
                        ("sheet", models.JSONField()),
                        (
                            "pdf",
                            models.FileField(
                                upload_to=sendhub.letters.models.letter.storage_path
                            ),
                        ),
                        ("pdf_sha256", models.CharField(max_length=64)),
                        (
                            "word",
                            models.FileField(
                                upload_to=sendhub.letters.models.letter.storage_path
                            ),
                        ),
                        ("word_sha256", models.CharField(max_length=64)),
                        (
                            "made_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "adult",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="people.adult",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="letters.batch",
                            ),
                        ),
                        (
                            "case",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="casework.case",
                            ),
                        ),
                        (
                            "made_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "template_version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to="letters.templateversion",
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
                        "indexes": [
                            models.Index(
                                fields=["case", "-id"], name="letters_letter_of_case"
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("batch__isnull", False)),
                                fields=("batch", "case", "recipient"),
                                name="letters_letter_once_in_a_batch",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("pdf_sha256__regex", "^[0-9a-f]{64}$"),
                                    ("word_sha256__regex", "^[0-9a-f]{64}$"),
                                ),
                                name="letters_letter_fingerprints",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("part__in", ["holder", "copy", "service"])
                                ),
                                name="letters_letter_known_part",
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
                                name="letters_letter_withdrawn_who_when_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="BatchEvent",
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
                            "asked_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        ("finished_at", models.DateTimeField(blank=True, null=True)),
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
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="letters.batch",
                            ),
                        ),
                        (
                            "template_version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="letters.templateversion",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="BatchRowEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("made", "Made"),
                                    ("skipped", "Skipped"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500)),
                        (
                            "batch",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="letters.batch",
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
                                to="letters.batchrow",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Delivery",
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
                            "way",
                            models.CharField(
                                choices=[("post", "Post"), ("email", "E-mail")],
                                max_length=10,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("queued", "Waiting"),
                                    ("sending", "Being sent"),
                                    ("sent", "Sent"),
                                    ("failed", "Not sent"),
                                    ("unknown", "Not known whether it went"),
                                ],
                                default="queued",
                                max_length=10,
                            ),
                        ),
                        ("to_email", models.EmailField(blank=True, max_length=254)),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        (
                            "next_at",
                            models.DateTimeField(verbose_name="to be tried at"),
                        ),
                        (
                            "began_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="began to send at"
                            ),
                        ),
                        (
                            "sent_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="sent"
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500)),
                        (
                            "queued_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "said_by",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "letter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="deliveries",
                                to="letters.letter",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "deliveries",
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(
                                    ("state__in", ["sent", "failed"]), _negated=True
                                ),
                                fields=["state", "next_at", "id"],
                                name="letters_delivery_under_way",
                            ),
                            models.Index(
                                fields=["state", "-id"],
                                name="letters_delivery_by_state",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(
                                    (
                                        "state__in",
                                        ["queued", "sending", "sent", "unknown"],
                                    )
                                ),
                                fields=("letter",),
                                name="letters_delivery_one_stands",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("sent_on__isnull", False), ("state", "sent")
                                    ),
                                    models.Q(
                                        models.Q(("state", "sent"), _negated=True),
                                        ("sent_on__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="letters_delivery_sent_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "failed"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="letters_delivery_failed_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("way", "email"),
                                        models.Q(("to_email", ""), _negated=True),
                                    ),
                                    models.Q(
                                        ("state__in", ["queued", "sent", "failed"]),
                                        ("to_email", ""),
                                        ("way", "post"),
                                    ),
                                    _connector="OR",
                                ),
                                name="letters_delivery_way_fits",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LetterEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("kind", models.CharField(max_length=40)),
                        (
                            "dated_on",
                            models.DateField(verbose_name="date of the letter"),
                        ),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("holder", "Holds the rights"),
                                    ("copy", "Has a copy"),
                                    ("service", "Service"),
                                ],
                                max_length=10,
                                verbose_name="in what part",
                            ),
                        ),
                        (
                            "recipient",
                            models.CharField(
                                max_length=40, verbose_name="which addressee"
                            ),
                        ),
                        (
                            "to_name",
                            models.CharField(max_length=200, verbose_name="to"),
                        ),
                        ("subject", models.CharField(max_length=200)),
                        ("body", models.TextField()),
                        ("sheet", models.JSONField()),
                        (
                            "pdf",
                            models.FileField(
                                upload_to=sendhub.letters.models.letter.storage_path
                            ),
                        ),
                        ("pdf_sha256", models.CharField(max_length=64)),
                        (
                            "word",
                            models.FileField(
                                upload_to=sendhub.letters.models.letter.storage_path
                            ),
                        ),
                        ("word_sha256", models.CharField(max_length=64)),
                        (
                            "made_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "adult",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.adult",
                            ),
                        ),
                        (
                            "batch",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="letters.batch",
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
                            "made_by",
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
                                to="letters.letter",
                            ),
                        ),
                        (
                            "template_version",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="letters.templateversion",
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
                migrations.CreateModel(
                    name="DeliveryEvent",
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
                            "way",
                            models.CharField(
                                choices=[("post", "Post"), ("email", "E-mail")],
                                max_length=10,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("queued", "Waiting"),
                                    ("sending", "Being sent"),
                                    ("sent", "Sent"),
                                    ("failed", "Not sent"),
                                    ("unknown", "Not known whether it went"),
                                ],
                                default="queued",
                                max_length=10,
                            ),
                        ),
                        ("to_email", models.EmailField(blank=True, max_length=254)),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        (
                            "next_at",
                            models.DateTimeField(verbose_name="to be tried at"),
                        ),
                        (
                            "began_at",
                            models.DateTimeField(
                                blank=True, null=True, verbose_name="began to send at"
                            ),
                        ),
                        (
                            "sent_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="sent"
                            ),
                        ),
                        ("reason", models.CharField(blank=True, max_length=500)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="letters.delivery",
                            ),
                        ),
                        (
                            "queued_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "said_by",
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
                            "letter",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="letters.letter",
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
