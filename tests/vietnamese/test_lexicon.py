"""The words and syllables of pyvi's list."""

from collections import defaultdict

from kb.vietnamese.lexicon import attested, pairs, word_list
from kb.vietnamese.syllables import canonical, is_syllable, key

LOANS = (
    "blốc crếp fát guđron găngxtơ kitô kêpi lơgo maníp moayơ nivô panô patinê patê plây puốcboa pêđan pêđê pơluya pơmu "
    "tarô tatăng tigôn ôboa ôsin ôxy"
)
ABBREVIATIONS = "bgđ hđnd hđqt nsưt nđ qđ sđd tgđ tđd vđv â ă đ đt đtdđ"


def test_the_grammar_takes_every_marked_syllable_of_the_word_list_but_loan_words_and_abbreviations() -> None:
    marked = {part for word in word_list() for part in word.lower().split() if part.isalpha() and not part.isascii()}
    left = {word for word in marked if not is_syllable(word)}
    assert left == {*LOANS.split(), *ABBREVIATIONS.split()}


def test_attested_syllables_are_canonical() -> None:
    assert all(canonical(syllable) == syllable for syllable in attested())


def test_what_stands_in_words_is_attested() -> None:
    assert {"trưởng", "hòa", "gì", "quyết"} <= attested()
    assert not {"trửng", "hoà", "ubnd", "dưṇg", ""} & attested()


def test_pairs_are_neighbours_in_words() -> None:
    assert {"thi đua", "hòa bình", "đại biểu"} <= pairs()
    assert not {"đua yêu", "bình hòa bình"} & pairs()


def test_every_half_of_a_pair_is_attested() -> None:
    assert {half for pair in pairs() for half in pair.split(" ")} <= attested()


def test_keys_make_attested_syllables_one_only_where_i_or_y_is_a_matter_of_taste() -> None:
    written = defaultdict(set)
    for syllable in attested():
        written[key(syllable)].add(syllable)
    one = sorted(sorted(words) for words in written.values() if len(words) > 1)
    assert all(len(words) == 2 and words[0][:-1] == words[1][:-1] for words in one), one
    assert {words[0][:-1] for words in one} <= {"h", "k", "l", "m", "s", "t", "qu"}
