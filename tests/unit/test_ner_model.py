"""The optional model: evidence where it is installed, silence where it is not."""

import pytest

from core.extract import ner_model
from core.model import Article
from core.text.segment import segment

DOC = segment(Article(id="a", text="Angela Merkel met the press in Berlin.\n\nNothing more was said."))


@pytest.mark.skipif(ner_model.installed(), reason="the model is installed here")
def test_without_the_model_nothing_is_found():
    assert ner_model.entities(DOC) == ()


@pytest.mark.skipif(not ner_model.installed(), reason="needs the nlp extra and en_core_web_sm")
def test_entities_are_labelled_spans_of_the_text():
    found = {e.span.of(DOC.text): e.label for e in ner_model.entities(DOC)}
    assert found["Berlin"] == "place"
