"""Attribution knows English only, and says so of an article in another language instead of guessing."""

import pytest

from search.attribution import attribute
from search.attribution.english import foreign_language
from search.model import Article, Fact, Paragraph
from search.reading.plain import article_of_text

GERMAN = (
    "Die Brücke über die Lüne bleibt bis März gesperrt, sagte der Bürgermeister am Freitag. „Wir können für die Kähne"
    " nichts tun“, erklärte Jörg Müßig, der die Fähre führt. Größere Schäden wurden erst später gefunden, und die"
    " Behörde prüft, ob die Straße früher geöffnet wird."
)
ENGLISH = (
    "The ferry will not sail before spring, the harbour board said on Friday. “We have heard that,” said Ann Lee,"
    " who sells tickets for it and has sold none since May. Nobody from the board’s office answered by the evening."
)


def read(text: str) -> Article:
    (one,) = article_of_text(text, "piece.txt")
    assert isinstance(one, Article)
    return one


@pytest.mark.parametrize("header", ["", "---\nlanguage: de\n---\n"])
def test_an_article_in_another_language_makes_no_statements_and_says_why(header: str) -> None:
    article = attribute(read(header + GERMAN))
    assert article.notes == ("attribution knows English only; this article is in another language (de)",)
    assert [paragraph.text for paragraph in article.paragraphs] == [GERMAN]
    assert not any(paragraph.statements for paragraph in article.paragraphs)
    assert not article.supported


@pytest.mark.parametrize("language", ["en-GB", "eng", "und", "de"])
def test_an_english_article_is_attributed_whatever_its_header_says(language: str) -> None:
    article = attribute(read(f"---\nlanguage: {language}\n---\n{ENGLISH}"))
    assert article.notes == ()
    assert article.supported
    assert "Ann Lee" in article.paragraphs[0].speakers


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("«Паром вернётся в мае», сказал Тимофей Брандин.", "ru"),
        ("北港大桥八月关闭。“我们等了三年”，市长说。", "zh"),
        ("قال رئيس البلدية: «سيُغلق الجسر في أغسطس».", "ar"),
        ("„Wir warten seit drei Jahren auf die Fähre“, sagte die Bürgermeisterin Inge Holt am Freitag.", "de"),
        ("« Nous attendons le bac depuis trois ans », a dit la maire Inès Holt vendredi soir.", "fr"),
    ],
)
def test_a_short_text_in_another_language_is_no_guess(text: str, language: str) -> None:
    article = attribute(read(text))
    assert (article.language.value, article.supported) == (language, False)
    assert not any(paragraph.statements for paragraph in article.paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "“Tolls will fall,” said Ann Lee.",
        "Ann Lee declined comment on Friday. “No,” Odd Ruun said, asked about ferry prices in Karsholt.",
        "Мост (the bridge) was closed, said Ann Lee.",
    ],
)
def test_a_short_english_text_is_attributed(text: str) -> None:
    article = attribute(read(text))
    assert article.supported
    assert any(paragraph.statements for paragraph in article.paragraphs)


def test_too_little_text_is_in_no_language() -> None:
    short = Article("a", Fact(), Fact(), Fact(), (Paragraph(1, "body", GERMAN[:50]),), language=Fact("de", "inferred"))
    assert foreign_language(short) == ""
