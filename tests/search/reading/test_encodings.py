"""Bytes that do not say their encoding are read rightly or refused; a wrong guess makes words that nobody wrote."""

import random
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import ReadError
from search.reading.decoding import decoded

TEXTS = tomllib.loads((Path(__file__).parent / "tongues.toml").read_text(encoding="utf-8"))
WRITTEN = [
    *((language, "windows-1252") for language in ("en", "de", "fr")),
    *(("de", "iso-8859-1"), ("cs", "iso-8859-2"), ("cs", "windows-1250"), ("hu", "iso-8859-2")),
    *(("ru", "windows-1251"), ("ru", "koi8-r"), ("uk", "windows-1251")),
    *(("zh", "gb18030"), ("tw", "big5"), ("ja", "shift_jis"), ("ja", "euc-jp"), ("ko", "euc-kr")),
    *((language, f"utf-16-{end}") for language in TEXTS for end in ("le", "be")),
]


@pytest.mark.parametrize(("language", "encoding"), WRITTEN)
def test_an_encoding_that_is_not_stated_is_found_and_noted(language: str, encoding: str) -> None:
    found = decoded(TEXTS[language].encode(encoding), "piece.txt")
    assert found.text == TEXTS[language]
    assert found.notes[0].startswith("its encoding is not stated; it was read as ")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_encoding_that_is_stated_needs_no_note(encoding: str) -> None:
    assert decoded(TEXTS["de"].encode(encoding), "piece.txt").notes == ()


def test_an_encoding_that_a_file_states_is_believed_where_it_fits() -> None:
    assert decoded("Größe".encode("iso-8859-1"), "piece.xml", "ISO-8859-1").text == "Größe"
    assert decoded(TEXTS["ru"].encode("windows-1251"), "piece.xml", "utf-8").text == TEXTS["ru"]
    assert decoded(b"Tolls.", "piece.xml", "no-such-encoding").text == "Tolls."


@pytest.mark.parametrize("language", TEXTS)
def test_utf_8_with_a_broken_letter_is_refused_and_not_taken_for_another_encoding(language: str) -> None:
    content = TEXTS[language].encode().replace(b" ", b" \xff", 1)[:-1] + b"\xd0"
    with pytest.raises(ReadError, match="is not UTF-8 text"):
        decoded(content, "piece.txt")


def outcome(content: bytes) -> str:
    try:
        return decoded(content, "piece.txt").text
    except ReadError as error:
        return str(error)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_text_or_a_sentence(content: bytes) -> None:
    assert outcome(content).strip()
    assert outcome(content).encode()


@pytest.mark.parametrize("seed", range(40))
def test_noise_is_no_text_in_any_encoding(seed: int) -> None:
    noise = bytes(random.Random(seed).choices(range(256), k=300))  # noqa: S311
    with pytest.raises(ReadError, match=r"binary|is not UTF-8"):
        decoded(noise, "piece.txt")
