"""Searching: a generation's files answer queries."""
