"""Keeping: what is remembered from one reindex to the next, so that only what has changed is done again."""
