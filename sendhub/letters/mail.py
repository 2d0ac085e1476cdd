"""The e-mail that carries a letter."""

from django.core.mail import EmailMessage

SUBJECT = "A letter from {authority}"
TEXT = (
    "Please find our letter attached, as a PDF.\n\n"
    "Our reference: {reference}\n\n"
    "If you cannot open it, or would rather have it by post, please tell us.\n\n"
    "{authority}\n{contact}\n"
)


def message(
    *, to: str, authority: str, contact: str, reference: str, pdf: bytes
) -> EmailMessage:
    """Write the e-mail that carries a letter; it names no child outside the PDF."""
    words = {"authority": authority, "contact": contact, "reference": reference}
    mail = EmailMessage(SUBJECT.format(**words), TEXT.format(**words), to=[to])
    mail.attach(f"{reference}.pdf", pdf, "application/pdf")
    return mail
