"""The model's file is read as data, and a broken one is refused."""

import pickle

import pytest

from kb.vietnamese.crfsuite import CrfModel, read_model
from kb.vietnamese.installed import WORD_MODEL, read_installed


@pytest.fixture(scope="module")
def model() -> CrfModel:
    return read_model(read_installed(WORD_MODEL))


def test_every_attribute_of_the_model_is_read(model: CrfModel) -> None:
    # "Number of active attributes: 6335 (36789)" stands in the training log that the pickle carries.
    assert len(model.attributes) == 6335
    assert {"bias", "-1:word.bi_gram()", "+2:word.tri_gram()", "word.lower():nhân"} <= model.attributes.keys()


def test_the_weights_between_labels_are_read(model: CrfModel) -> None:
    assert model.after_begin == pytest.approx((-0.99668, 1.91871), abs=1e-5)
    assert model.after_inside == pytest.approx((-2.96956, -0.43685), abs=1e-5)


class Harm:
    def __reduce__(self) -> tuple[object, ...]:
        return exec, ("raise AssertionError('the pickle was run')",)


def test_a_pickle_is_read_and_never_run() -> None:
    with pytest.raises(StopIteration):
        read_model(pickle.dumps(Harm(), protocol=2))
