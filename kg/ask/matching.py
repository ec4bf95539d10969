"""Constructions over a lattice: which of them read the whole question, every word accounted for, and with how few pieces.

Between the pieces of a construction may stand words that ask nothing (`xin cho biết`, `đã`), one period, and one place after `ở` or `in`
where the question has a parameter for it. The reading with the fewest pieces is meant; a tie is an ambiguity.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.ask.dates import Period
from kg.ask.lattice import Edge, Lattice
from kg.ask.tables import Construction, Element, constructions
from kg.query import named_questions

__all__ = ["Reading", "readings"]

_FREE = {"FREE", "EVER"}
_PLACES = {"PLACE", "COUNTRY", "ORGANIZATION"}
_FREE_COST = 1.25  # a word that a construction names is rather that than one that asks nothing


class Reading(NamedTuple):
    """A construction with what its parameters are: the named question, IRIs or constants for each, and the period."""

    construction: Construction
    question: str
    things: tuple[tuple[str, tuple[str, ...]], ...]
    constants: tuple[tuple[str, str], ...]
    period: Period | None
    cost: float


class _State(NamedTuple):
    at: int
    element: int
    things: tuple[tuple[str, tuple[str, ...]], ...]
    period: Period | None
    place: tuple[str, ...]
    cost: float


def readings(lattice: Lattice) -> list[Reading]:
    """The readings of the whole question with the fewest pieces, each meaning once; empty where nothing reads all of it."""
    if lattice.foreign or not lattice.spans:
        return []
    kinds = {edge.kind for edges in lattice.edges.values() for edge in edges}
    best: dict[tuple[object, ...], Reading] = {}
    # of two that read it alike, the one in the question's language: `US Secretary of State, June 2023?` has no word of either but names
    language = lattice.language
    for construction, sequences in sorted(constructions(), key=lambda row: row[0].language != language):
        for sequence in sequences:
            if all(element.word_class in kinds for element in sequence):
                for reading in _read(lattice, construction, sequence):
                    meaning = (reading.question, reading.things, reading.constants, reading.period and reading.period[2:])
                    if meaning not in best or reading.cost < best[meaning].cost:
                        best[meaning] = reading
    least = min((reading.cost for reading in best.values()), default=0.0)
    return [reading for reading in best.values() if reading.cost == least]


def _read(lattice: Lattice, construction: Construction, sequence: tuple[Element, ...]) -> Iterator[Reading]:
    size = len(lattice.spans)
    waiting = [_State(0, 0, (), None, (), 0.0)]
    seen: set[_State] = set()
    while waiting:
        state = waiting.pop()
        if state in seen:
            continue
        seen.add(state)
        if state.at == size:
            if state.element == len(sequence) and (reading := _reading(construction, state)):
                yield reading
            continue
        for edge in lattice.edges.get(state.at, ()):
            waiting += _steps(lattice, construction, sequence, state, edge)


def _steps(lattice: Lattice, construction: Construction, sequence: tuple[Element, ...], state: _State, edge: Edge) -> Iterator[_State]:
    fits = not edge.language or edge.language == construction.language
    if state.element < len(sequence) and fits:
        wanted = sequence[state.element]
        if edge.kind == wanted.word_class:
            things = (*state.things, (wanted.parameter, edge.iris)) if wanted.parameter else state.things
            yield state._replace(at=edge.end, element=state.element + 1, things=things, cost=state.cost + 1)
    if fits and edge.kind in _FREE:
        yield state._replace(at=edge.end, cost=state.cost + _FREE_COST)
    if edge.period and state.period is None:
        yield state._replace(at=edge.end, period=edge.period, cost=state.cost + 1)
    if fits and edge.kind == "AT" and not state.place:
        for place in lattice.edges.get(edge.end, ()):
            if place.kind in _PLACES:
                yield state._replace(at=place.end, place=place.iris, cost=state.cost + 2)


def _reading(construction: Construction, state: _State) -> Reading | None:
    target = construction.target(state.period is not None, bool(state.place), bool(state.period and state.period.day))
    if target is None:
        return None
    question, constants = target
    takes = {parameter.name for parameter in named_questions()[question].parameters}
    things = (*state.things, ("place", state.place)) if state.place else state.things
    if any(name not in takes for name, _ in things) or (state.period and not ({"from", "until"} <= takes or "on" in takes)):
        return None
    if len({name for name, _ in things}) < len(things) or len({iris for _, iris in state.things}) < len(state.things):
        return None  # nobody meets himself
    return Reading(construction, question, tuple(sorted(things)), tuple(sorted(constants.items())), state.period, state.cost)
