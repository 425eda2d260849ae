"""Layout: the files of a generation beside Whoosh's own, and what those who write and those who read them share."""

from search.ranking import WEIGHTS

POSTINGS = ".postings"  # how the names of a segment's files end: the arrays of its words,
FACTS = ".facts"  # those of its documents,
STORED = "._stored.col"  # and what Whoosh stores of them
PAPER = ".paper"  # how the names of files end that whoever made the generation keeps with it
COLUMNS, ALIASES = "columns", "aliases.json"  # of the whole generation: all documents; other names for facet values

FIELDS = tuple(WEIGHTS)  # words are looked for in these
NAME = "MAIN"  # of the index in Whoosh's files
GAP = 100  # positions between two texts of one field, two speakers' names: no phrase and no NEAR reaches over them
PLACE = 32  # bits of a position; a place in a field is the document's number, then these
UNDATED = 0  # the day of what has none: date.toordinal() counts from 1
