"""Articles in whatever script are found by a word inside a sentence, as its readers would type it, and it is marked."""

import pytest
from examples import article, paragraph

from search.answer import snippet_of
from search.engine import Engine
from search.engines.memory import MemoryEngine
from search.engines.whoosh import WhooshEngine
from search.query import Query

TEXTS = {
    "zh": "北港大桥将于八月关闭维修，市长星期五在会上表示。",
    "ja": "港の橋は八月に閉鎖されると市長が金曜日に語った。",
    "ko": "항구의 다리를 팔월에 닫는다고 시장이 금요일에 말했다.",
    "th": "สะพานท่าเรือจะปิดในเดือนสิงหาคมนายกเทศมนตรีกล่าว",
    "my": "ဆိပ်ကမ်းတံတားကို ဩဂုတ်လတွင် ပိတ်မည်။",
    "km": "ស្ពានកំពង់ផែនឹងបិទនៅខែសីហា",
    "hi": "बंदरगाह का पुल अगस्त में बंद रहेगा, महापौर ने कहा।",
    "ar": "قال رئيس البلدية إن جسر الميناء سيُغلق في أغسطس.",
    "fa": "شهردار گفت پل بندر در ماه اوت بسته می\u200cشود.",
    "he": "הגשר בנמל ייסגר באוגוסט, אמר ראש העיר.",
    "el": "Η γέφυρα του λιμανιού θα κλείσει τον Αύγουστο.",
    "ta": "துறைமுகப் பாலம் ஆகஸ்டில் மூடப்படும்.",
}
TYPED = {
    "zh": "大桥",
    "ja": "市長",
    "ko": "다리",
    "th": "ท่าเรือ",
    "my": "တံတား",
    "km": "បិទ",
    "hi": "पुल",
    "ar": "سيغلق",
    "fa": "می\u200cشود",
    "he": "הגשר",
    "el": "γεφυρα",
    "ta": "பாலம்",
}


@pytest.fixture(scope="module", params=[MemoryEngine, WhooshEngine])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Each engine over all these texts."""
    made: Engine = MemoryEngine() if request.param is MemoryEngine else WhooshEngine(tmp_path_factory.mktemp("index"))
    made.build([article(language, paragraph(text)) for language, text in TEXTS.items()])
    return made


@pytest.mark.parametrize("language", TEXTS)
def test_a_word_is_found_in_its_text_alone_and_marked(engine: Engine, language: str) -> None:
    results = engine.search(Query(TYPED[language]))
    assert [hit.article.id for hit in results.hits] == [language]
    piece = snippet_of(results.hits[0], results)
    assert [mark.of(piece.text) for mark in piece.marks] == [marked(language)]


def marked(language: str) -> str:
    """What is to be marked: the word as it stands in the text."""
    return {"ar": "سيُغلق", "el": "γέφυρα"}.get(language, TYPED[language])


def test_letters_that_stand_apart_are_not_a_word(engine: Engine) -> None:
    assert engine.search(Query("桥大")).total == 0
