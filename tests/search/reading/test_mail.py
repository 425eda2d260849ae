"""A message is an article: who sent it, when, its subject and its text."""

import base64
from datetime import date
from email.message import EmailMessage

import pytest

from search.errors import ReadError
from search.model import Article, Fact
from search.reading.mail import articles_of_mail, articles_of_mbox

HTML = """<html><body><div style="display:none">A preview that nobody sees</div>
<table><tr><td><h1>The quay closes</h1><p>The board voted, said <b>Ann Lee</b>.</p></td></tr></table>
<p>View this email in your browser</p><p>You are receiving this because you signed up. <a href="x">Unsubscribe</a></p>
</body></html>"""
WRAPPED = """Hello,

The board voted on Thursday to close the northern quay for a
year, and its head, Ann Lee, said that the cracks had been
known since the winter <https://tarn.example/a/very/long?way>.

- ropes
- nets

https://tarn.example/more

> It was said before.

-- \nThe Courier
"""

JOINED = (
    "The board voted on Thursday to close the northern quay for a year, and its head, Ann Lee, said that the cracks "
    "had been known since the winter."
)


def letter(text: str = "It is over, said Bob Ray.", **headers: str) -> EmailMessage:
    message = EmailMessage()
    given = {"From": "The Courier <news@courier.example>", "Subject": "The quay closes"}
    for name, value in (given | {"Date": "Fri, 31 May 2024 23:30:00 +0300"} | headers).items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


def articles(message: EmailMessage | bytes) -> list[Article]:
    content = message if isinstance(message, bytes) else message.as_bytes()
    found = list(articles_of_mail(content, "mail/quay.eml"))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def texts(message: EmailMessage | bytes) -> list[tuple[str, str]]:
    (one,) = articles(message)
    return [(p.kind, p.text) for p in one.paragraphs]


def test_headers_state_outlet_title_and_the_day_where_the_sender_was() -> None:
    (one,) = articles(b"Content-Language: en-GB\n" + letter(Archived_At="<https://courier.example/1>").as_bytes())
    assert (one.outlet.value, one.outlet.basis) == ("The Courier", "stated")
    assert (one.title.value, one.title.basis) == ("The quay closes", "stated")
    assert (one.published.value, one.published.basis) == (date(2024, 5, 31), "stated")
    assert (one.id, one.url, one.language) == ("quay", "https://courier.example/1", Fact("en", "stated"))


@pytest.mark.parametrize(
    ("sender", "outlet", "basis", "authors"),
    [
        ("Ann Lee at The Courier <ann@courier.example>", "The Courier", "stated", ("Ann Lee",)),
        ('"Ann Lee | The Courier" <ann@courier.example>', "The Courier", "stated", ("Ann Lee",)),
        ("news@mail.courier.example", "courier.example", "inferred", ()),
        ("bob@gmail.com", None, "unknown", ()),
        ("", None, "unknown", ()),
    ],
)
def test_senders(sender: str, outlet: str | None, basis: str, authors: tuple[str, ...]) -> None:
    (one,) = articles(letter("It is over.", From=sender))
    assert (one.outlet.value, one.outlet.basis, one.authors) == (outlet, basis, authors)


def test_koi8_in_base64_is_read_and_so_are_headers_in_it() -> None:
    name = base64.b64encode("Тарнский курьер".encode("koi8-r"))
    subject = "".join(f"={byte:02X}" for byte in "Мост закрыт".encode("koi8-r")).encode()
    text = base64.encodebytes("Мост закроют на год, сказала Анна Ли.".encode("koi8-r"))
    head = b"From: =?koi8-r?B?" + name + b"?= <n@t.example>\r\nSubject: =?koi8-r?Q?" + subject + b"?=\r\n"
    kind = b"Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    (one,) = articles(head + kind + text)
    assert (one.outlet.value, one.title.value) == ("Тарнский курьер", "Мост закрыт")
    assert [p.text for p in one.paragraphs] == ["Мост закроют на год, сказала Анна Ли."]


@pytest.mark.parametrize("charset", ["windows-1252", "none-such", "utf-8"])
def test_letters_that_are_not_what_they_are_said_to_be_are_read_all_the_same(charset: str) -> None:
    head = f"Subject: caf\u00e9\nContent-Type: text/plain; charset={charset}\n\n".encode("cp1252")
    assert texts(head + "The café is shut.".encode("cp1252")) == [("body", "The café is shut.")]


def test_quoted_printable_is_read() -> None:
    head = b"Subject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
    assert texts(head + b"The caf=C3=A9 =\nis shut.") == [("body", "The café is shut.")]


def test_wrapped_lines_are_joined_and_links_quotes_and_signatures_told_apart() -> None:
    assert texts(letter(WRAPPED)) == [
        ("body", "Hello,"),
        ("body", JOINED),
        ("body", "- ropes\n- nets"),
        ("embed", "It was said before."),
        ("boilerplate", "The Courier"),
    ]


def test_flowed_lines_are_joined_by_their_spaces() -> None:
    head = b"Subject: x\nContent-Type: text/plain; format=flowed\n\n"
    assert texts(head + b"The board \nvoted.\nShe left.\n") == [("body", "The board voted.\nShe left.")]


