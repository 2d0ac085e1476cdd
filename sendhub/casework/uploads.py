"""Telling what an uploaded file really is, and refusing what has no place on a case.

The content decides, never the name: a renamed program is still a program. A file
that passes is known by its type, its size and its fingerprint.
"""

import hashlib
import logging
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath, PureWindowsPath
from typing import IO

import filetype
from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage

from sendhub.casework import scanner
from sendhub.core.errors import RuleBroken
from sendhub.core.files import is_full_disk

log = logging.getLogger("sendhub.casework")
MB = 1024 * 1024
HEAD = 8192
LONGEST_NAME = 180
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
MARKUP = ("<!doctype", "<html", "<script", "<svg", "<?")
MACROS = ("vbaproject.bin", "vbadata.xml")

# Content type: how its names may end, the usual ending first.
ENDINGS: dict[str, tuple[str, ...]] = {
    "application/pdf": (".pdf",),
    WORD: (".docx", ".dotx"),
    EXCEL: (".xlsx", ".xltx"),
    SLIDES: (".pptx", ".ppsx"),
    "application/msword": (".doc",),
    "application/vnd.ms-outlook": (".msg",),
    "text/plain": (".txt", ".csv"),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    "image/heic": (".heic", ".heif"),
}
KNOWN_ENDINGS = frozenset(ending for names in ENDINGS.values() for ending in names)
PROGRAMS = frozenset(
    [
        ".app",
        ".bat",
        ".cmd",
        ".com",
        ".dll",
        ".exe",
        ".hta",
        ".jar",
        ".js",
        ".lnk",
        ".msi",
        ".ps1",
        ".scr",
        ".sh",
        ".vbs",
    ]
)
PROGRAM_STARTS = (b"MZ", b"\x7fELF", b"#!")
BY_FIRST_BYTES = ("application/pdf", "image/jpeg", "image/png", "image/heic")
MAIN_PARTS = {
    "word/document.xml": WORD,
    "xl/workbook.xml": EXCEL,
    "ppt/presentation.xml": SLIDES,
}
OLE_STREAMS = {
    "WordDocument": "application/msword",
    "__properties_version1.0": "application/vnd.ms-outlook",
}
PROGRAM_OF = {
    WORD: "Word",
    "application/msword": "Word",
    EXCEL: "Excel",
    SLIDES: "PowerPoint",
    "application/vnd.ms-outlook": "Outlook",
    "text/plain": "Notepad, or Excel for a table",
    "image/heic": "Photos",
}
SHOWN_IN_BROWSER = frozenset({"application/pdf", "image/jpeg", "image/png"})
ACCEPTED = (
    "PDF, Word, Excel, PowerPoint, an Outlook message, plain text, or a JPEG, PNG or "
    "HEIC picture"
)


@dataclass
class Upload:
    """A file that passed: what it is, and where it was written once it was kept."""

    file: File
    filename: str
    content_type: str
    size: int
    sha256: str
    stored_as: str = ""
    scanned: bool = False


def checked(file: File) -> Upload:
    """Look at a file's content; raise RuleBroken, naming the file, if it is refused."""
    filename = plain_filename(file.name or "")
    _check_size(file, filename)
    content_type = _type_of(file, filename)
    if content_type is None:
        raise _refusal(filename, f"{_why_refused(file, filename)} Use {ACCEPTED}.")
    return Upload(
        file=file,
        filename=with_right_ending(filename, content_type),
        content_type=content_type,
        size=file.size,
        sha256=_fingerprint(file),
    )


def infected(uploads: Iterable[Upload]) -> list[Upload]:
    """Have files scanned for viruses; give those that are infected.

    Without a scanner, or once it is away, the rest stays unscanned: nobody's work
    waits for it.
    """
    found: list[Upload] = []
    if not scanner.is_set():
        return found
    for upload in uploads:
        try:
            verdict = scanner.ask(upload.file.chunks())
        except scanner.Away:
            break
        finally:
            upload.file.seek(0)
        upload.scanned = not verdict.virus
        if verdict.virus:
            log.warning("refused a file with the virus %s", verdict.virus)
            found.append(upload)
    return found


def plain_filename(name: str) -> str:
    """Keep only the name itself: no folders, nothing invisible, not too long."""
    bare = PureWindowsPath(name.replace("/", "\\")).name
    visible = "".join(
        letter
        for letter in unicodedata.normalize("NFC", bare)
        if not unicodedata.category(letter).startswith("C")
    )
    path = PurePath(visible.strip(" .") or "document")
    ending = path.suffix[:10]
    return path.stem[: LONGEST_NAME - len(ending)].strip() + ending


