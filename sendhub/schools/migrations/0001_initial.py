import django.core.validators
import django.db.models.deletion
import pghistory.utils
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                    models.CharField(blank=True, max_length=7, verbose_name="LAESTAB"),
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
                    models.CharField(blank=True, max_length=100, verbose_name="type"),
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
                            ("special_non_maintained", "Non-maintained special school"),
                            ("special_independent", "Independent special school"),
                            (
                                "alternative",
                                "Pupil referral unit or other alternative provision",
                            ),
                            ("sixth_form", "Sixth form college"),
                            ("further_education", "Further education college"),
                            ("specialist_post_16", "Specialist post-16 institution"),
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
                ("age_from", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("age_to", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("pupils", models.PositiveIntegerField(blank=True, null=True)),
                ("capacity", models.PositiveIntegerField(blank=True, null=True)),
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
                    models.CharField(blank=True, max_length=120, verbose_name="SENCO"),
                ),
                (
                    "senco_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="SENCO's e-mail"
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
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["name", "id"], name="schools_setting_by_name")
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
                    models.CharField(blank=True, max_length=7, verbose_name="LAESTAB"),
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
                    models.CharField(blank=True, max_length=100, verbose_name="type"),
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
                            ("special_non_maintained", "Non-maintained special school"),
                            ("special_independent", "Independent special school"),
                            (
                                "alternative",
                                "Pupil referral unit or other alternative provision",
                            ),
                            ("sixth_form", "Sixth form college"),
                            ("further_education", "Further education college"),
                            ("specialist_post_16", "Specialist post-16 institution"),
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
                ("age_from", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("age_to", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("pupils", models.PositiveIntegerField(blank=True, null=True)),
                ("capacity", models.PositiveIntegerField(blank=True, null=True)),
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
                    models.CharField(blank=True, max_length=120, verbose_name="SENCO"),
                ),
                (
                    "senco_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="SENCO's e-mail"
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
            ],
            options={
                "abstract": False,
            },
        ),
    ]
