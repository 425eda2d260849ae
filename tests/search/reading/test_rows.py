"""A table has an article a row, whatever its columns are called; a bad row is an error of its own."""

from datetime import date

import pytest

from search.errors import ReadError
from search.model import Article, Fact
from search.reading.rows import articles_of_rows

HEADER = "Headline,Source,Date,URL,Author,Language,Full_Text\n"
ROW = 'Tolls,The Courier,2024-05-31,https://courier.example/tolls,Ann Lee,en,"Tolls fall.\n\n“By June,” she said."\n'


def read(text: str) -> list[Article | ReadError]:
    return list(articles_of_rows(text, "news/wire.csv"))


def test_a_row_states_what_it_is() -> None:
    (one,) = read(HEADER + ROW)
    assert isinstance(one, Article)
    assert (one.id, one.url, one.authors) == ("wire-2", "https://courier.example/tolls", ("Ann Lee",))
    assert (one.title, one.outlet) == (Fact("Tolls", "stated"), Fact("The Courier", "stated"))
    assert one.published == Fact(date(2024, 5, 31), "stated")
    assert [p.text for p in one.paragraphs] == ["Tolls fall.", "“By June,” she said."]
    assert one.raw == ROW.removesuffix("\n")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_found(delimiter: str) -> None:
    header, row = ("title", "text", "pubDate"), ("Tolls", "Tolls fall.", "31 May 2024")
    (one,) = read(f"{delimiter.join(header)}\n{delimiter.join(row)}\n")
    assert isinstance(one, Article)
    assert (one.title.value, one.published.value) == ("Tolls", date(2024, 5, 31))


@pytest.mark.parametrize("column", ["text", "Body", "CONTENT", "full text", "article_text", "body-text", "\ufeffstory"])
def test_the_column_of_the_texts_has_many_names(column: str) -> None:
    (one,) = read(f"{column},other\nTolls fall.,x\n")
    assert isinstance(one, Article)
    assert one.paragraphs[0].text == "Tolls fall."


def test_a_cell_may_be_html_or_have_its_paragraphs_on_lines() -> None:
    html, lines = read('id,text\nx-1,"<h2>Tolls</h2><p>Tolls <b>fall</b>.</p>"\n,"One fell.\nTwo fell."\n')
    assert isinstance(html, Article)
    assert isinstance(lines, Article)
    assert [(p.kind, p.text) for p in html.paragraphs] == [("heading", "Tolls"), ("body", "Tolls fall.")]
    assert (html.id, lines.id, [p.text for p in lines.paragraphs]) == ("x-1", "wire-3", ["One fell.", "Two fell."])


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("Tolls,,,,,,\n", "it has no text"),
        ("Tolls\n", "it has 1 cells, the header 7"),
        (f"{'x,' * 20}\n", "it has 21 cells, the header 7"),
    ],
)
def test_a_bad_row_is_named_and_the_others_are_read(bad: str, reason: str) -> None:
    one, error, three = read(HEADER + ROW + bad + ROW)
    assert isinstance(one, Article)
    assert isinstance(three, Article)
    assert str(error) == f"news/wire.csv: row 3, which ends in line 5, is no article ({reason}); mend or remove it"


def test_a_quotation_mark_that_is_never_closed_is_one_error() -> None:
    one, error = read(f'{HEADER}{ROW}Tolls,"Courier\n')
    assert isinstance(one, Article)
    assert "row 3, which ends in line 5, is no article (unexpected end of data)" in str(error)


def test_a_date_that_makes_no_sense_is_noted() -> None:
    (one,) = read("text,date\nTolls fall.,soon\n")
    assert isinstance(one, Article)
    assert one.notes == ("date “soon” makes no sense and was left out of account; write a day as 2024-05-31",)


@pytest.mark.parametrize(("table", "reason"), [("a,b\n1,2\n", "no column is called text"), ("text,b\n", "no rows")])
def test_a_table_without_texts_is_refused(table: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        raise next(one for one in read(table) if isinstance(one, ReadError))


@pytest.mark.parametrize(
    ("header", "sign"),
    [
        ("Titel;Medium;Datum;Volltext", ";"),
        ("Titre;Source;Date de parution;Texte", ";"),
        ("Título,Fuente,Fecha,Texto", ","),
    ],
)
def test_the_columns_may_be_named_as_newsrooms_of_other_languages_name_them(header: str, sign: str) -> None:
    (one,) = read(f"{header}\n{sign.join(('Maut', 'Der Bote', '31.12.2024', 'Die Maut sinkt.'))}\n")
    assert isinstance(one, Article)
    assert (one.title.value, one.outlet.value, one.published.value) == ("Maut", "Der Bote", date(2024, 12, 31))


def test_excel_may_tell_the_sign_between_cells_in_a_line_of_its_own() -> None:
    one, error = read("sep=;\nTitle;Text\nTolls;Tolls fall, a lot.\nx;y;z\n")
    assert isinstance(one, Article)
    assert (one.title.value, one.paragraphs[0].text) == ("Tolls", "Tolls fall, a lot.")
    assert "row 4, which ends in line 4" in str(error)


def test_empty_lines_may_stand_above_the_header() -> None:
    (one,) = read("\n\nTitle,Text\nTolls,Tolls fall.\n")
    assert isinstance(one, Article)
    assert one.title.value == "Tolls"


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (("3/4/2024", "31/4/2024", "31/3/2024"), [date(2024, 4, 3), None, date(2024, 3, 31)]),
        (("3/4/2024", "3/31/2024"), [date(2024, 3, 4), date(2024, 3, 31)]),
        (("3/4/2024", "5/6/2024"), [None, None]),
        (("04.03.24", "31.12.1999 14:30"), [date(2024, 3, 4), date(1999, 12, 31)]),
        (("2024/03/04", "3-4-2024", "13-4-2024"), [date(2024, 3, 4), date(2024, 4, 3), date(2024, 4, 13)]),
    ],
)
def test_days_in_figures_are_read_in_the_order_that_their_column_shows(
    days: tuple[str, ...], found: list[date | None]
) -> None:
    articles = read("text,date\n" + "".join(f"Tolls fall.,{day}\n" for day in days))
    assert [one.published.value for one in articles if isinstance(one, Article)] == found
