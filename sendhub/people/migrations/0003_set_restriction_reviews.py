"""Whoever restricted a record without saying until when looks at it in six months."""

from django.db import migrations

SET = """
    UPDATE people_child SET restricted_review_on = current_date + interval '6 months'
     WHERE restricted_at IS NOT NULL AND restricted_review_on IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_add_access_grants")]
    operations = [migrations.RunSQL(SET, migrations.RunSQL.noop)]
