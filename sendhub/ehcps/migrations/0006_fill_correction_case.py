"""Write down on which case each correction is: that of its request."""

from django.db import migrations

# As a default of the new column would: in the history too, and as no event of its own.
# The new foreign key is checked before the table is altered again.
FILL = """
    ALTER TABLE {0} DISABLE TRIGGER USER;
    UPDATE {0} c SET case_id = a.case_id FROM ehcps_needsassessment a
     WHERE a.id = c.assessment_id AND c.case_id IS NULL;
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE {0} ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    dependencies = [("ehcps", "0005_correct_moves")]

    operations = [
        migrations.RunSQL(FILL.format(table), migrations.RunSQL.noop)
        for table in ("ehcps_correction", "ehcps_correctionevent")
    ]
