"""What is left of a page's events from a confidence on."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def curve() -> ModuleType:
    path = Path(__file__).parents[1] / "gate" / "curve.py"
    spec = importlib.util.spec_from_file_location("gate_curve", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["gate_curve"] = module
    spec.loader.exec_module(module)
    return module


def test_contents_go_with_their_speech_act_and_keep_pointing_at_it(curve: ModuleType) -> None:
    events = [
        {"confidence": 0.4, "content_of": None},
        {"confidence": 0.9, "content_of": 0},
        {"confidence": 0.8, "content_of": None},
        {"confidence": 0.3, "content_of": 2},
    ]
    kept = curve.above({"id": "x", "events": events}, 0.5)["events"]
    assert kept == [{"confidence": 0.8, "content_of": None}, {"confidence": 0.3, "content_of": 0}]
    assert len(curve.above({"events": events}, 0.0)["events"]) == 4
