"""Every variable that the code reads is explained where an operator looks."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

REPO = Path(__file__).resolve().parents[2]
IN_CODE = re.compile(r"SENDHUB_[A-Z_]+[A-Z]")
OF_A_REAL_SITE = re.compile(r'"(SENDHUB_[A-Z_]+[A-Z])"')
NOT_OF_A_REAL_SITE = {
    "SENDHUB_AS_OWNER",
    "SENDHUB_DEBUG",
    "SENDHUB_DEMO",
    "SENDHUB_DEMO_PASSWORD",
    "SENDHUB_TESTING",
}


def read_by(files: list[Path], pattern: re.Pattern[str]) -> set[str]:
    return {name for file in files for name in pattern.findall(file.read_text())}


def explained(text: str) -> set[str]:
    """Return the variables of the table, short forms like `_PORT` included."""
    names = set(IN_CODE.findall(text))
    for line in text.splitlines():
        full = re.search(r"`(SENDHUB_[A-Z]+)_[A-Z]+`, `_", line)
        if full:
            names |= {full[1] + part for part in re.findall(r"`(_[A-Z]+)`", line)}
    return names


def test_explains_every_variable_in_the_deployment_page() -> None:
    read = read_by(sorted((REPO / "sendhub").rglob("*.py")), IN_CODE)
    assert read - explained((REPO / "docs/deploy.md").read_text()) == set()


def test_offers_every_setting_of_a_real_site_in_the_example() -> None:
    files = [REPO / "sendhub/settings.py", REPO / "sendhub/gunicorn.py"]
    read = read_by(files, OF_A_REAL_SITE) - NOT_OF_A_REAL_SITE
    offered = set(IN_CODE.findall((REPO / ".env.example").read_text()))
    assert read == offered


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locks_every_package_by_its_hash_and_names_no_index(name: str) -> None:
    text = (REPO / name).read_text()
    pins = re.findall(r"^[a-z0-9_.-]+==.*\\\n    --hash=sha256:", text, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[a-z0-9]", text, re.MULTILINE)) > 0
    assert "://" not in text


def test_every_command_of_the_deployment_page_can_be_run() -> None:
    text = (REPO / "docs/deploy.md").read_text()
    named = set(re.findall(r"sendhub-manage ([a-z_]+)", text))
    assert named >= {"migrate", "first_admin", "import_gias"}
    assert named - set(get_commands()) == set()
    assert "createsuperuser" not in named
