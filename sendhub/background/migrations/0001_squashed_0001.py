"""All tables of this app as they stood on 23 November 2026: docs/adr/0034."""

import django.db.models.deletion
import sendhub.core.clock
from django.conf import settings
from django.db import migrations, models

from sendhub.core.creating import CreateModels


class Migration(migrations.Migration):
    replaces = [("background", "0001_initial")]

    initial = True
    dependencies = [
        ("accounts", "0001_squashed_0002"),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="Job",
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
                        ("kind", models.CharField(max_length=30)),
                        ("title", models.CharField(max_length=200)),
                        (
                            "asked_at",
                            models.DateTimeField(
                                default=sendhub.core.clock.now, editable=False
                            ),
                        ),
                        (
                            "asks",
                            models.JSONField(
                                default=dict, verbose_name="what its kind needs to know"
                            ),
                        ),
                        (
                            "queue_id",
                            models.BigIntegerField(
                                null=True, verbose_name="number in the queue"
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "Waiting"),
                                    ("running", "Under way"),
                                    ("done", "Done"),
                                    ("failed", "Did not work"),
                                    ("cancelled", "Cancelled"),
                                ],
                                default="waiting",
                                max_length=10,
                            ),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("started_at", models.DateTimeField(null=True)),
                        ("finished_at", models.DateTimeField(null=True)),
                        ("done", models.PositiveIntegerField(default=0)),
                        (
                            "total",
                            models.PositiveIntegerField(
                                null=True, verbose_name="done of so many"
                            ),
                        ),
                        (
                            "said",
                            models.CharField(
                                blank=True,
                                max_length=500,
                                verbose_name="what came of it, or why not",
                            ),
                        ),
                        (
                            "filename",
                            models.CharField(
                                blank=True,
                                max_length=200,
                                verbose_name="name of the result",
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
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["asked_by", "-id"], name="background_job_own"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("finished_at__isnull", True),
                                        ("state__in", ("waiting", "running")),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("state__in", ("waiting", "running")),
                                            _negated=True,
                                        ),
                                        ("finished_at__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="background_job_finished_when_over",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "failed"), _negated=True),
                                    models.Q(("said", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="background_job_failed_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("filename", ""), ("state", "done"), _connector="OR"
                                ),
                                name="background_job_result_when_done",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("total__isnull", True),
                                    ("done__lte", models.F("total")),
                                    _connector="OR",
                                ),
                                name="background_job_done_of_total",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
