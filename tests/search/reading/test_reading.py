"""Whatever stands in a file, reading it yields articles and errors, and the articles can be indexed."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.whoosh import WhooshEngine
from search.errors import ReadError
from search.model import Article
from search.reading import FORMATS, read

PIECES = [
    *(
        "---\n",
        "title: ",
        "date: ",
        "outlet: ",
        "- ",
        "> ",
        "# ",
        "• ",
        "* ",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        ".",
        "“",
        '"',
        "(",
        ")",
    ),
    *(
        "May 31, 2024",
        "2024-02-30",
        "0000-00-00",
        "[",
        "]",
        "{",
        "}",
        ":",
        "&a ",
        "*a",
        "!!x ",
        "\\uD800",
        "\\U99999999",
        "|",
    ),
    *(
        "told the Tarn Wire",
        "(x. - QTV)",
        "- Odd (@odd) May 3",
        "<script>",
        "</b>",
        "<!--",
        "&#xD800;",
        "©",
        "\0",
        "\x1b",
    ),
    *(
        '{"paragraphs": [{"text": "Late.", "n": ',
        "1",
        "}]}",
        "null",
        ', "date": "2024-05-31"',
        "99999999999",
        "😀",
        "\u202e",
    ),
]

contents = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(max_size=50).map(lambda text: text.encode("utf-16", "surrogatepass")),
    st.lists(st.sampled_from(PIECES), max_size=40).map(lambda parts: "".join(parts).encode()),
)


@pytest.mark.parametrize("suffix", sorted(FORMATS))
@settings(max_examples=120)
@given(content=contents)
def test_any_bytes_are_articles_or_errors(suffix: str, content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"any{suffix}"
        path.write_bytes(content)
        for one in read(path, 1000):
            assert isinstance(one, Article | ReadError)
            assert str(one).encode()


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(sorted(FORMATS)), contents), min_size=5, max_size=20))
def test_whatever_was_read_can_be_indexed(files: list[tuple[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"any-{number}{suffix}" for number, (suffix, _) in enumerate(files)]
        for path, (_, content) in zip(paths, files, strict=True):
            path.write_bytes(content)
        articles = [one for path in paths for one in read(path, 1000) if isinstance(one, Article)]
        engine = WhooshEngine(Path(folder) / "index")
        assert engine.build(articles).paragraphs == sum(len(one.paragraphs) for one in articles)
        assert [engine.article(one.id) for one in articles] == articles
