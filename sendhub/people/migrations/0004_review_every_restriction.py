from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0003_set_restriction_reviews")]
    operations = [
        migrations.AddConstraint(
            model_name="child",
            constraint=models.CheckConstraint(
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
        ),
    ]
