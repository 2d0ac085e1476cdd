# ruff: noqa: S608  every statement is made of our own names
"""Where a text names the child, a school or an officer: marks that are filled anew.

A text of an original is marked once. Each copy then only fills its own names in.
Marks are letters of Unicode's private area, which no text of ours holds.
"""

from django.db import models

GIVEN, FAMILY, BORN = "\ue000", "\ue001", "\ue002"
FIRST_WORD = 0xE100
NAME_MARKS = {GIVEN: "given_names", FAMILY: "family_name", BORN: "born_on::text"}

# Texts that name nobody, or that are somebody's number; homes are given with the copy.
PLAIN = {
    "about_type",
    "act",
    "by_name",
    "email",
    "lines",
    "nhs_number",
    "own_email",
    "own_phone",
    "phone",
    "postcode",
    "rule",
    "step",
    "title",
    "town",
    "uln",
    "upn",
}

FUNCTIONS = f"""
CREATE OR REPLACE FUNCTION pg_temp.whole_word(word text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT '\\m' || regexp_replace(word, '([^[:alnum:] ])', '\\\\\\1', 'g') || '\\M'
$$;

CREATE OR REPLACE FUNCTION pg_temp.marked(
    said text, given text, family text, born date) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE one record;
BEGIN
    FOR one IN SELECT old, mark FROM retelling_marks
        WHERE position(old IN said) > 0 ORDER BY length(old) DESC, old
    LOOP
        said := replace(said, one.old, one.mark);
    END LOOP;
    said := regexp_replace(said, pg_temp.whole_word(given), '{GIVEN}', 'g');
    said := regexp_replace(said, pg_temp.whole_word(family), '{FAMILY}', 'g');
    RETURN replace(said, '"' || born || '"', '"{BORN}"');
END $$;

CREATE OR REPLACE FUNCTION pg_temp.filled(said text, of_set int) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE one record;
BEGIN
    FOR one IN SELECT m.mark, coalesce(w.new, m.old) AS new FROM retelling_marks m
        LEFT JOIN retelling_words w ON w.old = m.old AND w.set = of_set
        WHERE position(m.mark IN said) > 0
    LOOP
        said := replace(said, one.mark, one.new);
    END LOOP;
    RETURN said;
END $$;

CREATE OR REPLACE FUNCTION pg_temp.earlier(said text, days int) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE one text;
BEGIN
    IF days <> 0 THEN
        FOR one IN SELECT DISTINCT f.day[1] FROM
            regexp_matches(said, '"(\\d{{4}}-\\d\\d-\\d\\d)"', 'g') f(day) ORDER BY 1
        LOOP  -- the earliest first, so that nothing is moved twice
            said := replace(said, '"' || one || '"',
                '"' || (one::date - days)::text || '"');
        END LOOP;
    END IF;
    RETURN said;
END $$;
"""

# What a text calls the things that foreign keys point at. Codes are named in facts of
# the history only, and there alone between quotes: "Parent" is a word of any note.
NAMES_OF = {
    "accounts_user": "SELECT id::text AS key, name AS word FROM accounts_user",
    "accounts_team": "SELECT id::text AS key, name AS word FROM accounts_team",
    "people_professional": "SELECT id::text AS key, name AS word"
    " FROM people_professional",
    "schools_setting": "SELECT id::text AS key, name AS word FROM schools_setting",
    "core_code": "SELECT id AS key, '\"' || meaning || '\"' AS word FROM core_code",
}
WORDS = """
INSERT INTO retelling_words (set, old, new)
SELECT DISTINCT ON (s.set, o.word) s.set, o.word, n.word
  FROM retelling_swap s JOIN ({names}) o ON o.key = s.old
  JOIN ({names}) n ON n.key = s.new
 WHERE s.target = %(target)s AND o.word <> n.word
 ORDER BY s.set, o.word, s.old
ON CONFLICT DO NOTHING
"""
MARKS = f"""
CREATE TEMP TABLE retelling_marks ON COMMIT DROP AS
SELECT old, chr(({FIRST_WORD} + row_number() OVER (ORDER BY old))::int) AS mark
  FROM (SELECT DISTINCT old FROM retelling_words) words
"""


def is_text(field: models.Field) -> bool:
    """Whether a column may name somebody."""
    if isinstance(field, models.JSONField):
        return True
    plain = field.primary_key or field.is_relation or field.name in PLAIN
    kinds = (models.CharField, models.TextField)
    return isinstance(field, kinds) and not plain and not field.choices
