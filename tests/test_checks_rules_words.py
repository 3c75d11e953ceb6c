"""The small rules on words, a line for each: which of them oblige, allow or deny."""

from __future__ import annotations

import pytest
from small import catalogue
from test_checks_rules import claim, found, rows

from figures.checks import check

# What the words say of a number: text | its amount | what the catalogue says | findings

SAID = """
# According to whom: it holds for the whole sentence
According to the estimates, it sold 5 t.            | 5 t | status: E        |
According to the estimates, it sold 5 t.            | 5 t | status: F        | amount-status
According to the projections, it sells 5 t.         | 5 t | status: F        |
According to the projections, it sells 5 t.         | 5 t | status: A        | amount-status
Under the new plans, it sells 5 t.                  | 5 t | nature: plan     |
Under the new plans, it sells 5 t.                  | 5 t | status: A        | amount-status amount-nature
Based on the forecast, it sells 5 t.                | 5 t | status: A        | amount-status
The bank's calculations say that 5 t is there.      | 5 t | status: A        | amount-status
The bank's predictions for ore indicate 5 t.        | 5 t | status: A        | amount-status
It sold 5 t according to the estimates.             | 5 t | status: A        |
# Suppositions end with their comma
If approved, it sold 5 t.                           | 5 t | status: A        |
If approved, it sold 5 t.                           | 5 t | nature: potential | amount-nature
If approved it sells 5 t.                           | 5 t | nature: potential |
Supposing a fall, it sold 5 t.                      | 5 t | nature: potential | amount-nature
Unless it sells 5 t, it will close.                 | 5 t | status: A        | amount-status amount-nature
Whether it sold 5 t is open.                        | 5 t | status: A        | amount-nature
Assuming a loss of 5 t, it will close.              | 5 t | status: A        | amount-status amount-nature
# A noun with an amount of its own speaks of no other
With a forecast of 3 t, it sold 5 t.                | 5 t | status: A        |
With a forecast for 3 t, it sold 5 t.               | 5 t | status: A        |
It has 3 t of capacity and sold 5 t.                | 5 t | status: A        |
It has 3 t in new capacity and sold 5 t.            | 5 t | status: A        |
It has 5 t of spare capacity.                       | 5 t | nature: capacity |
The capacity of 3 to 5 t is used.                   | 5 t | nature: capacity; role: high |
The capacity of 3 t and 5 t is used.                | 5 t | nature: capacity |
# A word that leads on does not speak of where a change starts
It is expected to rise from 5 t to 8 t.             | from 5 t | role: from; status: A |
It is expected to rise from 5 t to 8 t.             | to 8 t   | role: to; status: A   | amount-status
It will rise from 5 t to 8 t.                       | from 5 t | role: from; status: A |
It will rise from 5 t to 8 t.                       | to 8 t   | role: to; status: F   |
# The sentence before, where this one points back
Four mines are planned. Some of them have 5 t.      | 5 t | nature: plan     |
Four mines are planned. Of these 5 t is ore.        | 5 t | nature: plan     |
Four mines are planned. Of these 5 t is ore.        | 5 t | status: A        | amount-status amount-nature
Four mines are planned. There 5 t is ore.           | 5 t | status: A        |
# Another clause
It is expected to grow—5 t was sold.                | 5 t | status: A        |
It is expected to grow: 5 t was sold.               | 5 t | status: A        |
It is expected to grow (5 t was sold).              | 5 t | status: A        |
It is expected to grow, selling 5 t of it.          | 5 t | status: A        |
It is expected to grow, up from 5 t of it.          | 5 t | status: A        |
# Near words
A target of 3 ships and 5 mines stands.             | 5 mines | nature: plan  |
They hit 3 targets and sold 5 t.                    | 5 t | status: A        |
The forecast was 5 t.                               | 5 t | status: F        |
The forecast was 5 t.                               | 5 t | status: A        | amount-status
It sold the 5 t planned for May.                    | 5 t | status: A        |
It needs the 5 t planned for May.                   | 5 t | nature: plan     |
It needs the 5 t planned for May.                   | 5 t | status: A        | amount-status amount-nature
It needs 5 t pledged by banks.                      | 5 t | nature: plan     |
It needs the 5 ships planned for May.               | 5 ships | nature: plan  |
It needs 5 ships planned for May.                   | 5 ships | status: A     |
"""


