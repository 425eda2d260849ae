"""Bytes that do not say their encoding are read rightly or refused; a wrong guess makes words that nobody wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.errors import ReadError
from search.reading.decoding import decoded

TEXTS = {
    "en": "The board said on Friday: “We have waited for the café’s licence since May,” and Ann Lee paid £400 – each month.",
    "de": "Die Brücke über die Lüne bleibt bis März gesperrt, sagte der Bürgermeister. Größere Schäden wurden spät gefunden.",
    "fr": "Le pont restera fermé jusqu’en mars, a déclaré le maire. Les dégâts ont été découverts après l’été, près du quai.",
    "cs": "Most zůstane uzavřen do března, řekl v pátek starosta. Škody byly objeveny až na podzim, když voda vystoupala.",
    "hu": "A híd márciusig zárva marad, mondta pénteken a polgármester. A károkat csak ősszel fedezték fel, késő este.",
    "ru": "Мост останется закрытым до марта, заявил в пятницу мэр города. Повреждения обнаружили только осенью, в дождь.",
    "uk": "Міст залишиться зачиненим до березня, заявив у п’ятницю міський голова. Пошкодження виявили лише восени.",
    "zh": "市长星期五表示，这座桥将关闭到三月。“我们已经不能再为渔民做什么了，”经营渡船的李安说。损坏直到秋天才被发现。",
    "tw": "市長星期五表示，這座橋將關閉到三月。「我們已經不能再為漁民做什麼了，」經營渡船的李安說。損壞直到秋天才被發現。",
    "ja": "市長は金曜日、橋は三月まで閉鎖されると述べた。「できることはない」と渡し船を運営する安井さんは説明した。",
    "ko": "시장은 금요일 다리가 3월까지 폐쇄될 것이라고 밝혔다. 피해는 가을에 물이 너무 높이 올라와서야 발견되었다고 했다.",
}
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
    content = TEXTS[language].encode().replace(" ".encode(), b" \xff", 1)[:-1] + b"\xd0"
    with pytest.raises(ReadError, match="is not UTF-8 text"):
        decoded(content, "piece.txt")


@given(st.binary(min_size=40, max_size=400).filter(lambda content: any(byte > 0x7F for byte in content)))
def test_noise_is_no_text_in_any_encoding(noise: bytes) -> None:
    try:
        found = decoded(noise, "piece.txt")
    except ReadError as error:
        assert str(error).startswith("piece.txt: ")
    else:
        assert found.text.isprintable() or found.text.split()
