"""Find what fell due in a week in all teams; the index of a team alone is in another."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_squashed_0002"),
        ("casework", "0005_open_cases_by_day"),
    ]

    operations = [
        migrations.AlterField(
            model_name="deadline",
            name="team",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.team",
            ),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                fields=["due_on", "id"],
                include=["rule", "ended", "child"],
                name="casework_deadline_all_by_week",
            ),
        ),
    ]
