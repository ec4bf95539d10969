"""The questions that are understood and lie nearest to one that is not: by the kinds of things and classes of words they share."""

from __future__ import annotations

from collections import Counter

from kg.ask.answer import Language
from kg.ask.lattice import Lattice
from kg.ask.tables import constructions

__all__ = ["nearest", "unknown_words"]

_PLAIN = {"FREE", "EVER", "HON", "AT", "OF", "AND", "BE", "DID", "AS", "A", "TITLE"}


def nearest(lattice: Lattice, language: Language, count: int = 3) -> tuple[str, ...]:
    """Examples of the constructions that share most with the question, the best first; none that shares nothing."""
    present = {edge.kind for edges in lattice.edges.values() for edge in edges if edge.language in {"", language}} - _PLAIN
    ranked: list[tuple[float, int, str]] = []
    for place, (row, sequences) in enumerate(constructions()):
        if row.language == language:
            shared = max(_likeness({element.word_class for element in sequence} - _PLAIN, present) for sequence in sequences)
            if shared > 0:
                ranked.append((-shared, place, row.example))
    return tuple(dict.fromkeys(example for _, _, example in sorted(ranked)))[:count]


def _likeness(wanted: set[str], present: set[str]) -> float:
    return len(wanted & present) / len(wanted | present) if wanted else 0.0


def unknown_words(lattice: Lattice) -> tuple[str, ...]:
    """The words that belong to no edge, runs of them joined, and signs that no question has."""
    covered = Counter(at for edges in lattice.edges.values() for edge in edges for at in range(edge.start, edge.end))
    runs: list[list[int]] = []
    for at in range(len(lattice.spans)):
        # `Nguyễn Văn Bình` is unknown whole, even where somebody is called Bình
        goes_on = bool(runs) and runs[-1][-1] == at - 1 and lattice.word(at)[0].isupper() and lattice.word(at - 1)[0].isupper()
        if not covered[at] or goes_on:
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
    texts = [lattice.text[lattice.spans[run[0]][0] : lattice.spans[run[-1]][1]] for run in runs]
    return tuple(dict.fromkeys([*texts, *lattice.foreign]))
