"""Answering with a stored file, so that nothing in it can act as the site."""

from typing import IO, Any

from django.http import FileResponse

SHOWN_ALONE = (
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
)


def file_answer(
    content: IO[Any], *, filename: str, content_type: str, shown: bool
) -> FileResponse:
    """Give a file: `shown` in the browser, alone or inside the site, else to keep."""
    answer = FileResponse(
        content,
        as_attachment=not shown,
        filename=filename,
        content_type=content_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = SHOWN_ALONE
    answer["X-Frame-Options"] = "SAMEORIGIN"
    return answer
