"""Adding and reading documents with a real browser: dropped, taken out, shown."""

import pytest
from django.urls import reverse

from sendhub.accounts.models import User
from sendhub.casework.models import Document
from sendhub.demo import files
from tests import build
from tests.browser.conftest import WIDE, Visit, complaints
from tests.casework import samples

pytestmark = pytest.mark.django_db(transaction=True)

DROP = """([names, over]) => {
    const carrier = new DataTransfer();
    for (const name of names) {
        carrier.items.add(new File(["%PDF-1.4 " + name], name));
    }
    const event = new DragEvent("drop", {dataTransfer: carrier, bubbles: true});
    document.querySelector(over).dispatchEvent(event);
}"""


def listed(page) -> list[str]:
    return page.locator(".files__list li span").all_inner_texts()


def test_files_are_dropped_chosen_and_taken_out_again(
    visit: Visit, manager: User
) -> None:
    case = build.case()
    page = visit(manager).new_page()
    page.goto(reverse("casework:document-add", args=[case.pk]))
    page.evaluate(DROP, [["a.pdf", "b.pdf"], ".govuk-file-upload-button"])
    page.set_input_files(
        "input[type=file]",
        [{"name": "c.pdf", "mimeType": "application/pdf", "buffer": samples.PDF}],
    )
    assert [words.partition(",")[0] for words in listed(page)] == [
        "a.pdf",
        "b.pdf",
        "c.pdf",
    ]
    assert "3 files chosen" in page.locator(".govuk-file-upload-button").inner_text()
    assert complaints(page) == []
    page.get_by_role("button", name="Remove b.pdf").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == (
        "Remove c.pdf"
    )
    page.get_by_label("General").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Add to the case").click()
    names = Document.objects.order_by("pk").values_list("filename", flat=True)
    assert list(names) == ["a.pdf", "c.pdf"]


def test_without_script_there_is_the_browsers_own_box(
    visit: Visit, manager: User
) -> None:
    case = build.case()
    page = visit(manager, java_script_enabled=False).new_page()
    page.goto(reverse("casework:document-add", args=[case.pk]))
    box = page.locator("input[type=file]")
    assert box.is_visible()
    file = {"name": "a.pdf", "mimeType": "application/pdf", "buffer": samples.PDF}
    box.set_input_files([file, {**file, "name": "b.pdf"}])
    page.get_by_label("General").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Add to the case").click()
    assert Document.objects.count() == 2


def test_a_picture_and_a_pdf_are_shown_inside_the_site(
    visit: Visit, manager: User
) -> None:
    case = build.case()
    picture = build.document(
        case_=case, filename="sun.png", content=files.png(200, 80, 60, side=60)
    )
    pdf = build.document(case_=case, content=files.pdf("Advice", ["Words"]))
    page = visit(manager, viewport={"width": WIDE, "height": 900}).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(reverse("casework:document-read", args=[picture.pk]))
    assert page.locator(".viewer img").evaluate("img => img.naturalWidth") == 60
    with page.expect_response(lambda r: r.url.endswith("?view=1")) as response:
        page.goto(reverse("casework:document-read", args=[pdf.pk]))
    assert response.value.status == 200
    page.wait_for_timeout(500)
    assert said == []
