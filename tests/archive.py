"""An invented island archive: statements of several kinds, in several years, outlets, places and languages."""

from dataclasses import replace
from datetime import date

from examples import article, paragraph

from search.model import Article, Evidence, Fact, Paragraph, Span, Speaker, Statement, StatementKind

ROLES = {"Ann Lee": "harbour master", "Odd Ruun": "mayor of Tarn", "Ida Voss": "engineer", "مريم حداد": "وزيرة النقل"}
ARABIC = "قالت مريم حداد: «لن يفتح الجسر قبل الربيع»، ثم غادرت القاعة."
HEBREW = "„הגשר ייפתח באביב”, אמרה נועה שלו."  # quotation marks as Hebrew papers once had them


def spoken(
    text: str, name: str | None, words: str, act: str = "said", venue: str = "", kind: StatementKind = "direct"
) -> Paragraph:
    """A paragraph in which somebody says these of its words."""
    where = Span(start := text.index(words), start + len(words))
    speaker = Speaker(name, role=ROLES.get(name, ""), forms=(name,)) if name else None
    return paragraph(
        text, Statement(where, words, kind, speaker, act, Evidence("test", name or "", 1), 0.9, act, None, venue)
    )


def reported(id: str, outlet: str, day: str, *paragraphs: Paragraph, language: str = "en", title: str = "") -> Article:
    """An article that says when, where and in which language it stood."""
    made = article(
        id,
        *paragraphs,
        outlet=outlet,
        published=date.fromisoformat(day) if day else None,
        title=title,
        raw="\n\n".join(p.text for p in paragraphs),
    )
    return replace(made, url=f"https://outlet.example/{id}", language=Fact(language, "stated"))


def lee(n: int, day: str, act: str = "said", outlet: str = "The Tarn Post") -> Article:
    """A paragraph of Ann Lee's about the bridge between two in which nobody speaks."""
    return reported(
        f"lee-{n}",
        outlet,
        day,
        paragraph(f"The council met for the {n}. time."),
        spoken(f"“The bridge stays shut, part {n},” said Ann Lee.", "Ann Lee", f"The bridge stays shut, part {n}", act),
        paragraph(f"It went on for {n} hours."),
        title=f"Council, part {n}",
    )


ARCHIVE = (
    lee(1, "2019-07-01"),
    lee(2, "2024-05-03", "promised"),
    lee(3, "2024-05-03", "denied", "Island Wire"),
    lee(4, "2024-06-11"),
    reported(
        "talks",
        "Island Wire",
        "2024-05-20",
        spoken(
            "Odd Ruun warned that the bridge may fall.", "Odd Ruun", "the bridge may fall", "warned", kind="indirect"
        ),
        spoken("“No bridge, no bread,” Ida Voss told the inquiry.", "Ida Voss", "No bridge, no bread", venue="inquiry"),
        spoken("“A bridge is a promise,” said Odd Ruun.", "Odd Ruun", "A bridge is a promise", "said", "inquiry"),
        spoken("Somebody said the bridge was paid for.", None, "the bridge was paid for", kind="indirect"),
        paragraph("The bridge was built in 1950."),
        title="Talks",
    ),
    reported("undated", "", "", paragraph("A bridge timetable, found in a drawer."), title=""),
    reported(
        "arabic",
        "صحيفة الجزيرة",
        "2024-06-12",
        spoken(ARABIC, "مريم حداد", "لن يفتح الجسر قبل الربيع"),
        language="ar",
        title="الجسر مغلق",
    ),
    reported(
        "hebrew",
        "עיתון האי",
        "2024-06-13",
        spoken(HEBREW, "נועה שלו", "הגשר ייפתח באביב"),
        language="he",
        title="הגשר",
    ),
)
