"""Keep on a row its next limit, and whether advice is outstanding: docs/adr/0035."""

from datetime import date

from django.db import migrations, models

OPEN = ["assessing", "draft_sent", "issuing", "requested"]


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0005_open_cases_by_day"),
        ("ehcps", "0001_squashed_0013"),
    ]

    operations = [
        migrations.RemoveIndex("advice", "ehcps_advice_outstanding"),
        migrations.AddField(
            "advice", "outstanding", models.BooleanField(default=False, editable=False)
        ),
        migrations.AddField(
            "needsassessment",
            "limit_on",
            models.DateField("next limit", default=date.max, editable=False),
        ),
        migrations.AddIndex(
            "advice",
            models.Index(
                fields=["due_on", "id"],
                condition=models.Q(outstanding=True),
                name="ehcps_advice_owed_by_due",
            ),
        ),
        migrations.AddIndex(
            "advice",
            models.Index(
                fields=["asked_on", "id"],
                condition=models.Q(outstanding=True),
                name="ehcps_advice_owed_by_asked",
            ),
        ),
        migrations.AddIndex(
            "needsassessment",
            models.Index(
                fields=["limit_on", "id"],
                condition=models.Q(stage__in=OPEN),
                name="ehcps_assessment_by_limit",
            ),
        ),
    ]
