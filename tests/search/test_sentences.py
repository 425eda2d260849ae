"""A sentence is a text like any other, and remembers what it was made of."""

import copy
import json
import pickle

from hypothesis import given
from hypothesis import strategies as st

from search.errors import QueryError
from search.sentences import Sentence

BRACES = st.text(alphabet="{}partlimi %s0", max_size=20)


def test_a_sentence_is_the_text_that_it_says() -> None:
    said = Sentence("The query has {count} characters; shorten it to {limit}.", count=1234, limit=512)
    assert said == "The query has 1,234 characters; shorten it to 512."
    assert json.dumps([said]) == '["The query has 1,234 characters; shorten it to 512."]'
    assert (said.template[:23], dict(said.values)) == ("The query has {count} c", {"count": 1234, "limit": 512})


@given(BRACES, BRACES)
def test_whatever_stands_in_a_value_is_said_as_it_stands(part: str, given: str) -> None:
    assert str(QueryError("{part} or {given}", part, given=given)) == f"{part} or {given}"


@given(BRACES)
def test_a_message_with_braces_is_no_accident(message: str) -> None:
    assert str(QueryError(message.replace("{part}", ""), "x")) == message.replace("{part}", "")


def test_an_error_that_is_raised_again_keeps_its_sentence() -> None:
    first = QueryError("{part} reaches too far; NEAR/{limit} is the limit.", "NEAR/99", limit=50)
    again = QueryError(first.sentence, first.part, "NEAR/50")
    assert (str(again), again.sentence, again.repaired) == (str(first), first.sentence, "NEAR/50")
    assert again.sentence.values == {"part": "NEAR/99", "limit": 50}


def test_a_sentence_and_its_error_can_be_copied_and_sent_to_another_process() -> None:
    error = QueryError("{part} stands alone.", "-")
    for other in (copy.deepcopy(error), pickle.loads(pickle.dumps(error))):  # noqa: S301
        assert (str(other), other.part, other.sentence.template) == (str(error), "-", "{part} stands alone.")
