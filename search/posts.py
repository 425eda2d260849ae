"""Posts: how a post from a social network is signed where an article quotes it."""

import re

# - Secretary Lee (@lee) January 9, 2020
SIGNATURE = re.compile(
    r"[-–—]{1,2} ?(?P<name>[^()@\n]{2,80}) \((?P<handle>@\w{1,40})\),? (?P<when>[^\n]{0,40}\d[^\n]{0,20})"
)
