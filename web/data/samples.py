"""Samples: what answers look like, from an invented island press."""

from typing import Any

from search.facets import FACETS
from search.landing import landing

SAID = "“The ferry stays in the harbour,” said Ann Lee."
ADDRESS = "https://tarnpost.example/ferry"

HIT: dict[str, Any] = {
    "id": "ferry#p2",
    "article": "ferry",
    "number": 2,
    "kind": "body",
    "text": SAID,
    "speakers": ["Ann Lee"],
    "outlet": "The Tarn Post",
    "published": "2024-05-31",
    "title": "The last ferry",
    "language": "en",
    "url": ADDRESS,
    "landing": landing(ADDRESS, SAID),
    "href": "/article/ferry#p2",
    "snippet": SAID.replace("ferry", "<mark>ferry</mark>"),
}
VALUE = {
    "value": "Ann Lee",
    "label": "Ann Lee",
    "count": 1,
    "selected": False,
    "excluded": False,
    "toggle_url": "/search.json?q=ferry&speaker=Ann+Lee",
    "exclude_url": "/search.json?q=ferry&not-speaker=Ann+Lee",
}
EVIDENCE = {"rule": "said X", "words": "Ann Lee / said", "paragraph": 2, "confidence": 0.93}
STATEMENT = {
    "start": 1,
    "end": 31,
    "speaker": "Ann Lee",
    "kind": "direct",
    "cue": "said",
    "act": "said",
    "day": None,
    "venue": None,
    "evidence": EVIDENCE,
}
SEARCH = {
    "total": 1,
    "articles": 1,
    "page": 1,
    "pages": 1,
    "hits": [HIT],
    "facets": {facet.name: [VALUE] if facet.name == "speaker" else [] for facet in FACETS},
    "months": {"2024-05": 1},
    "days": {},
    "notes": [],
    "did_you_mean": {"words": "ferries", "total": 3, "url": "/search.json?q=ferries"},
    "relaxed": [],
}
COMPLETION = {
    "kind": "speaker",
    "text": "Ann Lee",
    "label": "Speaker",
    "count": 12,
    "facet": "speaker",
    "value": "Ann Lee",
    "url": "/search?speaker=Ann+Lee",
}
ERROR = {
    "error": "A quotation mark is opened and not closed: “the ferry",
    "part": '"the ferry',
    "repaired": "the ferry",
}

SAMPLES: dict[str, dict[str, Any]] = {
    "Search": SEARCH,
    "Hit": HIT,
    "FacetValue": VALUE,
    "Statement": STATEMENT,
    "Evidence": EVIDENCE,
    "Completion": COMPLETION,
    "Relaxed": {"dropped": "word", "total": 3, "url": "/search.json?q=ferry"},
    "Role": {"name": "harbour master", "count": 4, "first": "2023-02-01", "last": "2024-05-31"},
    "Coverage": {"outlet": "The Tarn Post", "month": "2024-05", "articles": 7},
    "Error": ERROR,
}
