"""Fill both new columns from what is there; no history has them."""

from django.db import migrations

LIMITS = """
    ALTER TABLE ehcps_needsassessment DISABLE TRIGGER USER;
    UPDATE ehcps_needsassessment a SET limit_on = d.due_on
      FROM (SELECT about_id, min(due_on) AS due_on FROM casework_deadline
             WHERE about_type = 'ehcps.needsassessment' AND ended = ''
               AND rule NOT IN ('AR-08', 'AR-15a', 'CE-04', 'NA-11')
             GROUP BY about_id) d
     WHERE d.about_id = a.id;
    ALTER TABLE ehcps_needsassessment ENABLE TRIGGER USER;
"""
OUTSTANDING = """
    ALTER TABLE ehcps_advice DISABLE TRIGGER USER;
    UPDATE ehcps_advice v SET outstanding = true
      FROM ehcps_needsassessment a
     WHERE a.id = v.assessment_id
       AND a.stage IN ('assessing', 'draft_sent', 'issuing', 'requested')
       AND v.due_on IS NOT NULL
       AND (v.received_on IS NULL AND v.held_agreed_on IS NULL
            OR v.quality = 'sent_back');
    ALTER TABLE ehcps_advice ENABLE TRIGGER USER;
"""

# A list would be planned by what a default says of all rows, until somebody looks.
COUNT = "ANALYZE ehcps_needsassessment (limit_on); ANALYZE ehcps_advice (outstanding)"


class Migration(migrations.Migration):
    dependencies = [("ehcps", "0014_next_limit_and_outstanding")]

    operations = [
        migrations.RunSQL(LIMITS, migrations.RunSQL.noop),
        migrations.RunSQL(OUTSTANDING, migrations.RunSQL.noop),
        migrations.RunSQL(COUNT, migrations.RunSQL.noop),
    ]
