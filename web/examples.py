"""Examples: what a search can say, each with what it finds; the page of help prints them, and a test searches them."""

from web.translating import N_

EXAMPLES = (
    ("bridge ferry", N_("paragraphs with both words; of three or more words at least two")),
    ('"at present"', N_("these words exactly as written, side by side")),
    ("bridge OR ferry", N_("either of them")),
    ("bridge -ferry", N_("the first and not the second; NOT does the same")),
    ("(bridge OR ferry) AND closed", N_("parts put together; operators are in capitals")),
    ("bridg*", N_("every word that begins so; three letters at least")),
    ("brigde~", N_("words that differ in one letter; brigde~2 in two")),
    ("bridge NEAR/5 closed", N_("both, with at most five words between them; NEAR alone means ten")),
    ("speaker:torvik", N_("what somebody of that name said, however the name is spelt")),
    ('said:"we will"', N_("words inside what somebody said, not merely in the paragraph")),
    ("title:bridge", N_("articles with the word in their title")),
    ("outlet:courier", N_("articles of outlets with the word in their name")),
    ("date:2024-05..2024-09", N_("what was published in these months; a year, a month or a day is enough")),
    ('with:"Ragna Eide" -speaker:"Ragna Eide"', N_("what others say in the articles in which somebody speaks")),
)
