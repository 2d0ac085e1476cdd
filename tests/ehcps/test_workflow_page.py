"""The drawing of the workflow in the documentation says what the code says."""

from pathlib import Path

from sendhub.core.workflow import as_mermaid
from sendhub.ehcps.rules import WORKFLOW

PAGE = Path(__file__).parents[2] / "docs" / "workflows" / "needs_assessment.md"


def test_the_page_shows_the_workflow_as_it_is():
    assert f"```mermaid\n{as_mermaid(WORKFLOW)}```" in PAGE.read_text()
