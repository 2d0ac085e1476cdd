"""Queries whose text is made once in a process, and filled in each time they are asked.

Django makes the text of a query anew each time, in proportion to its conditions; some
stand on every page and differ in a number only. What a text depends on besides (a day,
a permission) belongs to the key under which it is remembered.
"""

from dataclasses import dataclass
from typing import Any, Self

from django.db import connection
from django.db.models import Expression, Field, QuerySet
from django.db.models.expressions import RawSQL


class Given(Expression):
    """A value that a remembered query is given each time it is asked."""

    def __init__(self, name: str, output_field: Field) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """Stand where the value will."""
        return "%s", [self]

    def filled(self, value: Any) -> Any:
        """The value as the database takes it."""
        return self.output_field.get_db_prep_value(value, connection)


@dataclass(frozen=True)
class Remembered:
    """The text of a query, and what goes into it; some of that is to be given."""

    sql: str
    params: tuple[Any, ...]

    @classmethod
    def of(cls, asked: QuerySet) -> Self:
        """Make the text of a query."""
        return cls(*asked.query.sql_with_params())

    def within(self, **given: Any) -> RawSQL:
        """The keys that it finds, for a condition of another query."""
        return RawSQL(self.sql, self._filled(given))  # noqa: S611  Django's own text

    def rows(self, **given: Any) -> list[dict[str, Any]]:
        """Ask it: each row by the names of its columns, as the database says it."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self._filled(given))
            names = [column.name for column in cursor.description or ()]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _filled(self, given: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(
            param.filled(given[param.name]) if isinstance(param, Given) else param
            for param in self.params
        )
