"""All tables of this app as they stood on 23 November 2026: docs/adr/0034."""

import django.core.validators
import django.db.models.deletion
import pghistory.utils
import sendhub.schools.models
from django.conf import settings
from django.db import migrations, models

from sendhub.core.creating import CreateModels


class Migration(migrations.Migration):
    replaces = [("schools", "0001_initial"), ("schools", "0002_add_the_register")]

    initial = True
    dependencies = [
        ("accounts", "0001_squashed_0002"),
    ]

    operations = [
        CreateModels(
            models=[
                migrations.CreateModel(
                    name="Setting",
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
                        ("name", models.CharField(max_length=200)),
                        (
                            "urn",
                            models.CharField(
                                blank=True,
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{6}$", "A URN is six digits."
                                    )
                                ],
                                verbose_name="URN",
                            ),
                        ),
                        (
                            "ukprn",
                            models.CharField(
                                blank=True,
                                max_length=8,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^1\\d{7}$", "A UKPRN is eight digits from 1."
                                    )
                                ],
                                verbose_name="UKPRN",
                            ),
                        ),
                        (
                            "laestab",
                            models.CharField(
                                blank=True, max_length=7, verbose_name="LAESTAB"
                            ),
                        ),
                        (
                            "authority_code",
                            models.CharField(
                                blank=True, max_length=3, verbose_name="local authority"
                            ),
                        ),
                        (
                            "type_code",
                            models.CharField(
                                blank=True, max_length=3, verbose_name="type code"
                            ),
                        ),
                        (
                            "type_name",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="type"
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("early_years", "Early years setting"),
                                    ("nursery_school", "Nursery school"),
                                    ("mainstream", "Mainstream school"),
                                    ("mainstream_independent", "Independent school"),
                                    ("special", "Special school"),
                                    (
                                        "special_non_maintained",
                                        "Non-maintained special school",
                                    ),
                                    (
                                        "special_independent",
                                        "Independent special school",
                                    ),
                                    (
                                        "alternative",
                                        "Pupil referral unit or other alternative provision",
                                    ),
                                    ("sixth_form", "Sixth form college"),
                                    ("further_education", "Further education college"),
                                    (
                                        "specialist_post_16",
                                        "Specialist post-16 institution",
                                    ),
                                    ("secure", "Secure setting"),
                                    ("other", "Other setting"),
                                ],
                                default="other",
                                max_length=30,
                                verbose_name="kind of setting",
                            ),
                        ),
                        ("phase", models.CharField(blank=True, max_length=40)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("1", "Open"),
                                    ("2", "Closed"),
                                    ("3", "Open, but proposed to close"),
                                    ("4", "Proposed to open"),
                                ],
                                default="1",
                                max_length=1,
                            ),
                        ),
                        ("opened_on", models.DateField(blank=True, null=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        (
                            "age_from",
                            models.PositiveSmallIntegerField(blank=True, null=True),
                        ),
                        (
                            "age_to",
                            models.PositiveSmallIntegerField(blank=True, null=True),
                        ),
                        ("pupils", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "capacity",
                            models.PositiveIntegerField(blank=True, null=True),
                        ),
                        (
                            "section_41",
                            models.BooleanField(
                                default=False, verbose_name="section 41 approved"
                            ),
                        ),
                        ("resourced_provision", models.BooleanField(default=False)),
                        (
                            "sen_unit",
                            models.BooleanField(default=False, verbose_name="SEN unit"),
                        ),
                        ("street", models.CharField(blank=True, max_length=120)),
                        ("town", models.CharField(blank=True, max_length=80)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        (
                            "easting",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="easting (metres)"
                            ),
                        ),
                        (
                            "northing",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="northing (metres)"
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=30)),
                        ("website", models.CharField(blank=True, max_length=200)),
                        (
                            "head_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="head teacher"
                            ),
                        ),
                        (
                            "refreshed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="last refreshed"
                            ),
                        ),
                        (
                            "senco_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="SENCO"
                            ),
                        ),
                        (
                            "senco_email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                verbose_name="SENCO's e-mail",
                            ),
                        ),
                        (
                            "senco_phone",
                            models.CharField(
                                blank=True, max_length=30, verbose_name="SENCO's phone"
                            ),
                        ),
                        (
                            "local_note",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="our note"
                            ),
                        ),
                        (
                            "closed_because",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="why closed"
                            ),
                        ),
                        (
                            "further_type",
                            models.CharField(
                                blank=True,
                                max_length=80,
                                verbose_name="type of further education college",
                            ),
                        ),
                        (
                            "opened_because",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="why opened"
                            ),
                        ),
                        (
                            "own_category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("early_years", "Early years setting"),
                                    ("nursery_school", "Nursery school"),
                                    ("mainstream", "Mainstream school"),
                                    ("mainstream_independent", "Independent school"),
                                    ("special", "Special school"),
                                    (
                                        "special_non_maintained",
                                        "Non-maintained special school",
                                    ),
                                    (
                                        "special_independent",
                                        "Independent special school",
                                    ),
                                    (
                                        "alternative",
                                        "Pupil referral unit or other alternative provision",
                                    ),
                                    ("sixth_form", "Sixth form college"),
                                    ("further_education", "Further education college"),
                                    (
                                        "specialist_post_16",
                                        "Specialist post-16 institution",
                                    ),
                                    ("secure", "Secure setting"),
                                    ("other", "Other setting"),
                                ],
                                help_text="Only where the register has it wrong.",
                                max_length=30,
                                verbose_name="kind of setting, as we know it",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["name", "id"], name="schools_setting_by_name"
                            ),
                            models.Index(
                                fields=["laestab"], name="schools_setting_by_laestab"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("urn", ""), _negated=True),
                                fields=("urn",),
                                name="schools_setting_urn_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("closed_on__isnull", True),
                                    ("opened_on__isnull", True),
                                    ("closed_on__gte", models.F("opened_on")),
                                    _connector="OR",
                                ),
                                name="schools_setting_closes_after_opening",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SettingEvent",
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
                        ("name", models.CharField(max_length=200)),
                        (
                            "urn",
                            models.CharField(
                                blank=True,
                                max_length=6,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^\\d{6}$", "A URN is six digits."
                                    )
                                ],
                                verbose_name="URN",
                            ),
                        ),
                        (
                            "ukprn",
                            models.CharField(
                                blank=True,
                                max_length=8,
                                validators=[
                                    django.core.validators.RegexValidator(
                                        "^1\\d{7}$", "A UKPRN is eight digits from 1."
                                    )
                                ],
                                verbose_name="UKPRN",
                            ),
                        ),
                        (
                            "laestab",
                            models.CharField(
                                blank=True, max_length=7, verbose_name="LAESTAB"
                            ),
                        ),
                        (
                            "authority_code",
                            models.CharField(
                                blank=True, max_length=3, verbose_name="local authority"
                            ),
                        ),
                        (
                            "type_code",
                            models.CharField(
                                blank=True, max_length=3, verbose_name="type code"
                            ),
                        ),
                        (
                            "type_name",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="type"
                            ),
                        ),
                        (
                            "category",
                            models.CharField(
                                choices=[
                                    ("early_years", "Early years setting"),
                                    ("nursery_school", "Nursery school"),
                                    ("mainstream", "Mainstream school"),
                                    ("mainstream_independent", "Independent school"),
                                    ("special", "Special school"),
                                    (
                                        "special_non_maintained",
                                        "Non-maintained special school",
                                    ),
                                    (
                                        "special_independent",
                                        "Independent special school",
                                    ),
                                    (
                                        "alternative",
                                        "Pupil referral unit or other alternative provision",
                                    ),
                                    ("sixth_form", "Sixth form college"),
                                    ("further_education", "Further education college"),
                                    (
                                        "specialist_post_16",
                                        "Specialist post-16 institution",
                                    ),
                                    ("secure", "Secure setting"),
                                    ("other", "Other setting"),
                                ],
                                default="other",
                                max_length=30,
                                verbose_name="kind of setting",
                            ),
                        ),
                        ("phase", models.CharField(blank=True, max_length=40)),
                        (
                            "status",
                            models.CharField(
                                choices=[
                                    ("1", "Open"),
                                    ("2", "Closed"),
                                    ("3", "Open, but proposed to close"),
                                    ("4", "Proposed to open"),
                                ],
                                default="1",
                                max_length=1,
                            ),
                        ),
                        ("opened_on", models.DateField(blank=True, null=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        (
                            "age_from",
                            models.PositiveSmallIntegerField(blank=True, null=True),
                        ),
                        (
                            "age_to",
                            models.PositiveSmallIntegerField(blank=True, null=True),
                        ),
                        ("pupils", models.PositiveIntegerField(blank=True, null=True)),
                        (
                            "capacity",
                            models.PositiveIntegerField(blank=True, null=True),
                        ),
                        (
                            "section_41",
                            models.BooleanField(
                                default=False, verbose_name="section 41 approved"
                            ),
                        ),
                        ("resourced_provision", models.BooleanField(default=False)),
                        (
                            "sen_unit",
                            models.BooleanField(default=False, verbose_name="SEN unit"),
                        ),
                        ("street", models.CharField(blank=True, max_length=120)),
                        ("town", models.CharField(blank=True, max_length=80)),
                        ("postcode", models.CharField(blank=True, max_length=8)),
                        (
                            "easting",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="easting (metres)"
                            ),
                        ),
                        (
                            "northing",
                            models.PositiveIntegerField(
                                blank=True, null=True, verbose_name="northing (metres)"
                            ),
                        ),
                        ("phone", models.CharField(blank=True, max_length=30)),
                        ("website", models.CharField(blank=True, max_length=200)),
                        (
                            "head_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="head teacher"
                            ),
                        ),
                        (
                            "refreshed_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="last refreshed"
                            ),
                        ),
                        (
                            "senco_name",
                            models.CharField(
                                blank=True, max_length=120, verbose_name="SENCO"
                            ),
                        ),
                        (
                            "senco_email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                verbose_name="SENCO's e-mail",
                            ),
                        ),
                        (
                            "senco_phone",
                            models.CharField(
                                blank=True, max_length=30, verbose_name="SENCO's phone"
                            ),
                        ),
                        (
                            "local_note",
                            models.TextField(
                                blank=True, max_length=2000, verbose_name="our note"
                            ),
                        ),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="schools.setting",
                            ),
                        ),
                        (
                            "closed_because",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="why closed"
                            ),
                        ),
                        (
                            "further_type",
                            models.CharField(
                                blank=True,
                                max_length=80,
                                verbose_name="type of further education college",
                            ),
                        ),
                        (
                            "opened_because",
                            models.CharField(
                                blank=True, max_length=100, verbose_name="why opened"
                            ),
                        ),
                        (
                            "own_category",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("early_years", "Early years setting"),
                                    ("nursery_school", "Nursery school"),
                                    ("mainstream", "Mainstream school"),
                                    ("mainstream_independent", "Independent school"),
                                    ("special", "Special school"),
                                    (
                                        "special_non_maintained",
                                        "Non-maintained special school",
                                    ),
                                    (
                                        "special_independent",
                                        "Independent special school",
                                    ),
                                    (
                                        "alternative",
                                        "Pupil referral unit or other alternative provision",
                                    ),
                                    ("sixth_form", "Sixth form college"),
                                    ("further_education", "Further education college"),
                                    (
                                        "specialist_post_16",
                                        "Specialist post-16 institution",
                                    ),
                                    ("secure", "Secure setting"),
                                    ("other", "Other setting"),
                                ],
                                help_text="Only where the register has it wrong.",
                                max_length=30,
                                verbose_name="kind of setting, as we know it",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="Load",
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
                            "file",
                            models.FileField(
                                blank=True,
                                upload_to=sendhub.schools.models.storage_path,
                            ),
                        ),
                        (
                            "file_name",
                            models.CharField(max_length=200, verbose_name="file"),
                        ),
                        (
                            "digest",
                            models.CharField(
                                max_length=64, verbose_name="SHA-256 of the file"
                            ),
                        ),
                        (
                            "links",
                            models.FileField(
                                blank=True,
                                upload_to=sendhub.schools.models.storage_path,
                            ),
                        ),
                        (
                            "links_name",
                            models.CharField(
                                blank=True, max_length=200, verbose_name="file of links"
                            ),
                        ),
                        ("asked_at", models.DateTimeField()),
                        (
                            "stage",
                            models.CharField(
                                choices=[
                                    ("reading", "Being compared"),
                                    ("read", "To be confirmed"),
                                    ("loading", "Being loaded"),
                                    ("loaded", "Loaded"),
                                    ("dropped", "Not loaded"),
                                ],
                                default="reading",
                                max_length=10,
                            ),
                        ),
                        (
                            "job_id",
                            models.BigIntegerField(
                                null=True, verbose_name="work in the background"
                            ),
                        ),
                        (
                            "line",
                            models.PositiveIntegerField(
                                default=0, verbose_name="loaded up to line"
                            ),
                        ),
                        (
                            "found",
                            models.JSONField(
                                default=dict, verbose_name="what the file would do"
                            ),
                        ),
                        (
                            "done",
                            models.JSONField(default=dict, verbose_name="what it did"),
                        ),
                        ("finished_at", models.DateTimeField(null=True)),
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
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("finished_at__isnull", False),
                                        ("stage__in", ["loaded", "dropped"]),
                                    ),
                                    models.Q(
                                        ("finished_at__isnull", True),
                                        ("stage__in", ["reading", "read", "loading"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="schools_load_finished_when_over",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LoadRow",
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
                        ("line", models.PositiveIntegerField()),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("new", "New"),
                                    ("changed", "Changed"),
                                    ("closed", "Closed"),
                                    ("reopened", "Open again"),
                                    ("unchanged", "Unchanged"),
                                    ("wrong", "Rows to mend"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "urn",
                            models.CharField(
                                blank=True, max_length=20, verbose_name="URN"
                            ),
                        ),
                        ("name", models.CharField(blank=True, max_length=200)),
                        (
                            "changes",
                            models.JSONField(
                                default=list,
                                verbose_name="each fact that changes: its name, before, after",
                            ),
                        ),
                        (
                            "fault",
                            models.TextField(blank=True, verbose_name="what is wrong"),
                        ),
                        (
                            "cells",
                            models.JSONField(
                                default=list,
                                verbose_name="the row, where it is to be mended",
                            ),
                        ),
                        (
                            "load",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rows",
                                to="schools.load",
                            ),
                        ),
                    ],
                    options={
                        "indexes": [
                            models.Index(
                                fields=["load", "outcome", "line"],
                                name="schools_loadrow_by_outcome",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("load", "line"),
                                name="schools_loadrow_line_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome", "wrong"),
                                        models.Q(("fault", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("outcome", "wrong"), _negated=True),
                                        ("fault", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="schools_loadrow_wrong_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SettingLink",
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
                                blank=True,
                                help_text="As the register has it; empty where the same LAESTAB told it.",
                                max_length=80,
                            ),
                        ),
                        ("linked_on", models.DateField(blank=True, null=True)),
                        (
                            "predecessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links_on",
                                to="schools.setting",
                            ),
                        ),
                        (
                            "successor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="links_back",
                                to="schools.setting",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("predecessor", "successor"),
                                name="schools_settinglink_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("predecessor", models.F("successor")),
                                    _negated=True,
                                ),
                                name="schools_settinglink_of_two",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SettingLinkEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                blank=True,
                                help_text="As the register has it; empty where the same LAESTAB told it.",
                                max_length=80,
                            ),
                        ),
                        ("linked_on", models.DateField(blank=True, null=True)),
                        (
                            "pgh_obj",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="events",
                                to="schools.settinglink",
                            ),
                        ),
                        (
                            "predecessor",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="schools.setting",
                            ),
                        ),
                        (
                            "successor",
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
            ],
        ),
    ]
