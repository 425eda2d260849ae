"""The catalogue: `python -m web.catalogue` collects every message and brings the files of translations/ up to date."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po
from click import echo

from web.languages import FOLDER, catalogue
from web.proofreading import faults
from web.wording import tables

ROOT = Path(__file__).parent.parent
TEMPLATE = "messages.pot"
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "N_", "Sentence", "QueryError")),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
METHODS = {".py": "python", ".html": "jinja2.ext:babel_extract", ".xml": "jinja2.ext:babel_extract"}
OPTIONS = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false", "encoding": "utf-8"}
TABLES = "web/wording.py"
REMARK = "Translators:"  # begins a comment that stands before a message for those who translate it

Message = tuple[str, str | tuple[str, ...]]  # its context, or ""; itself, or its singular and plural


def main() -> None:
    """Write the messages as they are now, and to each language what it lacks, empty or marked as fuzzy; say what is."""
    current = collected(ROOT)
    (FOLDER / TEMPLATE).write_bytes(written(current))
    for path in sorted(FOLDER.glob("*.po")):
        path.write_bytes(written(updated(path, current)))
        echo(
            "\n".join(f"{path.name}: {fault}" for fault in faults(catalogue(path), current)) or f"{path.name}: complete"
        )


def collected(root: Path) -> Catalog:
    """Every message of the sources below a folder, with the files it stands in; in a fixed order."""
    places: dict[Message, set[str]] = defaultdict(set)
    remarks: dict[Message, list[str]] = defaultdict(list)
    for message, place, said in (*_in_files(root), *_in_tables()):
        places[message].add(place)
        remarks[message] += [remark for remark in said if remark not in remarks[message]]
    found = Catalog(charset="utf-8")
    for message in sorted(places, key=lambda message: (sorted(places[message]), message[0], str(message[1]))):
        files = [(place, 0) for place in sorted(places[message])]
        found.add(message[1], locations=files, auto_comments=remarks[message], context=message[0] or None)
    return found


def updated(path: Path, current: Catalog) -> Catalog:
    """A language with the messages of now: what it has is kept, what is nearly the same is fuzzy, the rest empty."""
    known = catalogue(path)
    known.update(current)
    for message in known:  # Babel reads its own "#| msgid", what a fuzzy message was before, as somebody's remark
        message.user_comments = [remark for remark in message.user_comments if not remark.startswith("|")]
    return known


def written(messages: Catalog) -> bytes:
    """A catalogue as a file, without anything that changes by the day, or with the lines of the sources."""
    header = ["Content-Type: text/plain; charset=utf-8"]
    if messages.locale:
        header = [f"Language: {messages.locale}", *header, f"Plural-Forms: {messages.plural_forms}"]
    lines = "".join(f'"{line}\\n"\n' for line in header)
    file = BytesIO()
    write_po(
        file, messages, width=110, omit_header=True, ignore_obsolete=True, include_previous=True, include_lineno=False
    )
    return f'msgid ""\nmsgstr ""\n{lines}\n'.encode() + file.getvalue().strip() + b"\n"


def _in_files(root: Path) -> Iterator[tuple[Message, str, list[str]]]:
    for path in sorted(path for folder in ("search", "web") for path in (root / folder).rglob("*")):
        if path.suffix in METHODS and path.is_file():
            with path.open("rb") as file:
                for _, message, said, context in extract(METHODS[path.suffix], file, KEYWORDS, (REMARK,), OPTIONS):
                    yield (context or "", message), path.relative_to(root).as_posix(), said


def _in_tables() -> Iterable[tuple[Message, str, list[str]]]:
    return [((table, word), TABLES, []) for table, words in tables().items() for word in words]


if __name__ == "__main__":
    main()