def test_of_plain_text_and_html_the_better_one_is_read_and_its_closing_lines_are_boilerplate() -> None:
    message = letter("The plain one.")
    message.add_alternative(HTML, subtype="html")
    assert texts(message) == [
        ("heading", "The quay closes"),
        ("body", "The board voted, said Ann Lee."),
        ("boilerplate", "View this email in your browser"),
        ("boilerplate", "You are receiving this because you signed up. Unsubscribe"),
    ]


def test_html_without_words_gives_way_to_plain_text() -> None:
    message = letter("The plain one is longer.")
    message.add_alternative("  ", subtype="html")
    assert texts(message) == [("body", "The plain one is longer.")]


def test_attachments_are_mentioned_and_not_read() -> None:
    message = letter()
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a/paper.pdf")
    message.add_attachment("Not read.", filename="notes.txt")
    (one,) = articles(message)
    assert [p.text for p in one.paragraphs] == ["It is over, said Bob Ray."]
    assert one.notes == (
        "what is attached was not read (paper.pdf, notes.txt); save an article that is among it as a file of its own",
    )


def test_an_enclosed_message_is_an_article_of_its_own() -> None:
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "bob@tarn.example", "See this"
    outer.add_attachment(letter())
    (one,) = articles(outer)
    assert (one.id, one.outlet.value, one.title.value) == ("quay-1", "The Courier", "The quay closes")
    outer = letter("See what they write, said Ann.")
    outer.add_attachment(letter())
    assert [one.id for one in articles(outer)] == ["quay", "quay-1"]


def test_a_forwarded_message_is_from_its_first_sender() -> None:
    said = "From: The Courier <news@courier.example>\nDate: Fri, 31 May 2024 at 07:00\nSubject: The quay closes\nTo: B"
    (one,) = articles(
        letter(
            f"---------- Forwarded message ---------\n{said}\n\nThe board voted, said Ann Lee.",
            From="Bob Ray <bob@gmail.com>",
            Subject="Fwd: morning",
            Date="Sat, 1 Jun 2024 08:00:00 +0000",
        )
    )
    assert [(f.value, f.basis, f.paragraph) for f in (one.outlet, one.published, one.title)] == [
        ("The Courier", "inferred", 1),
        (date(2024, 5, 31), "inferred", 1),
        ("The quay closes", "inferred", 1),
    ]
    assert [p.kind for p in one.paragraphs] == ["boilerplate", "body"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_message_of_a_mailbox_is_an_article(end: str) -> None:
    lines = "Hello there.\n\n>From the quay, she said no.\n\n>>From him too.\n\nFrom now on it is closed.\n\n"
    mailbox = "".join(
        f"From n@t.example Fri May 31 07:00:00 2024\nFrom: The Courier <n@t.example>\nSubject: Number {n}\n\n{lines}"
        for n in (1, 2, 3)
    )
    found = list(articles_of_mbox(mailbox.replace("\n", end).encode(), "mail/all.mbox"))
    assert [(one.id, one.title.value) for one in found if isinstance(one, Article)] == [
        ("all-1", "Number 1"),
        ("all-2", "Number 2"),
        ("all-3", "Number 3"),
    ]
    assert {tuple(p.text for p in one.paragraphs) for one in found if isinstance(one, Article)} == {
        ("Hello there.", "From the quay, she said no.", "From him too.", "From now on it is closed.")
    }


def test_a_message_that_cannot_be_read_does_not_stop_the_others() -> None:
    start = "From n@t.example Fri May 31 07:00:00 2024\n"
    mailbox = f"{start}Subject: one\n\n\n\n{start}\nno headers\n\n{start}Subject: three\n\nIt is over.\n"
    found = [str(one) for one in articles_of_mbox(mailbox.encode(), "all.mbox") if isinstance(one, ReadError)]
    assert found == [
        "all.mbox: message 1: has no text; remove it or give it a text",
        "all.mbox: message 2: is no e-mail, for it has no headers; give it the suffix that it needs",
    ]
    assert len(list(articles_of_mbox(mailbox.encode(), "all.mbox"))) == 3


@pytest.mark.parametrize("content", [b"", b"It is over.", b"\n\n"])
def test_what_is_no_mail_is_one_sentence_that_names_the_file(content: bytes) -> None:
    for one in (*articles_of_mail(content, "a.eml"), *articles_of_mbox(content, "a.eml")):
        assert isinstance(one, ReadError)
        assert str(one).startswith("a.eml: is no ")


def test_parts_within_parts_end() -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000))
    (error,) = articles_of_mail(b"Subject: deep\n" + deep, "a.eml")
    assert "nested too deep" in str(error)


def test_a_reply_is_from_who_replies_and_what_it_answers_is_quoted() -> None:
    head = b"From: Ann Lee <ann@harbour.example>\nSubject: RE: The quay\nDate: Mon, 18 Mar 2024 10:12:00 +0000\n\n"
    text = (
        b"It closes in May.\n\nFrom: Bob Ray\nSent: Saturday, 16 March 2024\nSubject: The quay\n\nWhen does it close?\n"
    )
    (one,) = articles_of_mail(head + text, "reply.eml")
    assert isinstance(one, Article)
    assert (one.title.value, one.outlet.value, one.published.value) == ("The quay", "Ann Lee", date(2024, 3, 18))
    assert [p.kind for p in one.paragraphs] == ["body", "boilerplate", "embed"]
