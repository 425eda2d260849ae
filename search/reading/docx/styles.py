"""Styles: what the style of a paragraph in a Word file says that it is."""

import re
from typing import Any

from search.model import ParagraphKind
from search.reading.style_names import kind_by_style
from search.reading.trees import attribute, children, named, tag

DEEPEST = 20  # styles that rest on each other; some files have a ring of them


class Styles:
    """The styles of a file by their ids."""

    def __init__(self, tree: Any) -> None:
        styles = named(tree, "style") if tree is not None else ()
        self._styles = {attribute(style, "styleId"): style for style in styles}

    def kind(self, paragraph: Any) -> ParagraphKind | None:
        """What its style makes a paragraph, or the style that this one rests on; None if they do not tell."""
        setting = next((child for child in children(paragraph) if tag(child) == "pPr"), None)
        if setting is None:
            return None
        if _outlined(setting):
            return "heading"
        listed = any(tag(child) == "numPr" for child in children(setting))
        return self._of_style(_value(setting, "pStyle")) or ("body" if listed else None)

    def is_title(self, paragraph: Any) -> bool:
        """Whether its style is that of the title."""
        setting = next((child for child in children(paragraph) if tag(child) == "pPr"), None)
        id = _value(setting, "pStyle") if setting is not None else ""
        style = self._styles.get(id)
        return (_value(style, "name") if style is not None else id).lower() == "title"

    def _of_style(self, id: str) -> ParagraphKind | None:
        for _ in range(DEEPEST):
            style = self._styles.get(id)
            name = _value(style, "name") if style is not None else re.sub(r"(\d)$", r" \1", id)
            found = kind_by_style(name)
            if found or style is None:
                return found
            if any(_outlined(setting) for setting in named(style, "pPr")):
                return "heading"
            id = _value(style, "basedOn")
        return None


def _outlined(setting: Any) -> bool:
    """Whether a paragraph has a place in the outline; level 9 says that it has none."""
    return _value(setting, "outlineLvl") in set("012345678")


def _value(element: Any, name: str) -> str:
    found = next((child for child in children(element) if tag(child) == name), None)
    return attribute(found, "val") if found is not None else ""
