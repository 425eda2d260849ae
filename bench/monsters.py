"""Monsters: what was made to take all time or memory, by name; most of it is no larger than a file may be."""

from collections.abc import Iterator

from bench.bound import LAUGHTER, MAIL, deep_mail, docx, epub, pdf
from bench.long_texts import SAID, Maker, numbered, odd_names, repeated, run_of, text, tiny, unread
from bench.packed import members, nested, overlapping, sparse_tar, tiny_tar, tiny_zip, warc, xz_of_gigabytes, zeros_gz

RSS, RSS_END = "<rss><channel><title>T</title>", "</channel></rss>"
ENTRY, ENTRY_END = f"{RSS}<item><description>", f"</description></item>{RSS_END}"
SCRIPT = '<html><script type="application/ld+json">'
ITEM = "<item><title>Day {n}</title><description>The ferry was late on day {n}, said Ann Lee.</description></item>"
LETTER = "From n@t.example Fri May 31 07:00:00 2024\n" + MAIL + "\nThe ferry was late on day {n}, said Ann Lee.\n\n"

MONSTERS: dict[str, Maker] = {
    **{
        f"20 MB of {name}": run_of(sign)
        for name, sign in {
            "a": "a",
            "spaces": " ",
            "newlines": "\n",
            "dots": ".",
            "commas": ",",
            "quotes": '"',
            "left quotes": "“",
            "brackets": "[",
            "hyphens": "-",
            "digits": "1",
        }.items()
    },
    "20 MB of “said ”": repeated("a.txt", "said "),
    "20 MB of dates": repeated("a.txt", "on May 3, 2024 he said "),
    "20 MB of news": repeated("a.txt", SAID.strip() + " "),
    "a header without end": repeated("a.txt", "a\n", "---\ntitle: a\n"),
    "Markdown, 20 MB of [": repeated("a.md", "["),
    "Markdown, 1 MB of ![": text("a.md", ("![", 499_999)),
    "Markdown, 20 MB of lines": repeated("a.md", "a\n"),
    "CSV, 2.5 million rows": repeated("a.csv", "Late.\n\n", "text\n"),
    "CSV, 20 million columns": repeated("a.csv", ",", "text\n"),
    "CSV, 6 million columns of 2": repeated("a.csv", "ab,", "text\n"),
    "CSV, one cell": repeated("a.csv", "a", 'text\n"', '"'),
    "CSV, header of columns": repeated("a.csv", "a,", "text,", "\nLate."),
    "JSON, a million articles": repeated("a.json", '{"text":"Late again"},', "[", "{}]"),
    "JSON, 20 MB of [": repeated("a.json", "["),
    "JSON Lines, a million": repeated("a.jsonl", '{"text":"Late"}\n'),
    "RSS, 100,000 items": numbered("a.rss", ITEM, 100_000, RSS, RSS_END),
    "RSS, one item of tags": repeated("a.rss", "<b/>", ENTRY, ENTRY_END),
    "RSS, escaped tags": repeated("a.rss", "&lt;b&gt;", ENTRY, ENTRY_END),
    "WARC, 100,000 records": warc(100_000),
    "mbox, 100,000 messages": numbered("a.mbox", LETTER, 100_000),
    "mail, quoted-printable": repeated("a.eml", "=2E", f"{MAIL}Content-Transfer-Encoding: quoted-printable\n\n"),
    "mail, base64": repeated("a.eml", "Li4u", f"{MAIL}Content-Transfer-Encoding: base64\n\n"),
    "mail, 10,000 deep": deep_mail(10_000),
    "mail, a header of 20 MB": repeated("a.eml", "=?utf-8?q?a?= ", f"{MAIL}To: ", f"\n\n{SAID}"),
    "mail, HTML of tags": repeated("a.eml", "<b>", f"{MAIL}Content-Type: text/html\n\n"),
    "mail, HTML of <p": repeated("a.eml", "<p", f"{MAIL}Content-Type: text/html\n\n"),
    "mail, HTML attribute": repeated("a.eml", "a", f"{MAIL}Content-Type: text/html\n\n<p style='", f"'>{SAID}"),
    "HTML, 100,000 deep": text("a.html", "<html><body>", ("<div>", 100_000), SAID),
    "HTML, 19,000 deep": text("a.html", "<html><body>", ("<div>", 19_000), SAID),
    "HTML, six million tags": repeated("a.html", "<p>", "<html><body>"),
    "HTML, an attribute of 20 MB": repeated("a.html", "a", "<html><body><p title='", f"'>{SAID}"),
    "HTML, 20 MB of <": repeated("a.html", "< ", "<html><body>"),
    "HTML, a script of 20 MB": repeated("a.html", '{"a":', SCRIPT, f"</script><p>{SAID}"),
    "HTML, comments": repeated("a.html", "<!--", "<html><body>"),
    "RTF, a million deep": text("a.rtf", r"{\rtf1 ", ("{", 1_000_000)),
    "RTF, 20 MB of words": repeated("a.rtf", r"\par ", r"{\rtf1 "),
    "RTF, 20 MB of text": repeated("a.rtf", ".", r"{\rtf1 "),
    "docx, entities": docx("<w:p><w:r><w:t>&e11;</w:t></w:r></w:p>", before=f"<!DOCTYPE a [{LAUGHTER}]>"),
    "docx, an attribute of 25 MB": docx("", attribute=25_000_000),
    "docx, 4 million paragraphs": docx("<w:p/>", 4_000_000),
    "docx, a paragraph of runs": docx("<w:r><w:t>.</w:t></w:r>", 1_200_000),
    "docx, a paragraph of numbered runs": docx("<w:r><w:t>{n}. </w:t></w:r>", 900_000),
    "docx, numbered paragraphs": docx("<w:p><w:r><w:t>{n}. </w:t></w:r></w:p>", 500_000),
    "epub, numbers": epub("{n}. ", 600_000),
    "epub, 100,000 deep": epub("<div>", 100_000),
    "epub, six million dots": epub(". ", 2_900_000),
    "PDF, 100,000 pages": pdf(100_000, b"(It is over, said Ann Lee.) Tj "),
    "PDF, pages in a circle": pdf(100_000, b"", kids="2 0 R"),
    "PDF, one page of letters": pdf(1, b"(aaaaaaaa. ) Tj 3 0 Td ", times=700_000),
    "xz that wants 1.5 GB": xz_of_gigabytes,
    "gzip of 10 GB zeros": zeros_gz(10_000_000_000),
    "tar.gz, 200 members of dots": members("a.tar.gz", b".", 200),
    "tar.bz2, 200 members of zeros": members("a.tar.bz2", b"\0", 200),
    "zip, 1,000 that overlap": overlapping(1_000),
    "zip in zip, 20 deep": nested(20),
    "tar, sparse, long names, devices": sparse_tar,
    "names, links, pipes, depth": odd_names,
}
CROWDS: dict[str, Maker] = {
    **{f"{count:,} tiny files": tiny(count) for count in (10_000, 100_000, 1_000_000)},
    "10,000 tiny files 500 deep": tiny(10_000, 500),
    **{f"zip of {count:,}": tiny_zip(count) for count in (100_000, 1_000_000)},
    **{f"tar of {count:,}": tiny_tar(count) for count in (100_000, 1_000_000)},
    "1,000,000 files of no format": unread(1_000_000),
}


def makers(names: str) -> Iterator[str]:
    """The names of those that are asked for: all monsters for none, or those that hold one of the words."""
    words = [word.strip() for word in names.split(";") if word.strip()]
    every = {**MONSTERS, **CROWDS}
    yield from (name for name in every if any(word in name for word in words)) if words else MONSTERS
