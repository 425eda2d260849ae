"""Asked: the parameters that the addresses for programs take, with their limits."""

from typing import Any

from search.citing import FORMS
from search.completing import LIMIT
from search.completing.begun import LONGEST as LONGEST_TYPED
from search.facets import FACETS, NAMELESS, UNKNOWN, Facet
from search.language.repair import LENGTH_LIMIT
from search.parameters import CHOICE_LIMIT, NOT, PLACE_FORM, PLACE_LIMIT, VALUE_LIMIT
from search.query import PAGE_LIMIT, SORTS, VIEWS
from web.browsing import LAST_PAGE, LONGEST
from web.data.schema import DAY, NUMBER, TEXT, Schema, listed, one_of

Parameter = dict[str, Any]

QUERY = "onrecord-query"  # the format of words that can be read; the README says what that is
VALUE: Schema = TEXT | {"maxLength": VALUE_LIMIT}
PLACE: Schema = TEXT | {"pattern": f"^({PLACE_FORM})?$", "maxLength": PLACE_LIMIT}


def in_query(name: str, sentence: str, schema: Schema, example: object) -> Parameter:
    """A parameter that may be missing, or empty, which is the same."""
    usual = {"name": name, "in": "query", "description": sentence, "example": example, "schema": schema}
    return usual | ({} if schema["type"] == "array" else {"allowEmptyValue": True})


def in_path(name: str, sentence: str, schema: Schema, example: str) -> Parameter:
    """A parameter that is part of the path; a slash within it is written %2F."""
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": sentence,
        "example": example,
        "schema": TEXT | {"minLength": 1} | schema,
    }


def _chosen(facet: Facet, before: str, sentence: str) -> Parameter:
    example = next((value for value in facet.labels if value not in NAMELESS), UNKNOWN)
    values = listed(VALUE, maxItems=CHOICE_LIMIT)
    return in_query(before + facet.name, sentence.format(facet.label), values, [example])


def _places(name: str, sentence: str) -> Parameter:
    return in_query(name, sentence, listed(PLACE, maxItems=CHOICE_LIMIT), ["ferry~2"])


WORDS = in_query("q", "Words, in the query language.", TEXT | {"format": QUERY, "maxLength": LENGTH_LIMIT}, "ferry")
CHOICES = (
    *(_chosen(facet, "", "{}: any of these values.") for facet in FACETS),
    *(_chosen(facet, NOT, "{}: none of these values.") for facet in FACETS),
)
DAYS = (
    in_query("from", "The first day.", DAY, "2024-05-01"),
    in_query("to", "The last day, not before the first.", DAY, "2024-05-31"),
)
SORT = in_query("sort", "The order; the first where none is given.", one_of(SORTS), "newest")
VIEW = in_query("view", "By paragraph, folded by article, or by speaker as well.", one_of(VIEWS), "articles")
PAGE = in_query("page", "Which page.", NUMBER | {"maximum": PAGE_LIMIT}, 1)
KEEP = _places("keep", "Paragraphs that were put aside, each as the article's id, “~” and the paragraph's number.")
OPEN = _places("open", "Paragraphs that are shown with their neighbours; only the pages heed it.")

MATCHING = (WORDS, *CHOICES, *DAYS)
SEARCH = (*MATCHING, SORT, VIEW, PAGE, OPEN, KEEP)
BROWSE = (
    *SEARCH,
    in_query("find", "Only values with words that begin so.", TEXT | {"maxLength": LONGEST}, "lee"),
    in_query("at", "Which page of the values.", NUMBER | {"maximum": LAST_PAGE}, 1),
)
TYPED = in_query("q", f"What was typed; {LIMIT} at most complete it.", TEXT | {"maxLength": LONGEST_TYPED}, "fer")

FACET = in_path("name", "The facet.", one_of(facet.name for facet in FACETS), FACETS[0].name)
ARTICLE = in_path("id", "The article's id.", TEXT, "ferry")
SPEAKER = in_path("name", "The speaker's name, in any spelling.", TEXT, "Ann Lee")
OUTLET = in_path("name", "The outlet's name.", TEXT, "Island Wire")
FORM = in_path("form", "The form of the references.", one_of(form.name for form in FORMS), FORMS[0].name)
