"""Whoever restricted a record without saying until when looks at it in six months."""

from django.db import migrations

# As a default of the new column would: in the history too, and as no event of its own.
SET = """
    ALTER TABLE {0} DISABLE TRIGGER USER;
    UPDATE {0} SET restricted_review_on = current_date + interval '6 months'
     WHERE restricted_at IS NOT NULL AND restricted_review_on IS NULL;
    ALTER TABLE {0} ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_access_merging_and_former_names")]

    operations = [
        migrations.RunSQL(SET.format(table), migrations.RunSQL.noop)
        for table in ("people_child", "people_childevent")
    ]