def with_right_ending(filename: str, content_type: str) -> str:
    """Make a name end as its content asks, so that it opens in the right program."""
    endings = ENDINGS[content_type]
    if PurePath(filename).suffix.lower() in endings:
        return filename
    return f"{filename}{endings[0]}"


def store(upload: Upload, path: str) -> str:
    """Write a file into the store and return where; a full disk is refused in words."""
    upload.stored_as = path
    try:
        upload.stored_as = default_storage.save(path, upload.file)
    except OSError as error:
        if not is_full_disk(error):
            raise
        log.error("no room for a document of %s bytes", upload.size)
        raise RuleBroken(
            "The server has no room for these files. Nothing was kept: tell whoever "
            "looks after SENDhub, and try again.",
            "files",
        ) from None
    return upload.stored_as


def discard(uploads: Iterable[Upload]) -> None:
    """Take away what was written for an act that did not happen."""
    for upload in uploads:
        if upload.stored_as:
            default_storage.delete(upload.stored_as)
            upload.stored_as = ""


def stored_paths() -> Iterator[str]:
    """Every file there is in the store, by its path."""
    if not default_storage.exists(""):
        return
    for folder in default_storage.listdir("")[0]:
        for name in default_storage.listdir(folder)[1]:
            yield f"{folder}/{name}"


def _refusal(filename: str, words: str) -> RuleBroken:
    return RuleBroken(f"“{filename}” {words}", "files")


def _why_refused(file: File, filename: str) -> str:
    """Say what is wrong with a file that is none of the kinds we keep."""
    file.seek(0)
    ending = PurePath(filename).suffix.lower()
    if ending in PROGRAMS or file.read(4).startswith(PROGRAM_STARTS):
        return "is a program, whatever it is called. We never keep programs."
    if ending in KNOWN_ENDINGS:
        return (
            f"is called {ending}, but what is in it is something else, or is damaged. "
            "Open it and save it again, or ask for it again."
        )
    return "is not a kind of file we keep."


def _check_size(file: File, filename: str) -> None:
    if not file.size:
        raise _refusal(filename, "is empty.")
    limit = settings.DOCUMENT_LIMIT_MB
    if file.size > limit * MB:
        size = f"{file.size / MB:,.0f} MB"
        raise _refusal(filename, f"is {size}. The most we can keep is {limit} MB.")


def _type_of(file: File, filename: str) -> str | None:
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(OLE):
        return _type_of_ole(file, filename)
    if head.startswith(b"PK"):
        return _type_of_zip(file, filename)
    kind = filetype.guess(head)
    if kind is not None:
        return kind.mime if kind.mime in BY_FIRST_BYTES else None
    return "text/plain" if _is_text(file, filename) else None


def _type_of_ole(file: File, filename: str) -> str | None:
    file.seek(0)
    content = file.read()
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise _refusal_of_macros(filename)
    for stream, content_type in OLE_STREAMS.items():
        if stream.encode("utf-16-le") in content:
            return content_type
    return None


def _type_of_zip(file: File, filename: str) -> str | None:
    """Tell an Office document from any other archive by the parts it must have."""
    file.seek(0)
    try:
        with zipfile.ZipFile(_opened(file)) as archive:
            parts = {name.lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None
    if any(part.rpartition("/")[2] in MACROS for part in parts):
        raise _refusal_of_macros(filename)
    if "[content_types].xml" not in parts:
        return None
    found = [kind for part, kind in MAIN_PARTS.items() if part in parts]
    return found[0] if len(found) == 1 else None


def _opened(file: File) -> IO[bytes]:
    return file.file if file.file is not None else file


def _refusal_of_macros(filename: str) -> RuleBroken:
    return _refusal(
        filename, "has macros in it, which can do harm. Save it without them."
    )


def _is_text(file: File, filename: str) -> bool:
    """Plain text only where its name says so too: a script is text as well."""
    if PurePath(filename).suffix.lower() not in ENDINGS["text/plain"]:
        return False
    file.seek(0)
    content = file.read()
    return _reads(content) and not _is_markup(content)


def _reads(content: bytes) -> bool:
    for encoding in ("utf-8", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return CONTROLS.search(text) is None
    return False


def _is_markup(content: bytes) -> bool:
    start = content[:HEAD].decode("latin-1").lower()
    return any(mark in start for mark in MARKUP)


def _fingerprint(file: File) -> str:
    sha256 = hashlib.sha256()
    for chunk in file.chunks():
        sha256.update(chunk)
    file.seek(0)
    return sha256.hexdigest()
