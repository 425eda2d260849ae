"""The same for programs: JSON, feeds, tables and references; importing the modules hangs them on the blueprint."""

from web.data import answers, exports, service
from web.data.blueprint import blueprint

__all__ = ["PATHS", "SUFFIXES", "answers", "blueprint", "exports", "service"]

PATHS = frozenset({"/healthz", "/kept.<form>"})
SUFFIXES = (".json", ".atom", ".csv")
"""Where programs ask: errors are data there, too."""
