"""Engines: `memory` is the meaning of a query, `whoosh` keeps it on disk; each promises what search.engine says."""
