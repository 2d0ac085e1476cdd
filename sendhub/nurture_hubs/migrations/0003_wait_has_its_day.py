from django.db import migrations, models


class Migration(migrations.Migration):
    """A child who waits has the day since when; an empty one passed before."""

    dependencies = [
        ("nurture_hubs", "0002_name_hub_once"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="referral",
            name="nurture_hubs_referral_waits_since_and_agreed",
        ),
        migrations.AddConstraint(
            model_name="referral",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("standing", "waiting"), _negated=True),
                    models.Q(
                        ("consent_on__isnull", False),
                        ("waits_since__gte", models.F("received_on")),
                        ("waits_since__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="nurture_hubs_referral_waits_since_and_agreed",
            ),
        ),
    ]
