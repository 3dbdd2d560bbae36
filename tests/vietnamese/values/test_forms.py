"""The tables of values: every row takes its example and leaves its trap."""

import pytest

from kb.vietnamese.values import FORMS
from kb.vietnamese.values.form import Form, Forms

ROWS = pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)


@ROWS
def test_a_form_takes_its_example(form: Form) -> None:
    assert list(Forms.of([form]).values(form.takes))


@ROWS
def test_a_form_leaves_its_trap(form: Form) -> None:
    assert list(Forms.of([form]).values(form.leaves)) == []
