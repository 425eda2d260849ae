"""Nothing stands in no document: modules, commands, options, settings, dependencies; and every link leads somewhere."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from conftest import ROOT

from search.settings import PREFIX, Settings
from web.serve import onrecord

DOCUMENTS = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(ROOT.glob("docs/*.md"))
LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<path>[^)#\s]*)(?:#(?P<place>[^)\s]*))?\)")
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1`*$", re.DOTALL | re.MULTILINE)


def text(*names: str) -> str:
    """What these documents say, all of them where none is named."""
    return "\n".join(path.read_text(encoding="utf-8") for path in ([ROOT / name for name in names] or DOCUMENTS))


def modules() -> list[str]:
    """What docs/architecture.md has to call each module: its file's name; a package by its folder, `reading/`."""
    paths = [path for folder in ("search", "web") for path in ROOT.glob(f"{folder}/**/*.py")]
    return sorted({f"{path.parent.name}/" if path.stem == "__init__" else path.name for path in paths})


def options() -> list[str]:
    return [
        f"{name} {word}" for name, c in onrecord.commands.items() for o in c.params for word in o.opts if word[0] == "-"
    ]


def dependencies() -> list[str]:
    """The names of the packages that pyproject.toml asks for."""
    project = tomllib.loads(text("pyproject.toml"))
    wanted = [
        *project["project"]["dependencies"],
        *(d for group in project["dependency-groups"].values() for d in group),
    ]
    return sorted({re.split(r"[<>=!~\[; ]", name)[0] for name in wanted if isinstance(name, str)})


def links() -> list[tuple[str, str, str]]:
    """The local links of all documents: the document, the path, the heading."""
    return [
        (str(document.relative_to(ROOT)), link["path"], link["place"] or "")
        for document in DOCUMENTS
        if document.is_file()
        for link in LINK.finditer(CODE.sub("", document.read_text(encoding="utf-8")))
    ]


def anchors(document: Path) -> list[str]:
    """The names of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", document.read_text(encoding="utf-8")), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings]


def stands(word: str, document: str) -> bool:
    """Whether a word stands in a document, and not only as a part of another one."""
    return bool(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", document))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_document_is_there_and_says_something(document: Path) -> None:
    assert len(document.read_text(encoding="utf-8").split()) > 20
    assert document.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("module", modules())
def test_every_module_stands_in_the_architecture(module: str) -> None:
    assert re.search(rf"(?<![\w-]){re.escape(module)}", text("docs/architecture.md"))


@pytest.mark.parametrize("command", onrecord.commands)
def test_every_command_stands_in_a_document(command: str) -> None:
    assert stands(f"onrecord {command}", text())


@pytest.mark.parametrize("option", options())
def test_every_option_stands_in_a_document(option: str) -> None:
    assert stands(option.split()[1], text())


@pytest.mark.parametrize("setting", [PREFIX + field.name.upper() for field in fields(Settings)])
def test_every_setting_stands_in_a_document(setting: str) -> None:
    assert stands(setting, text())


@pytest.mark.parametrize("dependency", dependencies())
def test_every_dependency_has_its_reason(dependency: str) -> None:
    assert stands(dependency.lower(), text("docs/dependencies.md").lower())


@pytest.mark.parametrize(("document", "path", "place"), links())
def test_every_local_link_leads_somewhere(document: str, path: str, place: str) -> None:
    target = (ROOT / document).parent / path if path else ROOT / document
    assert target.exists()
    assert not place or place in anchors(target)
