"""Every number that ranks or decides, each with the measurement that chose it.

Measured with scripts/relevance.py: "gold" is gold/queries.json on the outline (77 answerable queries, success@1),
"xquad" is data/xquad_vi (1,190 questions on 240 paragraphs, R@1 as typed / with marks stripped). A figure in brackets
is what the neighbouring values gave.
"""

EXACT = 1.0  # a marked syllable as it was typed: the measure of the others
FOLDED_BESIDE = 0.2  # the same without marks: at .3 and less an exact passage always stands above a folded one
TONELESS_EXACT = 0.5  # a syllable without a mark in a question that has marks elsewhere: "thi" is meant as "thi" ...
TONELESS_FOLDED = 0.5  # ... or its mark was not typed
FOLDED_ALONE = 1.0  # no marks typed, or marks that stand nowhere
NUMBER = 1.2

PAIR = 0.4
PAIR_UNMARKED = 0.5

HEADING = 0.8
HEADING_EXACT = 0.8  # of HEADING: the share of the heading's marks
ABOVE = 0.15

ASKING = 0.25
CORRECTED = 0.7
BEGUN = 0.7

WHOLE_NUMBER = 1.0
QUOTED = 1.0

ENOUGH = 0.3
NUMBER_BITS = 12
NAME_BITS = 12
WORD_BITS = 6
MOST_UNITS = 10

MOST_SLIPS = 6
MOST_ENDINGS = 30
MOST_READINGS = 30
MOST_CONDITIONS = 500
MOST_TRIED = 100
NOWHERE = 2
