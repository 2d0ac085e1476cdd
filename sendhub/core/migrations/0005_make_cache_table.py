"""The table of the cache, which no model has: Django's own command makes it."""

from typing import Any

from django.core.management import call_command
from django.db import migrations


def make(apps: Any, schema_editor: Any) -> None:
    """Make it, unless the command was run by hand, as it was before."""
    database = schema_editor.connection.alias
    call_command("createcachetable", database=database, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_squashed_0004")]
    operations = [
        # Whoever goes back has it from the command, and needs it.
        migrations.RunPython(make, migrations.RunPython.noop),
    ]