@pytest.mark.parametrize(("text", "words", "fields", "codes"), rows(SAID))
def test_words_say_what_a_number_is(text, words, fields, codes):
    value = words.split(" ", 1)[1] if words.startswith(("from ", "to ")) else words
    value = {"5 mines": "5 mine", "5 ships": "5 ship"}.get(value, value)
    made = catalogue(claim(text, words, value, fields), text=text)
    assert found(made) == set(codes.split())


# Which words oblige: text | amount | what the catalogue says | findings

GOVERNED = """
# Behind the number: a participle, or the verb whose subject it is
It needs the 5 t originally planned for May.        | 5 t | status: A    | amount-status amount-nature
It needs the 5 t that was planned for May.          | 5 t | status: A    | amount-status amount-nature
It needs the 5 t planned town.                      | 5 t | status: A    |
It needs the 5 t planned.                           | 5 t | status: A    | amount-status amount-nature
It needs those 5 ships planned for May.             | 5 ships | status: A | amount-status amount-nature
It needs new 5 ships planned for May.               | 5 ships | status: A |
Some 5 t is expected to be lost.                    | 5 t | status: A; bound: "~" | amount-status
It said 5 t would be lost.                          | 5 t | status: A    | amount-status
It said 5 t of the ore would be lost.               | 5 t | status: A    | amount-status
It said 5 t more ore would be lost.                 | 5 t | status: A    | amount-status
It said 5 t sold there would be lost.               | 5 t | status: A    |
It sold 5 t it would have.                          | 5 t | status: A    |
A quay, to cost 5 EUR, is planned.                  | 5 EUR | status: A  | amount-status amount-nature
A quay, costing 5 EUR, is planned.                  | 5 EUR | status: A  |
# Before the number, unless something parts them
It expects 5 t.                                     | 5 t | status: A    | amount-status
It expects, they say, 5 t.                          | 5 t | status: A    | amount-status
It expects him after 5 t.                           | 5 t | status: A    |
It expects not 5 t.                                 | 5 t | status: A    | amount-denied
It expects its 5 t.                                 | 5 t | status: A    |
It expects and has 5 t.                             | 5 t | status: A    |
It was planned 5 years ago.                         | 5 years | status: A |
It plans to keep 5 years.                           | 5 years | status: A | amount-status amount-nature
It could be as much as 5 t.                         | 5 t | status: A; bound: "<=" | amount-status amount-nature
The target for wheat is 5 t.                        | 5 t | status: A    | amount-status amount-nature
The target for new wheat exports is 5 t.            | 5 t | status: A    | amount-status amount-nature
The plan for wheat pleased 5 t.                     | 5 t | status: A    |
The capacity is used by 5 t.                        | 5 t | status: A    |
The nameplate capacity is 5 t.                      | 5 t | status: A    | amount-nature
It has a capacity, they say, of 5 t.                | 5 t | status: A    | amount-nature
The forecast that 5 t goes is new.                  | 5 t | status: A    | amount-status
The target from 2 t to 5 t is new.                  | to 5 t | role: to; status: A  | amount-status amount-nature
Possibly 5 t is there.                              | 5 t | status: A    | amount-status amount-nature
Possibly the biggest is 5 t.                        | 5 t | status: A    |
The potential is 5 V.                               | 5 V | status: A    |
The potential is 5 t.                               | 5 t | status: A    | amount-status amount-nature
It will rise from 2 t to 5 t.                       | to 5 t | role: to; status: A  | amount-status
# Rows
It will build 3 ships and 5 mines.                  | 5 mines | status: A | amount-status
It will build 3 ships, 4 ferries and 5 mines.       | 5 mines | status: A | amount-status
It will build 3 ships, which have 5 mines.          | 5 mines | status: A |
It will build 3 ships, 5 mines.                     | 5 mines | status: A |
It will build 3 ships and 5 mines were sold.        | 5 mines | status: A |
# Not, or not surely, so
It would have sold 5 t.                             | 5 t | status: A    | amount-status
It would have sold its 5 t.                         | 5 t | status: A    |
It should sell 5 t.                                 | 5 t | status: A    | amount-status
It ought to sell 5 t.                               | 5 t | status: A    | amount-status
They wish they had 5 t.                             | 5 t | status: A    | amount-status
It would have stayed where it sold 5 t.             | 5 t | status: A    |
Then 5 t would have gone.                           | 5 t | status: A    | amount-status
The owner of 5 t would have gone.                   | 5 t | status: A    |
It would have sold 5 t.                             | 5 t | status: F    |
"""


