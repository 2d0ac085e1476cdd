"""Find a name in spite of one slip: an index of names with each letter left out."""

import django.contrib.postgres.indexes
from django.db import migrations

import sendhub.people.querysets.children

# The same as `people.slips` for every word; a test holds the two together.
MAKE = """
    CREATE FUNCTION people_slips(words text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT slip), '{}'::text[])
          FROM unnest(string_to_array(words, ' ')) AS word,
               LATERAL (
                   SELECT word AS slip
                   UNION ALL
                   SELECT left(word, at - 1) || substr(word, at + 1)
                     FROM generate_series(1, length(word)) AS at
                    WHERE length(word) >= 4
               ) AS made
         WHERE length(word) > 2
    $$
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0004_review_every_restriction")]
    operations = [
        migrations.RunSQL(MAKE, "DROP FUNCTION people_slips(text)"),
        migrations.AddIndex(
            model_name="child",
            index=django.contrib.postgres.indexes.GinIndex(
                sendhub.people.querysets.children.Slips("search_text"),
                name="people_child_slips",
            ),
        ),
    ]
