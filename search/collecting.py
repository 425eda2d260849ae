"""Collecting: Python looks for circles of objects now and then; work that makes very many objects and none is spared.

Without it who is who among 20,000 speakers takes little more than half the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for none until this ends; what is dropped is freed all the same."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
