"""Every number that ranks or decides, each with the measurement that chose it.

Measured on an exhaustive engine with Lucene's formula: "gold" is success@1 of the 77 answerable queries judged by hand
(tests/golden/queries.json; scripts/relevance.py asks them again), "xquad" R@1 of the 1,190 questions of XQuAD-vi on its
240 paragraphs, as typed: by the ranking alone for what ranks (.932), with the conditions for what decides. In brackets
what other values gave; most are flat, which is what they are chosen for.
"""

EXACT = 1.0
"""A marked syllable as it was typed: the measure of all others."""

FOLDED_BESIDE = 0.1
"""The same whatever its marks. Up to .3 an exact passage stands above a folded one. xquad .934 (0: .935, .2: .933)."""

TONELESS_EXACT, TONELESS_FOLDED = 0.5, 0.5
"""A syllable typed without a mark in a question that has marks: meant so, or its mark not typed. xquad .932
(.3 and .7: .932, .7 and .3: .934, which trusts people's typing more than it may deserve)."""

FOLDED_ALONE = 1.0
"""Where no mark was typed, or the marks make no syllable. Exact tokens would only add accidents ("thi dua")."""

NUMBER = 1.2
"""A token with a digit; written one way only, it is looked for once. Flat from 1.0 to 1.5."""

PAIR, PAIR_UNMARKED = 0.4, 0.5
"""Two neighbours of the question that are neighbours in the text. xquad .932 (0: .929, .2: .930, .6: .931). Compounds
of the word segmenter beside pairs of .2 took something away (.927, without .929): a question needs no word model."""

HEADING, HEADING_EXACT = 0.8, 0.8
"""The section's own title, and how much of that is for the marks. gold .896 (.4: .883, .6: .883, 1: .896)."""

ABOVE = 0.3
"""The titles around the section. gold flat, xquad .933 (0: .931, .15: .932, .5: .934)."""

ASKING = 0.15
"""A word that only asks or joins. xquad .934 (.1 and .25: .933, 1: .929)."""

BY_BITS = (0.5, 0.7, 0.85, 1.0, 1.0, 1.1, 1.2)
"""Every other word by its bits (kb.query.commonness): "của" and "về" tell little also where few passages have them.
xquad .937 (all 1: .934; .3, .6, .8, 1, 1, 1, 1: .935; .2, .4, .6, .8, 1, 1.1, 1.2: .935). Without marks .928 as it is
and .925 with these, since "cua" is not only "của": there all are 1."""

CORRECTED, BEGUN = 0.7, 0.7
"""A slip put right, and the words that an unfinished one begins: below what was typed. A guess; flat up to 1."""

WHOLE_NUMBER, QUOTED = 1.0, 1.0
"""A date, period or document number, and words in quotation marks, where they stand together."""

SYNONYM, SYNONYM_BESIDE = 0.8, 0.2
"""What words of near meaning count, times the weight of their row: where the typed ones nowhere stand, and beside
these. gold .948 (without synonyms .896; the first flat from .4 to 1, the second from 0 to .5, .8: .922, where "thi đua
ái quốc" pushes what was typed aside)."""

PERSON, SAID = 2.0, 2.0
"""A person, by whatever name or word of respect the passage has, and their words in quotation marks, where it is asked
what they said. gold .974 (PERSON flat from .5 to 4; SAID .5: .948, 1: .961, flat from 1.5 to 4)."""

WORD_BITS = 6
"""The most that a word or compound says, in bits (kb.query.commonness)."""

NUMBER_BITS, NAME_BITS, QUOTED_BITS = 30, 30, 30
"""What a number, a name and a quotation say: a short question is not answered without them. xquad .923 from 12 to 30
(40: .922)."""

NOWHERE = 2
"""A unit that stands nowhere in the collection counts so many times: no passage can make up for it. Of 200 questions of
xquad asked of the outline .21 are answered (1: .41, 3: .11), of xquad's own 4 of 595 are not (1: 3, 3: 9)."""

ENOUGH = 0.3
"""The share of the bits that a passage has to hold. xquad .924 (.36: .911, .42: .901, .5: .889), answered without an
answer .21 (.12, .07, .04): a person who is shown nothing has lost more than one who is shown a passage too many."""

ENOUGH_AT_BEST, SHORT = 0.5, 14
"""The share where some passage holds all the bits, and of a question of no more bits than SHORT: "luật đất đai" is not
answered by "luật". Of 1,190 questions of xquad 19 do not find their passage (.6: 25; SHORT 10: 17); of those asked of
the outline .20 are answered either way, and of tests/golden/no_answer.json the same eight."""

LITTLE, LONG, NAME_LITTLE = 0.15, 18, 12
"""When some passage holds enough of a question that says more than SHORT bits in plain words: the share of the bits
that the others have to hold; from LONG on its dates and numbers only rank; the most that a name or number counts for
this. xquad .934, 13 questions do not find their passage (24 and names whole: .929 and 17; by ENOUGH: 28)."""

MOST_UNITS = 10
"""Units of a question that decide, the weightiest; the tree of their sums has 131 places at most for ten."""

MOST_CONDITIONS = 700
"""Leaves of all that a passage has to hold; where there are more, the lightest units do not decide."""

MOST_READINGS = 30
"""Ways in which one unit may be printed."""

MOST_SLIPS, MOST_ENDINGS, MOST_TRIED = 6, 30, 100
"""Words that a slip may have meant, that an unfinished word may become, and endings tried against its neighbour."""
