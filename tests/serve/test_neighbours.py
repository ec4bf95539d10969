"""Steps of the explorer: what stands next to what, and that a walk in steps shows all of it once."""

from __future__ import annotations

import pytest

from kg.serve.records import Neighbours
from kg.serve.tasks import Worker


def _around(worker: Worker, identifier: str, first: int = 100, offset: int = 0) -> Neighbours:
    node = worker.graph.node(identifier)
    assert node is not None
    return worker.walk.neighbours(node, first, offset)


@pytest.mark.parametrize(
    ("of", "tie", "outward", "other"),
    [
        ("person/to-lam", "holds", True, "office/tong-bi-thu-vn"),
        ("office/tong-bi-thu-vn", "holds", False, "person/to-lam"),
        ("office/tong-bi-thu-vn", "of", True, "country/VN"),
        ("country/VN", "of", False, "office/tong-bi-thu-vn"),
        ("country/VN", "relation", False, "country/US"),
        ("country/US", "relation", True, "country/VN"),
        ("person/joe-biden", "met", True, "person/nguyen-phu-trong"),
        ("person/nguyen-phu-trong", "met", False, "person/joe-biden"),
    ],
)
def test_what_stands_next_to_what(worker: Worker, of: str, tie: str, outward: bool, other: str) -> None:
    assert (tie, outward, other) in {(one.tie, one.outward, one.node.id) for one in _around(worker, of).neighbours}


def test_every_tie_that_is_reported_names_its_facts(worker: Worker) -> None:
    for one in _around(worker, "country/VN").neighbours:
        assert bool(one.facts) == (one.tie not in ("of", "in"))
        assert all(worker.graph.node(fact.id) for fact in one.facts)


@pytest.mark.parametrize("step", [1, 7, 100])
def test_steps_together_are_the_whole(worker: Worker, step: int) -> None:
    whole = _around(worker, "country/VN")
    steps = [_around(worker, "country/VN", step, offset).neighbours for offset in range(0, whole.total, step)]
    assert tuple(one for part in steps for one in part)[:100] == whole.neighbours
    assert len({(one.node.id, one.tie, one.outward) for one in whole.neighbours}) == len(whole.neighbours)


def test_the_first_step_has_ties_of_every_kind(worker: Worker) -> None:
    whole = _around(worker, "person/joe-biden")
    kinds = {one.tie for one in whole.neighbours}
    assert {one.tie for one in whole.neighbours[: 3 * len(kinds)]} == kinds and len(kinds) > 2
