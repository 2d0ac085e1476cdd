import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """What was recorded by mistake stays and counts nowhere (ADR 27)."""

    dependencies = [
        ("casework", "0004_add_intake_service"),
        ("nurture_hubs", "0003_wait_has_its_day"),
        ("schools", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="referral",
            name="nurture_hubs_referral_ended_who_when_why",
        ),
        migrations.AddField(
            model_name="visit",
            name="withdrawn_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                null=True,
                verbose_name="entered in error, said at",
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="withdrawn_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="withdrawn_reason",
            field=models.CharField(
                blank=True, max_length=300, verbose_name="why it was an error"
            ),
        ),
        migrations.AddField(
            model_name="visitevent",
            name="withdrawn_at",
            field=models.DateTimeField(
                blank=True,
                editable=False,
                null=True,
                verbose_name="entered in error, said at",
            ),
        ),
        migrations.AddField(
            model_name="visitevent",
            name="withdrawn_by",
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
            model_name="visitevent",
            name="withdrawn_reason",
            field=models.CharField(
                blank=True, max_length=300, verbose_name="why it was an error"
            ),
        ),
        migrations.AlterField(
            model_name="referral",
            name="standing",
            field=models.CharField(
                choices=[
                    ("referred", "Referred"),
                    ("waiting", "Waiting for a place"),
                    ("placed", "Has or had a place"),
                    ("refused", "Refused"),
                    ("withdrawn", "Withdrawn"),
                    ("mistake", "Recorded by mistake"),
                ],
                default="referred",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="referralevent",
            name="standing",
            field=models.CharField(
                choices=[
                    ("referred", "Referred"),
                    ("waiting", "Waiting for a place"),
                    ("placed", "Has or had a place"),
                    ("refused", "Refused"),
                    ("withdrawn", "Withdrawn"),
                    ("mistake", "Recorded by mistake"),
                ],
                default="referred",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ended_by__isnull", False),
                        ("ended_on__gte", models.F("received_on")),
                        ("ended_on__isnull", False),
                        ("standing__in", ["mistake", "refused", "withdrawn"]),
                        models.Q(("ended_because", ""), _negated=True),
                    ),
                    models.Q(
                        ("ended_because", ""),
                        ("ended_by__isnull", True),
                        ("ended_on__isnull", True),
                        ("standing__in", ["referred", "waiting", "placed"]),
                    ),
                    _connector="OR",
                ),
                name="nurture_hubs_referral_ended_who_when_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="visit",
            constraint=models.CheckConstraint(
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
                name="nurture_hubs_visit_withdrawn_who_when_why",
            ),
        ),
    ]
