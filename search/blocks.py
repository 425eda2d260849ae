"""Blocks: an editor's corrections as the text of `corrections.toml`, and back."""

import json
from collections.abc import Iterator
from typing import Any, get_args

from search.corrections import Correction
from search.editorial import NAME_LIMIT, NOTE_LIMIT, content_of, fault
from search.errors import SettingError
from search.model import SpeakerKind

BLOCK = "correction"
# The keys of a block, and what each must be.
KEYS: dict[str, type] = {
    "article": str,
    "paragraph": int,
    "speaker": str,
    "unknown": bool,
    "was": str,
    "words": str,
    "text": str,
    "kind": str,
    "role": str,
    "note": str,
}
NEEDED = ("article", "paragraph")
LIMITS = {"speaker": NAME_LIMIT, "was": NAME_LIMIT, "role": NAME_LIMIT, "note": NOTE_LIMIT}
NAMES: dict[type, str] = {str: "a text between quotation marks", int: "a number", bool: "true or false"}
KINDS: tuple[str, ...] = get_args(SpeakerKind)


def corrections_in(text: str, file: str) -> tuple[Correction, ...]:
    """The corrections in the text of a file, in order; raises SettingError, which names the file and the key."""
    content = content_of(text, file)
    blocks = content.pop(BLOCK, [])
    if content:
        raise SettingError(f"{file}: {next(iter(content))} is no key of it; begin each correction with [[{BLOCK}]]")
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise SettingError(f"{file}: {BLOCK} is no list of blocks; begin each correction with [[{BLOCK}]]")
    return tuple(_correction(block, file, number) for number, block in enumerate(blocks, 1))


def block_of(correction: Correction) -> str:
    """A correction as a block of the file.

    >>> print(block_of(Correction("", 1, "ferry", 2, "Ann Lee", was="Bob Lee", mark="3f9a1c0b")), end="")
    [[correction]]
    article = "ferry"
    paragraph = 2
    speaker = "Ann Lee"
    was = "Bob Lee"
    text = "3f9a1c0b"
    """
    given = {
        "article": correction.article,
        "paragraph": correction.paragraph,
        "speaker": correction.speaker,
        "unknown": True if correction.speaker is None else None,
        "was": correction.was,
        "words": correction.words or None,
        "text": correction.mark or None,
        "kind": correction.kind,
        "role": correction.role or None,
        "note": correction.note or None,
    }
    lines = [f"{key} = {_toml(value)}" for key, value in given.items() if value is not None]
    return "\n".join([f"[[{BLOCK}]]", *lines, ""])


def _toml(value: object) -> str:
    """A value as TOML writes it: as JSON does, but for one sign."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _correction(block: dict[str, Any], file: str, number: int) -> Correction:
    for problem in _problems(block):
        raise SettingError(f"{file}: correction {number}: {problem}")
    given = {key: block[key] for key in ("was", "words", "kind", "role", "note") if key in block}
    speaker = " ".join(block["speaker"].split()) if "speaker" in block else None
    return Correction(
        file, number, block["article"], block["paragraph"], speaker, mark=block.get("text", "").lower(), **given
    )


def _problems(block: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a block, and what to do."""
    for key, value in block.items():
        if key not in KEYS:
            yield f"“{key}” is no key of a correction; there are {', '.join(KEYS)}"
        elif type(value) is not KEYS[key]:
            yield f"{key} is not {NAMES[KEYS[key]]}; mend it"
        elif isinstance(value, str) and (problem := fault(value, LIMITS.get(key))):
            yield f"{key} {problem}"
    yield from (f"{key} is missing; add it" for key in NEEDED if key not in block)
    if ("speaker" in block) == bool(block.get("unknown")):
        yield 'who speaks is missing or is said twice; write speaker = "Name", speaker = "" (nobody) or unknown = true'
    if block.get("kind", KINDS[0]) not in KINDS:
        yield f"kind is “{block['kind']}”; write {', '.join(KINDS)}"
