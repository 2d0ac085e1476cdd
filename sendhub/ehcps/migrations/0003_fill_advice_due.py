"""Write down when each advice that was asked for is due: six weeks later."""

from django.db import migrations

# As a default of the new column would: in the history too, and as no event of its own.
FILL = """
    ALTER TABLE {0} DISABLE TRIGGER USER;
    UPDATE {0} SET due_on = asked_on + 42 WHERE asked_on IS NOT NULL AND due_on IS NULL;
    ALTER TABLE {0} ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    dependencies = [("ehcps", "0002_every_path")]

    operations = [
        migrations.RunSQL(FILL.format(table), migrations.RunSQL.noop)
        for table in ("ehcps_advice", "ehcps_adviceevent")
    ]
