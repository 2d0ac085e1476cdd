"""Find the plans that ceased in the year of a return."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ehcps", "0016_index_advice_owed_of_request")]

    operations = [
        migrations.AddIndex(
            "plan",
            models.Index(
                fields=["ceased_on"],
                condition=models.Q(ceased_on__isnull=False),
                name="ehcps_plan_ceased",
            ),
        ),
    ]
