"""The same for programs: JSON, feeds, tables and references; importing the modules hangs them on the blueprint."""

import re

from web.data import answers, caching, exports, service
from web.data.blueprint import blueprint

__all__ = ["ASKED_BY_PROGRAMS", "answers", "blueprint", "caching", "exports", "service"]

ASKED_BY_PROGRAMS = re.compile(r"/healthz|/suggestions|/opensearch\.xml|/kept\..*|.*\.(json|atom|csv)", re.DOTALL)
"""Routes and paths at which errors are data, too."""
