"""Answering with a stored file, so that nothing in it acts as the site; full disks."""

import errno
from typing import IO, Any

from django.http import FileResponse

SHOWN_ALONE = (
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
)
DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def is_full_disk(error: BaseException | None) -> bool:
    """Whether something could not be written because a disk has no room."""
    return isinstance(error, OSError) and error.errno in DISK_FULL


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
