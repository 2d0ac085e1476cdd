"""Names with ø, đ, æ and the like are found by the plain letters, as new ones are."""

from django.db import migrations

PLAIN = """
    UPDATE people_child
       SET search_text = {search_text}, sort_name = {sort_name}
     WHERE search_text ~ '[łøđðħıŧæœþ]' OR sort_name ~ '[łøđðħıŧæœþ]'
"""


def plain(column: str) -> str:
    """The column with its letters replaced."""
    made = f"translate({column}, 'łøđðħıŧ', 'loddhit')"
    for letter, two in (("æ", "ae"), ("œ", "oe"), ("þ", "th")):
        made = f"replace({made}, '{letter}', '{two}')"
    return made


class Migration(migrations.Migration):
    dependencies = [("people", "0005_search_slips")]
    operations = [
        migrations.RunSQL(
            PLAIN.format(
                search_text=plain("search_text"), sort_name=plain("sort_name")
            ),
            migrations.RunSQL.noop,
        )
    ]
