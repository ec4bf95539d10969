"""From a country's code to its flag in plain shapes: the table `flags.tsv`, one row a member or observer state of the United Nations.

The flags are drawn by us, simplified to what can be told apart at the size of a letter: stripes, crosses, discs and stars on a
ground that is 3 wide and 2 high. Territories and states that are neither have no row; they keep the badge with their code.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

__all__ = ["Shape", "flag", "flags"]

Shape = tuple[str, tuple[float, ...]]
"""A colour and either centre and radius of a disc (x, y, r) or the corners of a polygon (x, y, x, y, …)."""
_WIDTH, _HEIGHT = 3.0, 2.0
_COLOURS = {
    "r": "#d22630", "c": "#c8102e", "m": "#8a1538", "o": "#f28020", "y": "#fcd116", "g": "#128a4a", "d": "#006a4e", "s": "#6cb4e4",
    "b": "#1f57a4", "n": "#012169", "w": "#ffffff", "k": "#1a1a1a", "e": "#8a5a2b",
}  # fmt: skip


@cache
def flags() -> Mapping[str, str]:
    """ISO 3166-1 alpha-2 code → the layers of the flag, from the ground up."""
    with Path(__file__).with_name("flags.tsv").open(encoding="utf-8", newline="") as lines:
        return {row["iso"]: row["layers"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def flag(iso: str) -> tuple[Shape, ...]:
    """The shapes of a country's flag from the ground up; empty for a code without a flag."""
    return tuple(shape for layer in flags().get(iso, "").split() for shape in _layer(layer))


def _layer(layer: str) -> Iterator[Shape]:
    kind, _, rest = layer.partition(":")
    arguments = rest.split(",")
    if kind in "hv":
        yield from _stripes(arguments, across=kind == "h")
    elif kind == "u":
        yield from _union(*map(float, arguments))
    else:
        yield from ((_COLOURS[arguments[0]], corners) for corners in _FORMS[kind](tuple(map(float, arguments[1:]))))


def _stripes(stripes: Sequence[str], *, across: bool) -> Iterator[Shape]:
    """`b2,y1` is a blue stripe twice as wide as the yellow one; across is from hoist to fly."""
    shares = [float(stripe[1:] or 1) for stripe in stripes]
    at, length = 0.0, _HEIGHT if across else _WIDTH
    for stripe, share in zip(stripes, shares, strict=True):
        wide = length * share / sum(shares)
        yield _COLOURS[stripe[0]], _box(0, at, _WIDTH, wide) if across else _box(at, 0, wide, _HEIGHT)
        at += wide


def _box(x: float, y: float, width: float, height: float) -> tuple[float, ...]:
    return (x, y, x + width, y, x + width, y + height, x, y + height)


def _star(x: float, y: float, radius: float) -> tuple[float, ...]:
    points: list[float] = []
    for k in range(10):
        r, angle = radius * (0.4 if k % 2 else 1), math.pi * (k / 5 - 0.5)
        points += (x + r * math.cos(angle), y + r * math.sin(angle))
    return tuple(points)


def _lower_half(x: float, y: float, radius: float) -> tuple[float, ...]:
    return tuple(c for k in range(13) for c in (x + radius * math.cos(math.pi * k / 12), y + radius * math.sin(math.pi * k / 12)))


def _cross(x: float, y: float, wide: float) -> tuple[tuple[float, ...], ...]:
    return _box(x - wide / 2, 0, wide, _HEIGHT), _box(0, y - wide / 2, _WIDTH, wide)


def _saltire(x: float, y: float, width: float, height: float, wide: float) -> tuple[tuple[float, ...], ...]:
    """Both diagonals of a box as bands that end at its edges; `wide` is how much of its width they take at a corner."""
    far, low, cut, down = x + width, y + height, wide * 0.6, wide * 0.6 * height / width
    falling = (x, y, x + cut, y, far, low - down, far, low, far - cut, low, x, y + down)
    rising = (x, low, x, low - down, far - cut, y, far, y, far, y + down, x + cut, low)
    return falling, rising


def _union(x: float, y: float, width: float, height: float) -> Iterator[Shape]:
    yield _COLOURS["n"], _box(x, y, width, height)
    for colour, wide in (("w", 0.28), ("c", 0.1)):
        yield from ((_COLOURS[colour], band) for band in _saltire(x, y, width, height, width * wide))
    for colour, wide in (("w", 0.34), ("c", 0.2)):
        yield _COLOURS[colour], _box(x, y + height * (1 - wide) / 2, width, height * wide)
        yield _COLOURS[colour], _box(x + (width - height * wide) / 2, y, height * wide, height)


_FORMS: Mapping[str, Callable[[tuple[float, ...]], tuple[tuple[float, ...], ...]]] = {
    "p": lambda n: (n,),
    "d": lambda n: (n,),
    "r": lambda n: (_box(*n),),
    "s": lambda n: (_star(*n),),
    "a": lambda n: (_lower_half(*n),),
    "t": lambda n: ((0.0, 0.0, n[0], _HEIGHT / 2, 0.0, _HEIGHT),),
    "+": lambda n: _cross(*n),
    "x": lambda n: _saltire(0, 0, _WIDTH, _HEIGHT, n[0]),
}
"""polygon, disc, rectangle, star, lower half of a disc, triangle at the hoist, cross, saltire."""
