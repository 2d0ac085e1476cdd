"""Queries that PostgreSQL plans once for a connection, instead of anew each time.

Django writes the values into the text of a query, so that the database never sees the
same one twice, and a page of eight joined tables costs more to plan than to answer.
Here what only reads goes with its values beside it, and psycopg prepares what a
connection asks often. PostgreSQL still plans by the values themselves where that is
cheaper (`plan_cache_mode = auto`).

What writes goes as Django sends it: the change history puts who is asking before it,
in the same message, and a prepared one may hold a single statement only.
"""

from typing import Any, Self

import psycopg
from psycopg.abc import Params
from psycopg.errors import FeatureNotSupported, InvalidSqlStatementName
from psycopg.pq import TransactionStatus

READS = ("SELECT ", "(SELECT ")
AFTER = 5
"""How often a connection asks the same before it is prepared."""
AT_MOST = 200
"""How many a connection keeps; the one not asked for longest makes room."""
OF_NO_MORE_USE = (FeatureNotSupported, InvalidSqlStatementName)
"""A migration changed the type of a column that it finds, or the session was reset."""


def reads(query: Any) -> bool:
    """Whether this is one statement, and begins as those do that read."""
    return isinstance(query, str) and query.startswith(READS) and ";" not in query


class Cursor(psycopg.Cursor[Any]):
    """Asks what only reads with its values beside it, and all else with them inside."""

    def execute(
        self,
        query: Any,
        params: Params | None = None,
        *,
        prepare: bool | None = None,
        binary: bool | None = None,
    ) -> Self:
        """Run one query; it is prepared when it was asked often, if it reads.

        Where what was prepared is of no more use, it is forgotten and the query asked
        anew. Inside a transaction PostgreSQL refuses all that follows: it is for who
        began it to roll back, which forgets as well.
        """
        if not reads(query):
            prepare = False
            if params is not None:
                whole = psycopg.ClientCursor(self.connection).mogrify(query, params)
                query, params = whole.encode(), None
        try:
            return super().execute(query, params, prepare=prepare, binary=binary)
        except OF_NO_MORE_USE:
            if prepare is False or self._in_transaction:
                raise
        self._forget()
        return super().execute(query, params, prepare=False, binary=binary)

    @property
    def _in_transaction(self) -> bool:
        return self.connection.info.transaction_status != TransactionStatus.IDLE

    def _forget(self) -> None:
        """Forget all that was prepared, as psycopg does whenever it rolls back."""
        super().execute("BEGIN", prepare=False)
        self.connection.rollback()


def keep_more(*, connection: Any, **more: Any) -> None:
    """Let a new connection keep as many as the pages ask (`connection_created`)."""
    connection.connection.prepared_max = AT_MOST
