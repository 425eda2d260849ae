"""Writing: articles become a generation's files."""
