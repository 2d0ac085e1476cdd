"""Small files of every kind, made here byte by byte."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02"
    b"\x00\x00\x00\x90wS\xde\x00\x00\x00\x00IEND\xaeB`\x82"
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(64)
GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;" + bytes(300)
EXE = b"MZ\x90\x00\x03" + bytes(300)
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
SCRIPT = b"@echo off\r\ndel /q *.*\r\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DOC = OLE + "WordDocument".encode("utf-16-le") + bytes(64)
DOC_WITH_MACROS = DOC + "_VBA_PROJECT".encode("utf-16-le")
MSG = OLE + "__properties_version1.0".encode("utf-16-le") + bytes(64)
TYPES = "[Content_Types].xml"


def archive(*parts: str) -> bytes:
    """A ZIP with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for part in parts:
            made.writestr(part, "<x/>")
    return file.getvalue()


DOCX = archive(TYPES, "_rels/.rels", "word/document.xml")
XLSX = archive(TYPES, "_rels/.rels", "xl/workbook.xml")
PPTX = archive(TYPES, "_rels/.rels", "ppt/presentation.xml")
DOCM = archive(TYPES, "word/document.xml", "word/vbaProject.bin")
XLSM = archive(TYPES, "xl/workbook.xml", "xl/VBAPROJECT.BIN")
PLAIN_ZIP = archive("letter.txt", "photo.jpg")
WITHOUT_TYPES = archive("word/document.xml")
TWO_AT_ONCE = archive(TYPES, "word/document.xml", "xl/workbook.xml")
BROKEN_ZIP = DOCX[:-30]


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    """A file as a browser sends it; what the browser says of its type is ignored."""
    return SimpleUploadedFile(name, content, content_type="application/pdf")
