"""Find the advice that is outstanding from its assessment."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ehcps", "0015_fill_next_limit_and_outstanding")]

    operations = [
        migrations.AddIndex(
            "advice",
            models.Index(
                fields=["assessment", "due_on"],
                condition=models.Q(outstanding=True),
                name="ehcps_advice_owed_of_request",
            ),
        ),
    ]
