"""Records: the shapes of what stands by itself: an article, a speaker, an outlet, kept paragraphs, the index."""

from typing import get_args

from search.citing import FORMS
from search.facets import ACTS
from search.model import ParagraphKind, SpeakerKind, StatementKind
from search.parameters import CHOICE_LIMIT
from web.data.schema import (
    COUNT,
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    Schema,
    counted_by,
    listed,
    maybe,
    one_of,
    record,
    shape,
    told,
)
from web.data.shapes import HIT, MONTH_OR_UNKNOWN, RESULTS

FACTS = ("title", "outlet", "published", "language")
TOLD = ("failed", "noted", "passed_over", "refused")

ARTICLES: dict[str, Schema] = {
    "Article": record(
        "An article as it was read.",
        {
            "id": TEXT,
            **{name: maybe(DAY if name == "published" else TEXT) for name in FACTS},
            "basis": record("Whether each is stated, or inferred and from what.", dict.fromkeys(FACTS, TEXT)),
            "authors": listed(TEXT),
            "url": maybe(TEXT),
            "source": told(TEXT, "The path of its file within its source."),
            "notes": told(listed(TEXT), "Sentences on what was wrong with the file."),
            "supported": told(FLAG, "Whether its language is one in which statements are looked for."),
            "paragraphs": listed(shape("Paragraph")),
        },
    ),
    "Paragraph": record(
        "A paragraph of an article.",
        {
            "number": NUMBER,
            "kind": one_of(get_args(ParagraphKind)),
            "text": TEXT,
            "speakers": listed(TEXT),
            "statements": listed(shape("Statement")),
            "landing": maybe(TEXT),
        },
    ),
    "Statement": record(
        "Words that are reported in a paragraph, and who said them.",
        {
            "start": told(COUNT, "Where they begin in its text, in characters."),
            "end": told(COUNT, "Where they end; that character is not among them."),
            "speaker": told(maybe(TEXT), "Null where nobody knows."),
            "kind": one_of(get_args(StatementKind)),
            "cue": told(TEXT, "The words that report them."),
            "act": told(maybe(one_of(ACTS)), "What the cue makes of them."),
            "day": told(maybe(DAY), "When they were spoken, as far as the text says so."),
            "venue": told(maybe(TEXT), "Where, as far as the text says so."),
            "evidence": shape("Evidence"),
        },
    ),
    "Evidence": record(
        "Why this speaker.",
        {
            "rule": TEXT,
            "words": told(TEXT, "The words that it rests on."),
            "paragraph": told(NUMBER, "Where the speaker was named."),
            "confidence": {"type": "number", "minimum": 0, "maximum": 1},
        },
    ),
}
PEOPLE: dict[str, Schema] = {
    "Speaker": record(
        "Who a speaker is, and what that one said.",
        {
            "name": TEXT,
            "kind": told(maybe(one_of(get_args(SpeakerKind))), "Null for what stands for nobody in particular."),
            "roles": listed(shape("Role")),
            "spellings": told(listed(TEXT), "Other names, the most frequent first."),
            **RESULTS,
        },
        {"speakers"},
    ),
    "Role": record(
        "A role in which somebody spoke.", {"name": TEXT, "count": NUMBER, "first": maybe(DAY), "last": maybe(DAY)}
    ),
    "Outlet": record(
        "What stands in an outlet.",
        {"name": TEXT, "coverage": told(counted_by(MONTH_OR_UNKNOWN), "Articles of each month."), **RESULTS},
        {"speakers"},
    ),
}
INDEX: dict[str, Schema] = {
    "Kept": record(
        "The paragraphs that were asked for.",
        {
            "paragraphs": listed(shape("KeptParagraph"), maxItems=CHOICE_LIMIT),
            "gone": told(listed(TEXT, maxItems=CHOICE_LIMIT), "Those that have left the index."),
        },
    ),
    "KeptParagraph": record(
        "A paragraph, with its references.",
        HIT | {"references": record("By the name of their form.", {form.name: TEXT for form in FORMS})},
    ),
    "Status": record(
        "What is indexed.",
        {
            **dict.fromkeys(("articles", "paragraphs", "statements", "speakers"), COUNT),
            "built": told(maybe(TEXT), "When, in UTC."),
            "generation": told(TEXT, "The name of the generation that answers."),
            "fingerprint": told(TEXT, "What stands for the form of the index."),
            "older": told(TEXT, "Why it is older than its sources, by the last look at them; empty where it is not."),
            "without_outlet": COUNT,
            "without_date": COUNT,
            "coverage": listed(shape("Coverage")),
            "report": told(maybe(shape("Report")), "What the last reindex said."),
        },
    ),
    "Coverage": record(
        "How many articles of an outlet in a month; both may be “unknown”.",
        {"outlet": TEXT, "month": TEXT | {"pattern": MONTH_OR_UNKNOWN}, "articles": NUMBER},
    ),
    "Report": record(
        "Sentences, by what they are about; of very many the first ones.",
        {
            **dict.fromkeys(TOLD, listed(TEXT)),
            "counts": record("How many sentences of each kind there are.", dict.fromkeys(TOLD, COUNT)),
        },
    ),
    "Health": record(
        "That searches can be answered, and from what.",
        {
            "status": one_of(("ok",)),
            "articles": COUNT,
            "paragraphs": COUNT,
            "built": TEXT,
            "parser": told(TEXT, "The model that helped to attribute; empty where none did."),
        },
    ),
    "Error": record(
        "Why there is no answer.",
        {
            "error": told(TEXT, "A sentence that names what is wrong."),
            "part": told(TEXT, "The part of the query at fault, or the parameter; may be empty."),
            "repaired": told(TEXT, "Words that can be read instead; may be empty."),
        },
    ),
}
