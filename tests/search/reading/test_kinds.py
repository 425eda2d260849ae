"""What each paragraph is, by its form alone."""

import pytest

from search.reading.kinds import kind_of, paragraphs_of

POST = "Went to the harbour today. It was shut."
SIGNED = [
    "- Odd Ruun (@oddruun) May 31, 2024",
    "— Odd Ruun (@oddruun) May 31, 2024",
    "–Harbour Office (@harbour_1), 31 May 2024",
]
ENDED = [
    "市长说：“我们等了三年。”",
    "港の橋は閉鎖された。",
    "महापौर ने कहा, हम रुकेंगे।",
    "ראש העיר אמר׃",
    "Le maire a dit : « Nous attendons. »",
    "Sie sagte: „Wir warten seit drei Jahren.“",
    "北港大桥将于八月关闭维修而市长星期五在会上说春天以前不会重新开放因为没有人愿意付钱给他们",
    "“The owls are back,” said ranger Ada Penhale. Read more",
]
KINDS = {
    "heading": [
        "The long wait",
        "“Nobody told us”",
        "Harbour 2030",
        "¿Qué pasa con el ferry",
        "Prof. Lee sails",
        "北港大桥关闭",
        "Мост закрыт",
    ],
    "body": [
        "The ferry was late.",
        "“I waited,” she said.",
        "he waited",
        "Three things:",
        "x" * 91,
        "A " * 15 + "B",
        *ENDED,
    ],
    "caption": [
        "• The pier at low water\n  • Tarn Wire\n  • © Odd Ruun",
        "· The pier",
        "Photo: Ann Lee / Tarn Wire",
        "© Tarn Wire 2024",
        "- The pier\n- © Ann Lee",
    ],
    "footnote": ["* “Black Oar” - the club was dissolved in 2019.", "† The island counts twice.", "[1] Harbour rolls"],
    "boilerplate": ["To gallery page", "Read also: The pier", "Advertisement", "Follow us on Chirper", "Subscribe now"],
    "embed": [f"{POST}\n{line}" for line in SIGNED],
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in KINDS.items() for text in texts])
def test_a_paragraph_is_of_a_kind(kind: str, text: str) -> None:
    assert kind_of(text) == kind


@pytest.mark.parametrize("signature", SIGNED)
def test_a_post_and_its_signature_are_embedded_and_the_text_around_is_not(signature: str) -> None:
    paragraphs = paragraphs_of(f"He wrote this.\n\n{POST}\n\n{signature}\n\nNobody replied.")
    assert [paragraph.kind for paragraph in paragraphs] == ["body", "embed", "embed", "body"]


def test_a_signature_that_stands_first_signs_nothing() -> None:
    assert [paragraph.kind for paragraph in paragraphs_of(f"{SIGNED[0]}\n\nThe ferry was late.")] == ["embed", "body"]


def test_a_dash_and_a_name_in_a_sentence_are_no_signature() -> None:
    assert kind_of("The master - Odd Ruun - retired on May 31, 2024.") == "body"


def test_blank_lines_part_paragraphs_and_numbers_count_from_one() -> None:
    paragraphs = paragraphs_of("\n\n  One was late.\n \t\n\n\nTwo was\nlater.\n\n")
    assert [(paragraph.number, paragraph.text) for paragraph in paragraphs] == [
        (1, "One was late."),
        (2, "Two was\nlater."),
    ]


@pytest.mark.parametrize(
    "text", ["•" * 5000 + "\nx", "- ©" + "-" * 5000 + "\nx", "• " * 5000 + "\nx", "*" * 5000, "-" * 5000]
)
def test_no_row_of_marks_takes_long(text: str) -> None:
    assert kind_of(text) in {"body", "caption", "heading"}


@pytest.mark.parametrize(
    "text",
    [
        "-30-",
        "ENDS",
        "(MORE)",
        "Read the full story",
        "The post Tolls fall appeared first on The Tarn Courier.",
        "Press contact: Ann Lee, ann@harbour.example",
        "LENGTH: 312 words",
        "Copyright 2024 Tarn Newspapers Ltd. All Rights Reserved",
    ],
)
def test_what_newsrooms_programs_and_databases_put_around_a_text_is_boilerplate(text: str) -> None:
    assert kind_of(text) == "boilerplate"