@pytest.mark.parametrize(("text", "words", "fields", "codes"), rows(GOVERNED))
def test_word_obliges_where_it_governs_the_number(text, words, fields, codes):
    value = {"to 5 t": "5 t"}.get(words, words.removesuffix("s") if words[-5:] in {"ships", "mines"} else words)
    made = catalogue(claim(text, words, value, fields), text=text)
    assert found(made) - {"amount-denied?"} == set(codes.split())


# Words close by, which allow and oblige to nothing: text (⏎ for a line's end) | fields of "5 t" | findings

ALLOWED = """
A survey was made. It weighs 5 t.                  | status: E        |
A survey was made. The ore weighs 5 t.             | status: E        | amount-status
A survey was made.⏎⏎It weighs 5 t.                 | status: E        | amount-status
Survey of ore⏎⏎The ore weighs 5 t.                 | status: E        |
It weighs 5 t, says a survey.                      | status: E        |
It weighs 5 t. A survey was made.                  | status: E        | amount-status
It reportedly weighs 5 t.                          | status: E        |
It weighs about 5 t.                               | status: E; bound: "~" |
It weighs 5 t, says the outlook.                   | status: F        |
It weighs 5 t next.                                | status: F        |
It weighs 5 t by 2025.                             | status: F; period: "2025" |
It weighs 5 t in a hall.                           | status: F        | amount-status
It may weigh 5 t.                                  | status: F        |
In May it weighs 5 t.                              | status: F        | amount-status
It seats 5 t.                                      | nature: capacity |
It weighs 5 t in a hall.                           | nature: capacity | amount-nature
It has scope for 5 t.                              | nature: potential |
It has room for 5 t.                               | nature: potential | amount-nature
It has signed for 5 t.                             | nature: plan     | amount-nature
It signs for 5 t.                                  | nature: plan     |
It loads 5 t.                                      | nature: flow     |
It is 5 t/day.                                     | nature: capacity | amount-nature
It sold 5 t, short of the 8 t planned.             | nature: plan     | amount-nature
It sold 5 t, short of the 8 t planned.             | status: F        | amount-status
The 8 t planned are not the 5 t sold.              | status: A        |
# Several amounts
It will in 3 years sell 5 t.                       | status: A        | amount-status
It will for 3 days sell 5 t.                       | status: F        |
It will triple to 5 t.                             | status: A        | amount-status
It will add 3% to get 5 t.                         | status: A        | amount-status
It will sell 3 kg of tin in a hall of 5 t.         | status: A        |
The goal is 8 t; 5 t is there.                     | status: A        |
It was planned and has sold 5 t.                   | status: A        |
It has sold 5 t.                                   | status: F        | amount-status
It was estimated that it sold 5 t.                 | status: E        |
It was estimated that it sold 5 t.                 | status: A        |
"""


@pytest.mark.parametrize(("text", "fields", "codes"), rows(ALLOWED))
def test_words_close_by_allow_what_no_word_says(text, fields, codes):
    text = text.replace("⏎", "\n")
    quote = next(part for part in text.replace("\n", ". ").split(". ") if "5 t" in part).rstrip(".")
    value = "5 t/day" if "5 t/day" in text else "5 t"
    assert found(catalogue(claim(quote, value, value, fields), text=text)) - {"amount-denied?"} == set(codes.split())


