"""Whatever a reader or a rule is made of counts for the fingerprint, so that no change of it is overlooked."""

import re
from importlib import metadata

import pytest
from conftest import ROOT

from search.keeping import fingerprints

SEARCH = ROOT / "search"


def covered(names: tuple[str, ...]) -> set[str]:
    """The modules among these, `search.reading.kinds`."""
    paths = (path for name in names for path in {SEARCH / name, *(SEARCH / name).rglob("*.py")} if path.suffix == ".py")
    return {".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths}


def imported(module: str) -> set[str]:
    """The modules of this program that a module imports by name."""
    text = (ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")
    return {found.removesuffix(".__init__") for found in re.findall(r"^from (search[\w.]*) import", text, re.MULTILINE)}


def packages(names: set[str]) -> set[str]:
    return {name.removesuffix(".__init__") for name in names}


@pytest.mark.parametrize("names", [fingerprints.READING])
def test_nothing_that_reading_imports_is_left_out(names: tuple[str, ...]) -> None:
    modules = covered(names)
    wanted = set().union(*map(imported, modules))
    assert wanted
    assert wanted <= packages(modules)


def test_the_words_of_the_rules_count() -> None:
    texts = {path.suffix for name in fingerprints.READING for path in (SEARCH / name).rglob("*")}
    assert ".toml" in texts
    assert len(fingerprints._files(fingerprints.READING)) > len(covered(fingerprints.READING))


def test_a_library_that_reads_counts_and_one_that_serves_does_not() -> None:
    wanted = {fingerprints._name(name) for name in metadata.requires("onrecord") or ()}
    assert fingerprints.NOT_FOR_READING & wanted
    assert {"bleach", "markdown-it-py", "pyyaml"} <= wanted - fingerprints.NOT_FOR_READING


def test_another_parser_is_another_fingerprint() -> None:
    assert fingerprints.rules("") != fingerprints.rules("en_core_web_sm")


def test_a_file_may_be_larger_or_a_package_newer_before_one_that_failed_is_read_again() -> None:
    assert fingerprints.environment(1) != fingerprints.environment(2)
