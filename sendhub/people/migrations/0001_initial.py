import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.lookups
import pghistory.utils
import sendhub.core.clock
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("core", "0002_initial"),
        ("schools", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="LocalityArea",
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
                    "postcode_start",
                    models.CharField(
                        help_text="Like HR6, or HR1 1 for part of a district; the longest match counts.",
                        max_length=6,
                        unique=True,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="areas",
                        to="accounts.team",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Professional",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("educational_psychology", "Educational psychology"),
                            ("speech", "Speech and language therapy"),
                            ("occupational", "Occupational therapy"),
                            ("physiotherapy", "Physiotherapy"),
                            ("paediatrics", "Paediatrics"),
                            ("camhs", "CAMHS"),
                            ("social_care", "Social care"),
                            ("portage", "Portage"),
                            ("early_years_inclusion", "Early years inclusion"),
                            ("virtual_school", "Virtual school"),
                            ("sensory", "Hearing or vision support"),
                            ("behaviour_support", "Behaviour support"),
                            ("dco", "Designated clinical officer"),
                            ("dsco", "Designated social care officer"),
                            ("other", "Other"),
                        ],
                        max_length=30,
                        verbose_name="service",
                    ),
                ),
                ("organisation", models.CharField(blank=True, max_length=200)),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail"
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=30)),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(
                        fields=["kind", "name", "id"], name="people_professional_kind"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Adult",
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
                ("phone", models.CharField(blank=True, max_length=30)),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail"
                    ),
                ),
                (
                    "preferred_method",
                    models.CharField(
                        choices=[
                            ("post", "Post"),
                            ("email", "E-mail"),
                            ("phone", "Phone"),
                            ("text", "Text message"),
                        ],
                        default="post",
                        max_length=10,
                        verbose_name="preferred way to be reached",
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=60)),
                (
                    "interpreter_needed",
                    models.BooleanField(
                        default=False, verbose_name="an interpreter is needed"
                    ),
                ),
                (
                    "accessible_format",
                    models.CharField(
                        choices=[
                            ("standard", "Ordinary print"),
                            ("large_print", "Large print"),
                            ("easy_read", "Easy read"),
                            ("braille", "Braille"),
                            ("audio", "Audio"),
                            ("coloured", "Coloured paper"),
                            ("email", "E-mail, for a screen reader"),
                        ],
                        default="standard",
                        max_length=20,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    models.Index(fields=["name", "id"], name="people_adult_by_name"),
                    models.Index(
                        django.db.models.functions.text.Upper("name"),
                        name="people_adult_by_same_name",
                    ),
                    models.Index(
                        django.db.models.functions.text.Upper("email"),
                        name="people_adult_by_email",
                    ),
                    models.Index(
                        models.Func(
                            "phone",
                            models.Value("[^0-9]"),
                            models.Value(""),
                            models.Value("g"),
                            function="regexp_replace",
                            output_field=models.CharField(),
                        ),
                        name="people_adult_by_phone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdultEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=200)),
                ("phone", models.CharField(blank=True, max_length=30)),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail"
                    ),
                ),
                (
                    "preferred_method",
                    models.CharField(
                        choices=[
                            ("post", "Post"),
                            ("email", "E-mail"),
                            ("phone", "Phone"),
                            ("text", "Text message"),
                        ],
                        default="post",
                        max_length=10,
                        verbose_name="preferred way to be reached",
                    ),
                ),
                ("language", models.CharField(blank=True, max_length=60)),
                (
                    "interpreter_needed",
                    models.BooleanField(
                        default=False, verbose_name="an interpreter is needed"
                    ),
                ),
                (
                    "accessible_format",
                    models.CharField(
                        choices=[
                            ("standard", "Ordinary print"),
                            ("large_print", "Large print"),
                            ("easy_read", "Easy read"),
                            ("braille", "Braille"),
                            ("audio", "Audio"),
                            ("coloured", "Coloured paper"),
                            ("email", "E-mail, for a screen reader"),
                        ],
                        default="standard",
                        max_length=20,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="people.adult",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LocalityAreaEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "postcode_start",
                    models.CharField(
                        help_text="Like HR6, or HR1 1 for part of a district; the longest match counts.",
                        max_length=6,
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="people.localityarea",
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
            name="ProfessionalEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("educational_psychology", "Educational psychology"),
                            ("speech", "Speech and language therapy"),
                            ("occupational", "Occupational therapy"),
                            ("physiotherapy", "Physiotherapy"),
                            ("paediatrics", "Paediatrics"),
                            ("camhs", "CAMHS"),
                            ("social_care", "Social care"),
                            ("portage", "Portage"),
                            ("early_years_inclusion", "Early years inclusion"),
                            ("virtual_school", "Virtual school"),
                            ("sensory", "Hearing or vision support"),
                            ("behaviour_support", "Behaviour support"),
                            ("dco", "Designated clinical officer"),
                            ("dsco", "Designated social care officer"),
                            ("other", "Other"),
                        ],
                        max_length=30,
                        verbose_name="service",
                    ),
                ),
                ("organisation", models.CharField(blank=True, max_length=200)),
                (
                    "email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="e-mail"
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=30)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="people.professional",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Child",
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
                ("given_names", models.CharField(max_length=200)),
                ("family_name", models.CharField(max_length=200)),
                ("preferred_name", models.CharField(blank=True, max_length=200)),
                ("sort_name", models.CharField(editable=False, max_length=410)),
                ("search_text", models.TextField(editable=False)),
                ("born_on", models.DateField(verbose_name="date of birth")),
                (
                    "upn",
                    models.CharField(blank=True, max_length=13, verbose_name="UPN"),
                ),
                (
                    "uln",
                    models.CharField(blank=True, max_length=10, verbose_name="ULN"),
                ),
                (
                    "nhs_number",
                    models.CharField(
                        blank=True, max_length=10, verbose_name="NHS number"
                    ),
                ),
                ("first_language", models.CharField(blank=True, max_length=60)),
                (
                    "interpreter_needed",
                    models.BooleanField(
                        default=False, verbose_name="an interpreter is needed"
                    ),
                ),
                ("communication_needs", models.TextField(blank=True, max_length=1000)),
                (
                    "accessible_format",
                    models.CharField(
                        choices=[
                            ("standard", "Ordinary print"),
                            ("large_print", "Large print"),
                            ("easy_read", "Easy read"),
                            ("braille", "Braille"),
                            ("audio", "Audio"),
                            ("coloured", "Coloured paper"),
                            ("email", "E-mail, for a screen reader"),
                        ],
                        default="standard",
                        max_length=20,
                    ),
                ),
                (
                    "own_phone",
                    models.CharField(
                        blank=True, max_length=30, verbose_name="young person's phone"
                    ),
                ),
                (
                    "own_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="young person's e-mail"
                    ),
                ),
                (
                    "lacks_capacity",
                    models.BooleanField(
                        default=False, verbose_name="lacks capacity for these decisions"
                    ),
                ),
                (
                    "died_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of death"
                    ),
                ),
                (
                    "restricted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="restricted"
                    ),
                ),
                ("restricted_reason", models.CharField(blank=True, max_length=500)),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=sendhub.core.clock.now, editable=False
                    ),
                ),
                (
                    "ethnicity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.code",
                        verbose_name="ethnicity",
                    ),
                ),
                (
                    "home_authority",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.code",
                        verbose_name="home authority",
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
                    "restricted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "sex",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.code",
                        verbose_name="sex",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="accounts.team",
                        verbose_name="locality team",
                    ),
                ),
                (
                    "upn_unknown",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.code",
                        verbose_name="reason for no UPN",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "children",
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Address",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                ("lines", models.CharField(max_length=300, verbose_name="address")),
                ("town", models.CharField(blank=True, max_length=80)),
                ("postcode", models.CharField(blank=True, max_length=8)),
                (
                    "adult",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addresses",
                        to="people.adult",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addresses",
                        to="people.child",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "addresses",
                "abstract": False,
                "indexes": [
                    models.Index(fields=["postcode"], name="people_address_by_postcode")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="people_address_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("adult__isnull", True), ("child__isnull", False)),
                            models.Q(("adult__isnull", False), ("child__isnull", True)),
                            _connector="OR",
                        ),
                        name="people_address_of_child_or_adult",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("child__isnull", False)),
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
                        name="people_address_one_at_a_time",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("adult__isnull", False)),
                        expressions=[
                            ("adult", "="),
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
                        name="people_address_adult_one_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "setting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="schools.setting",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="people.child",
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
                        name="people_attendance_ends_after_start",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
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
                        name="people_attendance_one_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChildEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("given_names", models.CharField(max_length=200)),
                ("family_name", models.CharField(max_length=200)),
                ("preferred_name", models.CharField(blank=True, max_length=200)),
                ("sort_name", models.CharField(editable=False, max_length=410)),
                ("search_text", models.TextField(editable=False)),
                ("born_on", models.DateField(verbose_name="date of birth")),
                (
                    "upn",
                    models.CharField(blank=True, max_length=13, verbose_name="UPN"),
                ),
                (
                    "uln",
                    models.CharField(blank=True, max_length=10, verbose_name="ULN"),
                ),
                (
                    "nhs_number",
                    models.CharField(
                        blank=True, max_length=10, verbose_name="NHS number"
                    ),
                ),
                ("first_language", models.CharField(blank=True, max_length=60)),
                (
                    "interpreter_needed",
                    models.BooleanField(
                        default=False, verbose_name="an interpreter is needed"
                    ),
                ),
                ("communication_needs", models.TextField(blank=True, max_length=1000)),
                (
                    "accessible_format",
                    models.CharField(
                        choices=[
                            ("standard", "Ordinary print"),
                            ("large_print", "Large print"),
                            ("easy_read", "Easy read"),
                            ("braille", "Braille"),
                            ("audio", "Audio"),
                            ("coloured", "Coloured paper"),
                            ("email", "E-mail, for a screen reader"),
                        ],
                        default="standard",
                        max_length=20,
                    ),
                ),
                (
                    "own_phone",
                    models.CharField(
                        blank=True, max_length=30, verbose_name="young person's phone"
                    ),
                ),
                (
                    "own_email",
                    models.EmailField(
                        blank=True, max_length=254, verbose_name="young person's e-mail"
                    ),
                ),
                (
                    "lacks_capacity",
                    models.BooleanField(
                        default=False, verbose_name="lacks capacity for these decisions"
                    ),
                ),
                (
                    "died_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="date of death"
                    ),
                ),
                (
                    "restricted_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="restricted"
                    ),
                ),
                ("restricted_reason", models.CharField(blank=True, max_length=500)),
                (
                    "recorded_at",
                    models.DateTimeField(
                        default=sendhub.core.clock.now, editable=False
                    ),
                ),
                (
                    "ethnicity",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.code",
                        verbose_name="ethnicity",
                    ),
                ),
                (
                    "home_authority",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.code",
                        verbose_name="home authority",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="people.child",
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
                    "restricted_by",
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
                    "sex",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.code",
                        verbose_name="sex",
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
                        verbose_name="locality team",
                    ),
                ),
                (
                    "upn_unknown",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.code",
                        verbose_name="reason for no UPN",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ChildStatus",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("looked_after", "Looked after"),
                            ("child_in_need", "Child in need"),
                            ("protection_plan", "Child protection plan"),
                            ("home_educated", "Electively home educated"),
                            ("missing_education", "Missing education"),
                            ("young_carer", "Young carer"),
                        ],
                        max_length=20,
                    ),
                ),
                ("detail", models.CharField(blank=True, max_length=300)),
                (
                    "authority",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.code",
                        verbose_name="looked after by",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statuses",
                        to="people.child",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "statuses",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="people_childstatus_ends_after_start",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("child", "="),
                            ("kind", "="),
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
                        name="people_childstatus_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("authority__isnull", False), ("kind", "looked_after")
                            ),
                            models.Q(
                                models.Q(("kind", "looked_after"), _negated=True),
                                ("authority__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="people_childstatus_looked_after_by_whom",
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
                        name="people_childstatus_authority_code",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "relationship",
                    models.CharField(
                        choices=[
                            ("mother", "Mother"),
                            ("father", "Father"),
                            ("parent", "Parent"),
                            ("step_parent", "Step-parent"),
                            ("grandparent", "Grandparent"),
                            ("foster_carer", "Foster carer"),
                            ("guardian", "Guardian"),
                            ("sibling", "Brother or sister"),
                            ("representative", "Representative (deputy or attorney)"),
                            ("advocate", "Advocate"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("parental_responsibility", models.BooleanField(default=False)),
                (
                    "lives_with_child",
                    models.BooleanField(
                        default=False, verbose_name="lives with the child"
                    ),
                ),
                (
                    "do_not_contact",
                    models.BooleanField(default=False, verbose_name="do not contact"),
                ),
                ("do_not_contact_reason", models.CharField(blank=True, max_length=300)),
                (
                    "copy_agreed",
                    models.BooleanField(
                        default=False,
                        verbose_name="the young person agreed to copies of letters",
                    ),
                ),
                (
                    "adult",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="people.adult",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="people.child",
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
                        name="people_contact_ends_after_start",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("child", "="),
                            ("adult", "="),
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
                        name="people_contact_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("do_not_contact", False),
                            models.Q(("do_not_contact_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="people_contact_says_why_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormerName",
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
                ("given_names", models.CharField(max_length=200)),
                ("family_name", models.CharField(max_length=200)),
                ("until_on", models.DateField()),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_names",
                        to="people.child",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Involvement",
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
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to="people.child",
                    ),
                ),
                (
                    "professional",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to="people.professional",
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
                        name="people_involvement_ends_after_start",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("child", "="),
                            ("professional", "="),
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
                        name="people_involvement_one_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NamedStaff",
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
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="people.child"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "named staff",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("child", "user"), name="people_namedstaff_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NotSame",
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
                ("noted_at", models.DateTimeField()),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.child",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.child",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "children who are not the same",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("first", "second"), name="people_notsame_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="people_notsame_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AttendanceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="people.attendance",
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
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ChildStatusEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("looked_after", "Looked after"),
                            ("child_in_need", "Child in need"),
                            ("protection_plan", "Child protection plan"),
                            ("home_educated", "Electively home educated"),
                            ("missing_education", "Missing education"),
                            ("young_carer", "Young carer"),
                        ],
                        max_length=20,
                    ),
                ),
                ("detail", models.CharField(blank=True, max_length=300)),
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
                        verbose_name="looked after by",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="people.childstatus",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ContactEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                (
                    "relationship",
                    models.CharField(
                        choices=[
                            ("mother", "Mother"),
                            ("father", "Father"),
                            ("parent", "Parent"),
                            ("step_parent", "Step-parent"),
                            ("grandparent", "Grandparent"),
                            ("foster_carer", "Foster carer"),
                            ("guardian", "Guardian"),
                            ("sibling", "Brother or sister"),
                            ("representative", "Representative (deputy or attorney)"),
                            ("advocate", "Advocate"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("parental_responsibility", models.BooleanField(default=False)),
                (
                    "lives_with_child",
                    models.BooleanField(
                        default=False, verbose_name="lives with the child"
                    ),
                ),
                (
                    "do_not_contact",
                    models.BooleanField(default=False, verbose_name="do not contact"),
                ),
                ("do_not_contact_reason", models.CharField(blank=True, max_length=300)),
                (
                    "copy_agreed",
                    models.BooleanField(
                        default=False,
                        verbose_name="the young person agreed to copies of letters",
                    ),
                ),
                (
                    "adult",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.adult",
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="people.contact",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FormerNameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("given_names", models.CharField(max_length=200)),
                ("family_name", models.CharField(max_length=200)),
                ("until_on", models.DateField()),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="people.formername",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InvolvementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="people.involvement",
                    ),
                ),
                (
                    "professional",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.professional",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="NamedStaffEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
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
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="people.namedstaff",
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
            name="NotSameEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("noted_at", models.DateTimeField()),
                (
                    "first",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.child",
                    ),
                ),
                (
                    "noted_by",
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
                        to="people.notsame",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.child",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Withholding",
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
                ("reason", models.CharField(max_length=300)),
                ("set_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withheld_about_them",
                        to="people.contact",
                    ),
                ),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withholdings",
                        to="people.child",
                    ),
                ),
                (
                    "hidden_from",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withheld_from_them",
                        to="people.contact",
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("lifted_at__isnull", True), ("lifted_by__isnull", True)
                            ),
                            models.Q(
                                ("lifted_at__isnull", False),
                                ("lifted_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="people_withholding_lifted_by_and_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("about__isnull", True),
                            models.Q(("about", models.F("hidden_from")), _negated=True),
                            _connector="OR",
                        ),
                        name="people_withholding_from_another",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at__isnull", True)),
                        fields=("hidden_from", "about"),
                        name="people_withholding_once",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AddressEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("starts_on", models.DateField(verbose_name="from")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="to")),
                ("lines", models.CharField(max_length=300, verbose_name="address")),
                ("town", models.CharField(blank=True, max_length=80)),
                ("postcode", models.CharField(blank=True, max_length=8)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="people.address",
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
                    "child",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.child",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WithholdingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("id", models.BigIntegerField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("reason", models.CharField(max_length=300)),
                ("set_at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.contact",
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
                    "hidden_from",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="people.contact",
                    ),
                ),
                (
                    "lifted_by",
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
                        to="people.withholding",
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
        migrations.AddField(
            model_name="child",
            name="named_staff",
            field=models.ManyToManyField(
                related_name="+",
                through="people.NamedStaff",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.UniqueConstraint(
                condition=models.Q(("upn", ""), _negated=True),
                fields=("upn",),
                name="people_child_upn_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.UniqueConstraint(
                condition=models.Q(("uln", ""), _negated=True),
                fields=("uln",),
                name="people_child_uln_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.UniqueConstraint(
                condition=models.Q(("nhs_number", ""), _negated=True),
                fields=("nhs_number",),
                name="people_child_nhs_number_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("upn", ""),
                    ("upn__regex", "^[A-HJ-NP-RT-Z]\\d{11}[\\dA-HJ-NP-RT-Z]$"),
                    _connector="OR",
                ),
                name="people_child_upn_shape",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("uln", ""), ("uln__regex", "^\\d{10}$"), _connector="OR"
                ),
                name="people_child_uln_shape",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("nhs_number", ""),
                    ("nhs_number__regex", "^\\d{10}$"),
                    _connector="OR",
                ),
                name="people_child_nhs_number_shape",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("died_on__isnull", True),
                    ("died_on__gte", models.F("born_on")),
                    _connector="OR",
                ),
                name="people_child_dies_after_birth",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("secondary_need__isnull", True),
                    models.Q(
                        ("primary_need__isnull", False),
                        models.Q(
                            ("secondary_need", models.F("primary_need")), _negated=True
                        ),
                    ),
                    _connector="OR",
                ),
                name="people_child_needs_differ",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("restricted_at__isnull", True),
                        ("restricted_by__isnull", True),
                        ("restricted_reason", ""),
                    ),
                    models.Q(
                        ("restricted_at__isnull", False),
                        ("restricted_by__isnull", False),
                        models.Q(("restricted_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="people_child_restriction_all_or_nothing",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(
                        django.db.models.functions.text.Left("sex", 4),
                        models.Value("SEX:"),
                    ),
                    ("sex__isnull", True),
                    _connector="OR",
                ),
                name="people_child_sex_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(
                        django.db.models.functions.text.Left("ethnicity", 10),
                        models.Value("ETHNICITY:"),
                    ),
                    ("ethnicity__isnull", True),
                    _connector="OR",
                ),
                name="people_child_ethnicity_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(
                        django.db.models.functions.text.Left("upn_unknown", 11),
                        models.Value("UPNUNKNOWN:"),
                    ),
                    ("upn_unknown__isnull", True),
                    _connector="OR",
                ),
                name="people_child_upn_unknown_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(
                        django.db.models.functions.text.Left("home_authority", 8),
                        models.Value("LA_CODE:"),
                    ),
                    ("home_authority__isnull", True),
                    _connector="OR",
                ),
                name="people_child_authority_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(
                        django.db.models.functions.text.Left("primary_need", 9),
                        models.Value("SEN_TYPE:"),
                    ),
                    ("primary_need__isnull", True),
                    _connector="OR",
                ),
                name="people_child_primary_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    django.db.models.lookups.Exact(
                        django.db.models.functions.text.Left("secondary_need", 9),
                        models.Value("SEN_TYPE:"),
                    ),
                    ("secondary_need__isnull", True),
                    _connector="OR",
                ),
                name="people_child_secondary_code",
            ),
        ),
        migrations.AddIndex(
            model_name="child",
            index=models.Index(fields=["sort_name", "id"], name="people_child_by_name"),
        ),
        migrations.AddIndex(
            model_name="child",
            index=models.Index(
                fields=["born_on", "sort_name"], name="people_child_by_birth"
            ),
        ),
        migrations.AddIndex(
            model_name="child",
            index=models.Index(
                condition=models.Q(("restricted_at__isnull", False)),
                fields=["restricted_at"],
                name="people_child_restricted",
            ),
        ),
        migrations.AddIndex(
            model_name="child",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["search_text"],
                name="people_child_names",
                opclasses=["gin_trgm_ops"],
            ),
        ),
    ]