# Denials: text of "5 Mt" | "" stated, "?" left to a reader, or the word that denies it

DENIALS = """
# Just before the number, or before the verb of which it is the measure
It was never about 5 Mt.                       | never
It sold neither 5 Mt nor 8 Mt.                 | neither
It hasn't reached 5 Mt.                        | hasn't
It has not yet even reached 5 Mt.              | not
It failed to ship 5 Mt.                        | failed to
It has yet to sell 5 Mt.                       | yet to
It did not at any point sell 5 Mt.             | not
It did not have to sell to 5 Mt.               | ?
It did not only sell 5 Mt.                     |
No mine has ever sold 5 Mt.                    | No
Nobody sold 5 Mt.                              | Nobody
No one sold 5 Mt.                              | No one
None of the mines sold 5 Mt.                   | None of the
No. 4 sold 5 Mt.                               |
# Something instead of it
It sold tin instead of 5 Mt.                   | instead of
It sold nowhere near 5 Mt.                     | nowhere near
It is far from reaching 5 Mt.                  | far from
It is anything but 5 Mt.                       | anything but
# Denied or false that
It denied having sold 5 Mt.                    | denied having
It is simply untrue that it sold 5 Mt.         | is simply untrue that
There is no evidence that it sold 5 Mt.        | no evidence that
It dismissed the claim that it sold 5 Mt.      | dismissed the claim that
It never denied that it sold 5 Mt.             | ?
It denied that the man who sold 5 Mt left.     | ?
It denied that fees rose, and sold 5 Mt.       |
Reports that it sold 5 Mt were unfounded.      | were unfounded
Reports that it sold 5 Mt are a hoax.          | are a hoax
Reports that it sold 5 Mt came in.             |
# Not reached
The target of 5 Mt was not reached.            | was not
The target of 5 Mt was never yet met.          | was never
The claim of 5 Mt is untrue.                   | is untrue
The target of 5 Mt was reached.                |
# What is there, came about later or is only supposed is not denied
It did not sell its 5 Mt.                      | ?
It did not sell 5 Mt until May.                |
Had it not sold 5 Mt, it said, fine.           | ?
It asked whether it had not sold 5 Mt.         | ?
# Words that may deny something else
It was not shut for 5 Mt.                      | ?
It was not shut and sold 5 Mt.                 |
It was not shut because it sold 5 Mt.          |
It cannot be 5 Mt it wants.                    | cannot
It cannot be said of 5 Mt.                     | ?
Ore that was not good amounted to 5 Mt.        |
It sold no more than 5 Mt.                     |
It is no doubt 5 Mt.                           |
It sold nothing but 5 Mt.                      |
It left without selling 5 Mt.                  | ?
It was unlikely to sell 5 Mt.                  | ?
It disputed the figure of 5 Mt.                | ?
It missed 5 Mt.                                | ?
# Asked or supposed
Did it sell 5 Mt?                              | Did
Were 5 Mt sold?                                | Were
Do you know that it sold 5 Mt?                 | ?
Will the 5 Mt be sold?                         | ?
Who sold 5 Mt?                                 |
Should it sell 5 Mt, it would close.           | Should
Had it sold 5 Mt, it could close.              | Had
Had it sold 5 Mt, it says.                     |
Were those who sold 5 Mt there, it would close. |
Had the man who knew of 5 Mt come, it could close. |
"""


@pytest.mark.parametrize(("text", "word"), rows(DENIALS))
def test_number_is_denied_by_the_word_that_governs_it(text, word):
    fields = {"about": 'bound: "~"', "more than": 'bound: "<="'}
    rest = next((field for words, field in fields.items() if words in text), "")
    findings = check(catalogue(claim(text, "5 Mt", "5 Mt", rest), text=text)).findings
    (finding,) = [one for one in findings if one.code == "amount-denied"]
    says = finding.message.rpartition("“")[2].removesuffix("”.") if finding.outcome == "failed" else ""
    assert ("?" if finding.outcome == "skipped" else says) == word
