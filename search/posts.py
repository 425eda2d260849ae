"""Posts: how a post from a social network is signed where an article quotes it."""

import re

# - Secretary Lee (@lee) January 9, 2020
SIGNATURE = re.compile(
    r"[-–—]{1,2} ?(?P<name>[^()@\n]{2,80}) \((?P<handle>@\w{1,40})\),? (?P<when>[^\n]{0,40}\d[^\n]{0,20})"
)
HANDLE = " (@"
MOST_HANDLES = 20  # in a text: what has more is no post
BEFORE, AFTER = 84, 110  # characters of a signature before and after the beginning of its handle


def signature_in(text: str) -> re.Match[str] | None:
    """The first signature in a text; it is looked for only about handles, for a text may be all hyphens.

    >>> signature_in("It is late. - Ann Lee (@lee) January 9, 2020")["name"], signature_in("- Ann Lee")
    ('Ann Lee', None)
    """
    at = -1
    for _ in range(MOST_HANDLES):
        at = text.find(HANDLE, at + 1)
        if at < 0:
            return None
        if found := SIGNATURE.search(text, max(0, at - BEFORE), at + AFTER):
            return found
    return None
