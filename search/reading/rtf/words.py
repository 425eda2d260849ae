"""Words: what the control words of a Rich Text file stand for, as far as a text needs them."""

_pages = "0 1252, 77 10000, 128 932, 129 949, 130 1361, 134 936, 136 950, 161 1253, 162 1254, 163 1258, 177 1255"
_more = "178 1256, 186 1257, 204 1251, 222 874, 238 1250, 254 437, 255 850"
# The code page of each character set that a font may have.
CODE_PAGES = {int(charset): int(page) for charset, page in (p.split() for p in f"{_pages}, {_more}".split(", "))}
CODECS = {10000: "mac_roman", 936: "gb18030", 950: "big5hkscs", 1361: "johab"}
SIGNS = {b"~": "\u00a0", b"_": "-", b"-": "", b"{": "{", b"}": "}", b"\\": "\\"}
WORDS = {b"line": "\n", b"softline": "\n", b"emdash": "—", b"endash": "–", b"bullet": "•"}
WORDS |= {b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”"}
WORDS |= dict.fromkeys((b"tab", b"emspace", b"enspace", b"qmspace"), " ")
ENDS = frozenset({b"par", b"sect", b"page", b"column", b"softpage"})
CELLS = frozenset({b"cell", b"nestcell"})
ROWS = frozenset({b"row", b"nestrow"})
ELSEWHERE = frozenset({b"fonttbl", b"stylesheet", b"title", b"author", b"creatim"})  # is kept, and is no text
SILENT = frozenset(
    b"""
    colortbl pict object objdata fldinst header headerl headerr headerf footer footerl footerr footerf ftnsep
    ftnsepc ftncn aftnsep aftnsepc aftncn annotation atnid atnauthor tc xe rxe txe private nonshppict
    themedata datastore listtable listoverridetable revtbl rsidtbl generator bkmkstart bkmkend filetbl subject
    operator keywords comment doccomm hlinkbase company manager category printim revtim buptim listtext pntext
    pnseclvl do
    """.split()
)
