"""Write down when each advice that was asked for is due: six weeks later."""

from django.db import migrations

FILL = """
    UPDATE ehcps_advice SET due_on = asked_on + 42
    WHERE asked_on IS NOT NULL AND due_on IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [("ehcps", "0005_hold_and_judge_advice")]

    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
