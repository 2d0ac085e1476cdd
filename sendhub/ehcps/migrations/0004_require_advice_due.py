from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ehcps", "0003_fill_advice_due")]

    operations = [
        migrations.AddConstraint(
            model_name="advice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("asked_by", None), ("asked_on", None), ("due_on", None)),
                    models.Q(
                        ("asked_by__isnull", False),
                        ("asked_on__isnull", False),
                        ("due_on__gt", models.F("asked_on")),
                        ("due_on__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="ehcps_advice_asked_who_and_when",
            ),
        ),
    ]
