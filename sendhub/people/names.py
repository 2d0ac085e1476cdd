"""A child's name as the database writes it, for lists and files."""

from django.db.models import Value
from django.db.models.functions import Concat


def name_in_sql(path: str) -> Concat:
    """Given and family name in one; `path` leads from the row to the child."""
    return Concat(f"{path}__given_names", Value(" "), f"{path}__family_name")
