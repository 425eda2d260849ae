"""Bytes that do not say their encoding are read rightly or refused; a wrong guess makes words that nobody wrote."""

import random
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import ReadError
from search.reading.decoding import decoded
from search.reading.encodings import likely_encoding

TEXTS = tomllib.loads((Path(__file__).parent / "tongues.toml").read_text(encoding="utf-8"))
BRIDGES = tomllib.loads((Path(__file__).parent / "bridges.toml").read_text(encoding="utf-8"))
ENCODINGS = {
    "en de fr es pt it nl sv da nb fi is": ("windows-1252", "iso-8859-1", "mac-roman"),
    "cs sk pl hu hr sl ro": ("windows-1250", "iso-8859-2", "cp852"),
    "lt lv et": ("windows-1257",),
    "tr": ("windows-1254",),
    "el": ("windows-1253",),
    "ru": ("windows-1251", "koi8-r", "iso-8859-5", "cp866"),
    "uk": ("windows-1251", "koi8-u", "iso-8859-5"),
    "bg sr": ("windows-1251", "iso-8859-5"),
    "he": ("windows-1255",),
    "ar": ("windows-1256",),
    "zh": ("gb18030",),
    "tw": ("big5", "gb18030"),
    "ja": ("cp932", "euc-jp"),
    "ko": ("cp949",),
}
PLAIN = str.maketrans("“”„«»’–—", '"""""\'--')  # of encodings that do not have them
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


def pieces(length: int) -> Iterator[tuple[bytes, str]]:
    """Pieces of every text in all its encodings, with what they say, if the encoding has a few of their letters."""
    for languages, encodings in ENCODINGS.items():
        for text in (BRIDGES[language][start : start + length] for language in languages.split() for start in (0, 150)):
            for encoding in encodings:
                content = (text.encode(encoding, "ignore"), text.translate(PLAIN).encode(encoding, "ignore"))
                written = content[content[0].decode(encoding) != text]
                if sum(byte > 0x7F for byte in written) > 2:
                    yield written, written.decode(encoding)


def outcomes(length: int) -> Counter[str]:
    found = Counter[str]()
    for content, said in pieces(length):
        encoding = likely_encoding(content)
        found["right" if encoding and content.decode(encoding) == said else encoding and "misread"] += 1
    return found


@pytest.mark.parametrize(("length", "misread", "refused"), [(60, 1, 6), (100, 0, 2), (300, 0, 0), (600, 0, 0)])
def test_hardly_a_piece_of_news_is_misread_or_refused(length: int, misread: int, refused: int) -> None:
    found = outcomes(length)
    assert found["misread"] <= misread
    assert found[""] <= refused
    assert found["right"] > 100


@pytest.mark.parametrize(
    ("said", "encoding"),
    [
        ("МОСТ ЗАКРЫТ ДО МАРТА, СООБЩИЛ МЭР ГОРОДА. ТОРГОВЦЫ ТРЕБУЮТ ВОЗМЕЩЕНИЯ", "koi8-r"),
        ("BRÜCKE ÜBER DIE LÜNE BLEIBT BIS MÄRZ GESPERRT, SAGT DER BÜRGERMEISTER", "windows-1252"),
        ("Компания Acme Harbour Ltd. и банк Tarn Savings, said the press office in London on Friday.", "windows-1251"),
        ("• Dogger (2009)\n• Lundy (2008)\n• Fastnet (2005)\n• Forties (2004)\n• Viking (2001)", "windows-1252"),
        (
            "The fee is £12, or £10 for members, and 5½ per cent is added – that’s £12.66. © Quay",
            "windows-1252",
        ),
        ("Datum;Titel;Größe\n31.12.2024;Brücke;5\n01.01.2025;Straße;7\n", "windows-1252"),
        ("El derribo costó tres millones€Tras la reunión, el alcalde calló y salió por detrás.", "windows-1252"),
        ("สะพานจะปิดจนถึงเดือนมีนาคม นายกเทศมนตรีกล่าวเมื่อวันศุกร์", "cp874"),
    ],
)
def test_headlines_lists_tables_and_slips_are_read_rightly(said: str, encoding: str) -> None:
    content = said.encode(encoding)
    assert content.decode(likely_encoding(content)) == said


def test_the_few_letters_that_tell_an_encoding_may_stand_far_from_the_beginning() -> None:
    said = "The tide came in at four.\n" * 10_000 + "“We’ve had enough of it,” said Zoë Ray at the café.\n"
    assert decoded(said.encode("windows-1252"), "piece.txt").text == said


@pytest.mark.parametrize("seed", range(40))
def test_noise_is_no_text_in_any_encoding(seed: int) -> None:
    noise = bytes(random.Random(seed).choices(range(256), k=300))  # noqa: S311
    with pytest.raises(ReadError, match=r"binary|is not UTF-8"):
        decoded(noise, "piece.txt")
