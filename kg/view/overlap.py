"""From positions to positions in which no two boxes overlap: neighbours that do are pushed apart the shorter way, again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

__all__ = ["separate"]

Point = tuple[float, float]
_ROUNDS = 160
_LOOKS = 400_000
"""Boxes looked at in all rounds together, at most: a graph too large to be read as a whole is not made tidy as a whole."""
_DETOUR = 7
"""Every so many rounds boxes are pushed the longer way: three in a row would else push one another to and fro for ever."""
_GAP = 6.0


def separate(positions: Mapping[str, Point], boxes: Mapping[str, Point], fixed: set[str]) -> dict[str, Point]:
    """`positions` moved as little as this simple way does it; nodes in `fixed` stay, boxes are (width, height) around the position."""
    x = {key: point[0] for key, point in positions.items()}
    y = {key: point[1] for key, point in positions.items()}
    for number in range(min(_ROUNDS, _LOOKS // max(1, len(boxes)))):
        moved = False
        for one, other in _neighbours(x, y, boxes):
            dx, dy = x[other] - x[one], y[other] - y[one]
            over_x = (boxes[one][0] + boxes[other][0]) / 2 + _GAP - abs(dx)
            over_y = (boxes[one][1] + boxes[other][1]) / 2 + _GAP - abs(dy)
            if over_x <= 0.5 or over_y <= 0.5:
                continue
            moved = True
            share_one = 0.0 if one in fixed else 1.0 if other in fixed else 0.5
            share_other = 0.0 if other in fixed else 1.0 if one in fixed else 0.5
            if (over_x < over_y) != (number % _DETOUR == _DETOUR - 1):
                push = over_x if dx >= 0 else -over_x
                x[one] -= push * share_one
                x[other] += push * share_other
            else:
                push = over_y if dy >= 0 else -over_y
                y[one] -= push * share_one
                y[other] += push * share_other
        if not moved:
            break
    return {key: (x[key], y[key]) for key in positions}


def _neighbours(x: Mapping[str, float], y: Mapping[str, float], boxes: Mapping[str, Point]) -> Iterator[tuple[str, str]]:
    """Pairs that are near enough to overlap, from a grid whose cells are as large as the largest box."""
    size = max((max(box) for box in boxes.values()), default=1.0) + _GAP
    cells: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for key in x:
        cells[int(x[key] // size), int(y[key] // size)].append(key)
    for (column, row), here in sorted(cells.items()):
        for number, one in enumerate(here):
            for other in here[number + 1 :]:
                yield one, other
        for beside in ((column + 1, row), (column - 1, row + 1), (column, row + 1), (column + 1, row + 1)):
            for other in cells.get(beside, ()):
                for one in here:
                    yield one, other
