"""A signature is found where the pattern alone would find it, and a text of hyphens costs nothing."""

from hypothesis import given
from hypothesis import strategies as st

from search.posts import AFTER, MOST_HANDLES, SIGNATURE, signature_in

PIECES = ("- ", "—", " (@lee)", " (@", "(@a_b), ", "Ann Lee", "x" * 41, "\n", "May 3, 2024", ") ", "@", "1")
texts = st.lists(st.sampled_from(PIECES), max_size=MOST_HANDLES).map("".join)


@given(texts)
def test_a_signature_is_the_one_that_the_pattern_finds(text: str) -> None:
    found, whole = signature_in(text), SIGNATURE.search(text)
    assert (found and found.span()) == (whole and whole.span())


def test_a_text_of_many_handles_is_no_post() -> None:
    assert signature_in(" (@" * MOST_HANDLES + "x" * AFTER + "- Ann Lee (@lee) 2024") is None
    assert signature_in("- Ann Lee (@lee) 2024" + " (@" * MOST_HANDLES)
