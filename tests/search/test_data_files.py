"""A slip in a data file of the program is one sentence that names file and key, whatever is started."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import USAGE
from conftest import ROOT

ONRECORD = ("-c", "from web.serve import onrecord; onrecord()", "--version")
FLASK = ("-m", "flask", "--app", "web", "routes")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program, to make slips in."""
    folder = tmp_path_factory.mktemp("program")
    for name in ("search", "web"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def started(program: Path, file: str, right: str, wrong: str, *, words: tuple[str, ...] = ONRECORD) -> tuple[int, str]:
    """The exit code and what is told as an error, where one line of a data file is wrong."""
    path = program / "search" / file
    before = path.read_text(encoding="utf-8")
    assert f"\n{right}" in before
    path.write_text(before.replace(f"\n{right}", f"\n{wrong}", 1), encoding="utf-8")
    try:
        result = subprocess.run([sys.executable, *words], cwd=program, capture_output=True, text=True)
    finally:
        path.write_text(before, encoding="utf-8")
    return result.returncode, result.stderr


def test_without_a_slip_the_copy_works(program: Path) -> None:
    assert started(program, "attribution/cues.toml", "[needs]", "[needs]") == (0, "")


@pytest.mark.parametrize("words", [ONRECORD, FLASK])
def test_it_ends_every_entry_with_the_exit_code_of_usage(program: Path, words: tuple[str, ...]) -> None:
    path = program / "search" / "attribution" / "cues.toml"
    assert started(program, "attribution/cues.toml", "inverted =", "invertd =", words=words) == (
        USAGE,
        f"Error: {path}: needs.inverted is missing; add it, or rename invertd\n",
    )


@pytest.mark.parametrize(
    ("file", "right", "wrong", "told"),
    [
        ("attribution/cues.toml", "[kinds]", "[kinds", "cannot be read"),
        ("attribution/cues.toml", 'say = "says', 'say = ""  # "', "irregular.say is not present, pasts and participle"),
        ("attribution/cues.toml", 'say = "says said saying"', 'say = "says said"', "irregular.say is not present"),
        ("attribution/cues.toml", 'say = "says', 'say = 5  # "', "irregular.say is not a text"),
        ("attribution/cues.toml", 'on = "agree"', 'on = "agre"', "agre stands in no list under [kinds]"),
        ("attribution/cues.toml", 'denied = "denial', 'deneid = "denial', "nouns.deneid is not known; rename"),
        ("attribution/names.toml", "masculine = ", "masculin = ", "roles.masculine is missing"),
        ("attribution/names.toml", "masculine_titles = ", 'titels = "x"\nmasculine_titles = ', "titels is not known"),
        ("attribution/words.toml", "[pronouns]", "[pronuons]", "pronouns.masculine is missing"),
        ("attribution/occasions.toml", "amounts = ", 'amount = "x"\namounts = ', "words.amount is not known"),
        ("reading/kinds.toml", "[caption]", "[captoin]", "captoin is not known; rename it caption"),
        ("reading/kinds.toml", "    '© ", "    '(© ", "caption.patterns holds (© .{1,200}, which is no"),
        ("reading/outlets.toml", "nouns = ", "noun = []\nnouns = ", "noun is not known; rename it nouns"),
        ("reading/html/furniture.toml", "anywhere = ", "anywere = ", "anywhere is missing; add it, or rename anywere"),
        ("reading/html/stated.toml", "handle = ", "handel = ", "handle is missing; add it, or rename handel"),
        ("reading/html/zones.toml", "[main]", "[mian]", "main is missing; add it, or rename mian"),
        ("reading/mail/letters.toml", "patterns = ", "paterns = ", "boilerplate.patterns is missing; add it"),
        ("reading/outlets/tarn-wire.toml", "drop = ", "dorp = ", "dorp is not known; rename it drop"),
        ("scoring/words.toml", "suffixes = ", "sufixes = ", "suffixes is missing; add it, or rename sufixes"),
    ],
)
def test_every_slip_names_file_and_key_and_what_to_write(
    program: Path, file: str, right: str, wrong: str, told: str
) -> None:
    code, sentence = started(program, file, right, wrong)
    assert code == USAGE
    assert sentence.startswith(f"Error: {program / 'search' / file}")
    assert told in sentence
    assert sentence.count("\n") == 1
