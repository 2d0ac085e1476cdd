"""All tables of this app as they stood on 23 November 2026: docs/adr/0034."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.core.serializers.json
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.db.models.lookups
import pghistory.utils
import sendhub.core.clock
import sendhub.people.querysets.children
from django.conf import settings
from django.db import migrations, models

from sendhub.core.creating import CreateModels

# The same as `people.slips` for every word; a test holds the two together.
MAKE = """
    CREATE FUNCTION people_slips(words text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT slip), '{}'::text[])
          FROM unnest(string_to_array(words, ' ')) AS word,
               LATERAL (
                   SELECT word AS slip
                   UNION ALL
                   SELECT left(word, at - 1) || substr(word, at + 1)
                     FROM generate_series(1, length(word)) AS at
                    WHERE length(word) >= 4
               ) AS made
         WHERE length(word) > 2
    $$
"""


class Migration(migrations.Migration):
    replaces = [
        ("people", "0001_initial"),
        ("people", "0002_access_merging_and_former_names"),
        ("people", "0003_set_restriction_reviews"),
        ("people", "0004_review_every_restriction"),
        ("people", "0005_search_slips"),
        ("people", "0006_spell_names_plainly"),
        ("people", "0007_kind_of_place"),
        ("people", "0008_add_address_of_professionals"),
    ]

    initial = True
    dependencies = [
        ("accounts", "0001_squashed_0002"),
        ("core", "0001_squashed_0004"),
        ("schools", "0001_squashed_0002"),
    ]

    operations = [
        migrations.RunSQL(MAKE, "DROP FUNCTION people_slips(text)"),
        CreateModels(
            models=[
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    (
                                        "educational_psychology",
                                        "Educational psychology",
                                    ),
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
                            "address",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="postal address",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["kind", "name", "id"],
                                name="people_professional_kind",
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
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
                            models.Index(
                                fields=["name", "id"], name="people_adult_by_name"
                            ),
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    (
                                        "educational_psychology",
                                        "Educational psychology",
                                    ),
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
                        (
                            "address",
                            models.CharField(
                                blank=True,
                                max_length=300,
                                verbose_name="postal address",
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("given_names", models.CharField(max_length=200)),
                        ("family_name", models.CharField(max_length=200)),
                        (
                            "preferred_name",
                            models.CharField(blank=True, max_length=200),
                        ),
                        ("sort_name", models.CharField(editable=False, max_length=410)),
                        ("search_text", models.TextField(editable=False)),
                        ("born_on", models.DateField(verbose_name="date of birth")),
                        (
                            "upn",
                            models.CharField(
                                blank=True, max_length=13, verbose_name="UPN"
                            ),
                        ),
                        (
                            "uln",
                            models.CharField(
                                blank=True, max_length=10, verbose_name="ULN"
                            ),
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
                        (
                            "communication_needs",
                            models.TextField(blank=True, max_length=1000),
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
                            "own_phone",
                            models.CharField(
                                blank=True,
                                max_length=30,
                                verbose_name="young person's phone",
                            ),
                        ),
                        (
                            "own_email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                verbose_name="young person's e-mail",
                            ),
                        ),
                        (
                            "lacks_capacity",
                            models.BooleanField(
                                default=False,
                                verbose_name="lacks capacity for these decisions",
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
                        (
                            "restricted_reason",
                            models.CharField(blank=True, max_length=500),
                        ),
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
                        (
                            "named_staff",
                            models.ManyToManyField(
                                related_name="+",
                                through="people.NamedStaff",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "restricted_review_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="restriction to be looked at again",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                db_index=False,
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="aliases",
                                to="people.child",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name_plural": "children",
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                fields=["sort_name", "id"], name="people_child_by_name"
                            ),
                            models.Index(
                                fields=["born_on", "sort_name"],
                                name="people_child_by_birth",
                            ),
                            models.Index(
                                condition=models.Q(("restricted_at__isnull", False)),
                                fields=["restricted_at"],
                                name="people_child_restricted",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["search_text"],
                                name="people_child_names",
                                opclasses=["gin_trgm_ops"],
                            ),
                            models.Index(
                                condition=models.Q(("merged_into__isnull", False)),
                                fields=["merged_into"],
                                name="people_child_aliases",
                            ),
                            django.contrib.postgres.indexes.GinIndex(
                                sendhub.people.querysets.children.Slips("search_text"),
                                name="people_child_slips",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("upn", ""),
                                    (
                                        "upn__regex",
                                        "^[A-HJ-NP-RT-Z]\\d{11}[\\dA-HJ-NP-RT-Z]$",
                                    ),
                                    _connector="OR",
                                ),
                                name="people_child_upn_shape",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("uln", ""),
                                    ("uln__regex", "^\\d{10}$"),
                                    _connector="OR",
                                ),
                                name="people_child_uln_shape",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("nhs_number", ""),
                                    ("nhs_number__regex", "^\\d{10}$"),
                                    _connector="OR",
                                ),
                                name="people_child_nhs_number_shape",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("died_on__isnull", True),
                                    ("died_on__gte", models.F("born_on")),
                                    _connector="OR",
                                ),
                                name="people_child_dies_after_birth",
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
                                name="people_child_needs_differ",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("restricted_at__isnull", True),
                                        ("restricted_by__isnull", True),
                                        ("restricted_reason", ""),
                                    ),
                                    models.Q(
                                        ("restricted_at__isnull", False),
                                        ("restricted_by__isnull", False),
                                        models.Q(
                                            ("restricted_reason", ""), _negated=True
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_child_restriction_all_or_nothing",
                            ),
                            models.CheckConstraint(
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    django.db.models.lookups.Exact(
                                        django.db.models.functions.text.Left(
                                            "ethnicity", 10
                                        ),
                                        models.Value("ETHNICITY:"),
                                    ),
                                    ("ethnicity__isnull", True),
                                    _connector="OR",
                                ),
                                name="people_child_ethnicity_code",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    django.db.models.lookups.Exact(
                                        django.db.models.functions.text.Left(
                                            "upn_unknown", 11
                                        ),
                                        models.Value("UPNUNKNOWN:"),
                                    ),
                                    ("upn_unknown__isnull", True),
                                    _connector="OR",
                                ),
                                name="people_child_upn_unknown_code",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    django.db.models.lookups.Exact(
                                        django.db.models.functions.text.Left(
                                            "home_authority", 8
                                        ),
                                        models.Value("LA_CODE:"),
                                    ),
                                    ("home_authority__isnull", True),
                                    _connector="OR",
                                ),
                                name="people_child_authority_code",
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
                                name="people_child_primary_code",
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
                                name="people_child_secondary_code",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    models.Q(("upn", ""), _negated=True),
                                    ("merged_into", None),
                                ),
                                fields=("upn",),
                                name="people_child_upn_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    models.Q(("uln", ""), _negated=True),
                                    ("merged_into", None),
                                ),
                                fields=("uln",),
                                name="people_child_uln_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(
                                    models.Q(("nhs_number", ""), _negated=True),
                                    ("merged_into", None),
                                ),
                                fields=("nhs_number",),
                                name="people_child_nhs_number_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("merged_into", models.F("pk")), _negated=True
                                ),
                                name="people_child_not_into_itself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("restricted_at__isnull", True),
                                        ("restricted_review_on__isnull", True),
                                    ),
                                    models.Q(
                                        ("restricted_at__isnull", False),
                                        ("restricted_review_on__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_child_restriction_is_reviewed",
                            ),
                        ],
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "lines",
                            models.CharField(max_length=300, verbose_name="address"),
                        ),
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
                            models.Index(
                                fields=["postcode"], name="people_address_by_postcode"
                            ),
                            models.Index(
                                condition=models.Q(("child__isnull", False)),
                                fields=["postcode"],
                                name="people_address_by_district",
                                opclasses=["varchar_pattern_ops"],
                            ),
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
                                    models.Q(
                                        ("adult__isnull", True),
                                        ("child__isnull", False),
                                    ),
                                    models.Q(
                                        ("adult__isnull", False),
                                        ("child__isnull", True),
                                    ),
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
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
                        (
                            "provision",
                            models.CharField(
                                choices=[
                                    ("ordinary", "An ordinary place"),
                                    ("unit", "A place in its SEN unit"),
                                    ("resourced", "A place in its resourced provision"),
                                ],
                                default="ordinary",
                                max_length=10,
                                verbose_name="kind of place",
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
                                verbose_name="residential place",
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
                                verbose_name="work-based learning",
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("provision__in", ["ordinary", "unit", "resourced"])
                                ),
                                name="people_attendance_known_provision",
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
                                name="people_attendance_residential_code",
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
                                name="people_attendance_work_based_code",
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("given_names", models.CharField(max_length=200)),
                        ("family_name", models.CharField(max_length=200)),
                        (
                            "preferred_name",
                            models.CharField(blank=True, max_length=200),
                        ),
                        ("sort_name", models.CharField(editable=False, max_length=410)),
                        ("search_text", models.TextField(editable=False)),
                        ("born_on", models.DateField(verbose_name="date of birth")),
                        (
                            "upn",
                            models.CharField(
                                blank=True, max_length=13, verbose_name="UPN"
                            ),
                        ),
                        (
                            "uln",
                            models.CharField(
                                blank=True, max_length=10, verbose_name="ULN"
                            ),
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
                        (
                            "communication_needs",
                            models.TextField(blank=True, max_length=1000),
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
                            "own_phone",
                            models.CharField(
                                blank=True,
                                max_length=30,
                                verbose_name="young person's phone",
                            ),
                        ),
                        (
                            "own_email",
                            models.EmailField(
                                blank=True,
                                max_length=254,
                                verbose_name="young person's e-mail",
                            ),
                        ),
                        (
                            "lacks_capacity",
                            models.BooleanField(
                                default=False,
                                verbose_name="lacks capacity for these decisions",
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
                        (
                            "restricted_reason",
                            models.CharField(blank=True, max_length=500),
                        ),
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
                        (
                            "restricted_review_on",
                            models.DateField(
                                blank=True,
                                null=True,
                                verbose_name="restriction to be looked at again",
                            ),
                        ),
                        (
                            "merged_into",
                            models.ForeignKey(
                                db_constraint=False,
                                editable=False,
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
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
                                        ("authority__isnull", False),
                                        ("kind", "looked_after"),
                                    ),
                                    models.Q(
                                        models.Q(
                                            ("kind", "looked_after"), _negated=True
                                        ),
                                        ("authority__isnull", True),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_childstatus_looked_after_by_whom",
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
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
                                    (
                                        "representative",
                                        "Representative (deputy or attorney)",
                                    ),
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
                            models.BooleanField(
                                default=False, verbose_name="do not contact"
                            ),
                        ),
                        (
                            "do_not_contact_reason",
                            models.CharField(blank=True, max_length=300),
                        ),
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
                                    models.Q(
                                        ("do_not_contact_reason", ""), _negated=True
                                    ),
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
                        (
                            "since_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("since_on__isnull", True),
                                    ("until_on__gte", models.F("since_on")),
                                    _connector="OR",
                                ),
                                name="people_formername_ends_after_start",
                            )
                        ],
                    },
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
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
                                on_delete=django.db.models.deletion.CASCADE,
                                to="people.child",
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
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
                        (
                            "provision",
                            models.CharField(
                                choices=[
                                    ("ordinary", "An ordinary place"),
                                    ("unit", "A place in its SEN unit"),
                                    ("resourced", "A place in its resourced provision"),
                                ],
                                default="ordinary",
                                max_length=10,
                                verbose_name="kind of place",
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
                                verbose_name="residential place",
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
                                verbose_name="work-based learning",
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
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
                                    (
                                        "representative",
                                        "Representative (deputy or attorney)",
                                    ),
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
                            models.BooleanField(
                                default=False, verbose_name="do not contact"
                            ),
                        ),
                        (
                            "do_not_contact_reason",
                            models.CharField(blank=True, max_length=300),
                        ),
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
                        (
                            "since_on",
                            models.DateField(
                                blank=True, null=True, verbose_name="from"
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
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
                                        ("lifted_at__isnull", True),
                                        ("lifted_by__isnull", True),
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
                                    models.Q(
                                        ("about", models.F("hidden_from")),
                                        _negated=True,
                                    ),
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
                        ("starts_on", models.DateField(verbose_name="from")),
                        (
                            "ends_on",
                            models.DateField(blank=True, null=True, verbose_name="to"),
                        ),
                        (
                            "lines",
                            models.CharField(max_length=300, verbose_name="address"),
                        ),
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
                        (
                            "version",
                            models.PositiveIntegerField(default=1, editable=False),
                        ),
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
                migrations.CreateModel(
                    name="AccessRequest",
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
                        ("asked_at", models.DateTimeField()),
                        ("reason", models.CharField(max_length=500)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("granted", "Granted"),
                                    ("refused", "Refused"),
                                    ("not_needed", "No longer needed"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("answer", models.CharField(blank=True, max_length=500)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "asked_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="access_requests",
                                to="people.child",
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
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("outcome", "")),
                                fields=["asked_at", "id"],
                                name="people_accessrequest_waiting",
                            ),
                            models.Index(
                                fields=["asked_by", "-asked_at"],
                                name="people_accessrequest_mine",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("outcome", "")),
                                fields=("child", "asked_by"),
                                name="people_accessrequest_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("decided_by__isnull", True),
                                        ("outcome", ""),
                                        ("answer", ""),
                                        ("decided_at__isnull", True),
                                    ),
                                    models.Q(
                                        models.Q(("outcome", ""), _negated=True),
                                        ("decided_at__isnull", False),
                                        ("decided_by__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_accessrequest_decided_by_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("outcome__in", ["granted", "refused"]),
                                        _negated=True,
                                    ),
                                    models.Q(
                                        ("decided_by", models.F("asked_by")),
                                        _negated=True,
                                    ),
                                    _connector="OR",
                                ),
                                name="people_accessrequest_not_ones_own",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("outcome", "refused"), _negated=True),
                                    models.Q(("answer", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="people_accessrequest_refused_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FormerUpn",
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
                        ("upn", models.CharField(max_length=13, verbose_name="UPN")),
                        ("until_on", models.DateField()),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="former_upns",
                                to="people.child",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "former UPN",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("upn", "child"), name="people_formerupn_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "upn__regex",
                                        "^[A-HJ-NP-RT-Z]\\d{11}[\\dA-HJ-NP-RT-Z]$",
                                    )
                                ),
                                name="people_formerupn_shape",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Merge",
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
                        ("merged_at", models.DateTimeField()),
                        (
                            "changes",
                            models.JSONField(
                                default=list,
                                editable=False,
                                encoder=django.core.serializers.json.DjangoJSONEncoder,
                            ),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("undo_reason", models.CharField(blank=True, max_length=500)),
                        (
                            "kept",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges",
                                to="people.child",
                            ),
                        ),
                        (
                            "merged_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "other",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="merges_away",
                                to="people.child",
                            ),
                        ),
                        (
                            "undone_by",
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
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kept", models.F("other")), _negated=True
                                ),
                                name="people_merge_of_two",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("undone_at", None)),
                                fields=("other",),
                                name="people_merge_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("undone_at__isnull", True),
                                        ("undone_by__isnull", True),
                                        ("undo_reason", ""),
                                    ),
                                    models.Q(
                                        ("undone_at__isnull", False),
                                        ("undone_by__isnull", False),
                                        models.Q(("undo_reason", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_merge_undone_who_when_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExternalNumber",
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
                            "system",
                            models.CharField(
                                choices=[
                                    ("mosaic", "Mosaic (social care)"),
                                    ("school", "School’s own system"),
                                    ("nhs_trust", "NHS trust"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("number", models.CharField(max_length=30)),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="external_numbers",
                                to="people.child",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("number", "system", "child"),
                                name="people_externalnumber_once",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("system", "mosaic")),
                                fields=("number",),
                                name="people_externalnumber_mosaic_one_child",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number__regex", "^[A-Z0-9][A-Z0-9/.-]{0,29}$")
                                ),
                                name="people_externalnumber_shape",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccessGrant",
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
                                choices=[
                                    ("asked", "Asked and was let in"),
                                    ("glass", "Broke the glass"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("reason", models.CharField(max_length=500)),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_reason", models.CharField(blank=True, max_length=500)),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        ("review_note", models.CharField(blank=True, max_length=500)),
                        (
                            "child",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="access_grants",
                                to="people.child",
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
                            "given_by",
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grant",
                                to="people.accessrequest",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "indexes": [
                            models.Index(
                                condition=models.Q(("ended_at__isnull", True)),
                                fields=["user", "ends_at"],
                                include=("child",),
                                name="people_accessgrant_running",
                            ),
                            models.Index(
                                condition=models.Q(("way", "glass")),
                                fields=["starts_at", "id"],
                                name="people_accessgrant_glass",
                            ),
                            models.Index(
                                condition=models.Q(
                                    ("reviewed_at__isnull", True), ("way", "glass")
                                ),
                                fields=["starts_at", "id"],
                                name="people_accessgrant_unreviewed",
                            ),
                        ],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("child", "="),
                                    ("user", "="),
                                    (
                                        models.Func(
                                            "starts_at",
                                            django.db.models.functions.comparison.Coalesce(
                                                "ended_at", "ends_at"
                                            ),
                                            function="tstzrange",
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="people_accessgrant_one_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ends_at__gt", models.F("starts_at"))
                                ),
                                name="people_accessgrant_ends_after_start",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", True),
                                        ("ended_by__isnull", True),
                                    ),
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("ended_by__isnull", False),
                                        ("ended_at__gte", models.F("starts_at")),
                                        ("ended_at__lte", models.F("ends_at")),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_accessgrant_ended_by_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("request__isnull", True),
                                        ("way", "glass"),
                                        ("given_by", models.F("user")),
                                    ),
                                    models.Q(
                                        ("request__isnull", False),
                                        ("way", "asked"),
                                        models.Q(
                                            ("given_by", models.F("user")),
                                            _negated=True,
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_accessgrant_given_by_whom",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("reviewed_at__isnull", True),
                                        ("reviewed_by__isnull", True),
                                        ("review_note", ""),
                                    ),
                                    models.Q(
                                        ("reviewed_at__isnull", False),
                                        ("reviewed_by__isnull", False),
                                        ("way", "glass"),
                                        models.Q(("review_note", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="people_accessgrant_reviewed_by_and_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("reviewed_by__isnull", True),
                                    models.Q(
                                        ("reviewed_by", models.F("user")), _negated=True
                                    ),
                                    _connector="OR",
                                ),
                                name="people_accessgrant_not_ones_own_review",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AccessRequestEvent",
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
                        ("asked_at", models.DateTimeField()),
                        ("reason", models.CharField(max_length=500)),
                        (
                            "outcome",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("granted", "Granted"),
                                    ("refused", "Refused"),
                                    ("not_needed", "No longer needed"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("answer", models.CharField(blank=True, max_length=500)),
                        ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                                to="people.accessrequest",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="FormerUpnEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        ("upn", models.CharField(max_length=13, verbose_name="UPN")),
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
                                to="people.formerupn",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="MergeEvent",
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
                        ("merged_at", models.DateTimeField()),
                        (
                            "changes",
                            models.JSONField(
                                default=list,
                                editable=False,
                                encoder=django.core.serializers.json.DjangoJSONEncoder,
                            ),
                        ),
                        ("undone_at", models.DateTimeField(blank=True, null=True)),
                        ("undo_reason", models.CharField(blank=True, max_length=500)),
                        (
                            "kept",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.child",
                            ),
                        ),
                        (
                            "merged_by",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "other",
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
                                to="people.merge",
                            ),
                        ),
                        (
                            "undone_by",
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
                    name="ExternalNumberEvent",
                    fields=[
                        ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                        ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                        ("pgh_label", models.TextField(help_text="The event label.")),
                        ("pgh_context", pghistory.utils.JSONField(null=True)),
                        ("id", models.BigIntegerField()),
                        (
                            "system",
                            models.CharField(
                                choices=[
                                    ("mosaic", "Mosaic (social care)"),
                                    ("school", "School’s own system"),
                                    ("nhs_trust", "NHS trust"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("number", models.CharField(max_length=30)),
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
                                to="people.externalnumber",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                    },
                ),
                migrations.CreateModel(
                    name="AccessGrantEvent",
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
                                choices=[
                                    ("asked", "Asked and was let in"),
                                    ("glass", "Broke the glass"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("reason", models.CharField(max_length=500)),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("ended_reason", models.CharField(blank=True, max_length=500)),
                        ("reviewed_at", models.DateTimeField(blank=True, null=True)),
                        ("review_note", models.CharField(blank=True, max_length=500)),
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
                            "given_by",
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
                                to="people.accessgrant",
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
                            "user",
                            models.ForeignKey(
                                db_constraint=False,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                related_query_name="+",
                                to="people.accessrequest",
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
