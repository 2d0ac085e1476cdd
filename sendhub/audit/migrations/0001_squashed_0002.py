"""All tables of this app as they stood on 23 November 2026: docs/adr/0034."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

from sendhub.core.creating import CreateModels


class Migration(migrations.Migration):
    replaces = [("audit", "0001_initial"), ("audit", "0002_index_looks_by_child")]

    initial = True
    dependencies = []

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="Look",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("child", "Child's page"),
                                    ("case", "Case"),
                                    ("document", "Document"),
                                    ("search", "Search by identifier"),
                                    ("export", "Export"),
                                    ("admin", "Django admin"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("at", models.DateTimeField(db_index=True)),
                        ("by_id", models.BigIntegerField(db_index=True)),
                        ("by_name", models.CharField(max_length=200)),
                        ("child_id", models.BigIntegerField(null=True)),
                        ("about_type", models.CharField(blank=True, max_length=80)),
                        ("about_id", models.BigIntegerField(null=True)),
                        (
                            "ids",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.BigIntegerField(),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("path", models.CharField(max_length=500)),
                        ("address", models.CharField(blank=True, max_length=64)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["child_id", "-at", "-id"],
                                name="audit_look_by_child",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["ids"], name="audit_look_with_child"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SignIn",
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
                            "kind",
                            models.CharField(
                                choices=[
                                    ("signed_in", "Signed in"),
                                    ("refused", "Wrong e-mail address or password"),
                                    ("locked", "Locked after too many tries"),
                                    ("wrong_code", "Wrong code"),
                                    ("signed_out", "Signed out"),
                                    ("timed_out", "Signed out by the time limit"),
                                    ("password", "Password changed"),
                                    ("factor_added", "Second step set up"),
                                    ("factor_removed", "Second step removed"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("at", models.DateTimeField(db_index=True)),
                        (
                            "email",
                            models.CharField(
                                blank=True,
                                max_length=254,
                                verbose_name="e-mail address typed",
                            ),
                        ),
                        ("by_id", models.BigIntegerField(db_index=True, null=True)),
                        ("address", models.CharField(blank=True, max_length=64)),
                    ],
                    options={
                        "verbose_name": "sign-in",
                    },
                ),
                migrations.CreateModel(
                    name="Act",
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
                        ("act", models.CharField(max_length=80)),
                        ("at", models.DateTimeField(db_index=True)),
                        ("happened_on", models.DateField()),
                        ("by_id", models.BigIntegerField()),
                        ("by_name", models.CharField(max_length=200)),
                        ("child_id", models.BigIntegerField(null=True)),
                        ("case_id", models.BigIntegerField(null=True)),
                        ("about_type", models.CharField(blank=True, max_length=80)),
                        ("about_id", models.BigIntegerField(null=True)),
                        ("facts", models.JSONField(default=dict)),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["child_id", "-happened_on", "-id"],
                                name="audit_act_by_child",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
