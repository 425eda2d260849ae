"""On Record's engine room: articles in; paragraphs with speakers, an index, queries, facets and marks out."""
