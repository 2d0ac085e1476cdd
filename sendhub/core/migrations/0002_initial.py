import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("core", "0001_extensions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Code",
            fields=[
                (
                    "id",
                    models.CharField(max_length=60, primary_key=True, serialize=False),
                ),
                ("set", models.CharField(db_index=True, max_length=40)),
                ("code", models.CharField(max_length=12)),
                ("meaning", models.CharField(max_length=250)),
                (
                    "first_return",
                    models.PositiveSmallIntegerField(
                        default=2023, verbose_name="first return year"
                    ),
                ),
                (
                    "last_return",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="last return year"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("verified", models.BooleanField(default=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("set", "code"), name="core_code_once_in_its_set"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FormToken",
            fields=[
                ("token", models.UUIDField(primary_key=True, serialize=False)),
                ("used_at", models.DateTimeField(auto_now_add=True, db_index=True)),
                (
                    "sent",
                    models.CharField(
                        blank=True, max_length=64, verbose_name="mark of what was sent"
                    ),
                ),
                ("result_type", models.CharField(blank=True, max_length=100)),
                ("result_id", models.CharField(blank=True, max_length=60)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Partnership",
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
                    "name",
                    models.CharField(
                        default="Herefordshire SEND partnership", max_length=120
                    ),
                ),
                (
                    "authority",
                    models.CharField(
                        default="Herefordshire Council",
                        max_length=120,
                        verbose_name="local authority",
                    ),
                ),
                (
                    "authority_code",
                    models.CharField(
                        default="884",
                        help_text="Three digits, as in the SEN2 return.",
                        max_length=3,
                        verbose_name="local authority number",
                    ),
                ),
                (
                    "help_contact",
                    models.CharField(
                        blank=True,
                        help_text="Shown at the foot of every page.",
                        max_length=200,
                        verbose_name="who to ask for help",
                    ),
                ),
                (
                    "calculator_is_public",
                    models.BooleanField(
                        default=False,
                        help_text="Anybody may then work out dates without signing in.",
                        verbose_name="deadline calculator open to the public",
                    ),
                ),
                (
                    "demonstration",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        verbose_name="holds the demonstration caseload",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "partnership settings",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("pk", 1)), name="core_partnership_only_one"
                    )
                ],
            },
        ),
    ]
