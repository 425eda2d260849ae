"""The Whoosh engine: an index in files that answers without a server; nothing else in On Record knows Whoosh."""

from search.engines.whoosh.engine import WhooshEngine

__all__ = ["WhooshEngine"]
