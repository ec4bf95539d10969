"""From nodes and ties to positions, computed once and the same every time: a disc for each country, its offices around it,
their people on the rim, turned towards whom they meet; the discs are packed around the one with most ties.

Lengths are pixels at zoom 1; y grows downwards.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import networkx as nx

from kg.view.homes import Household, households
from kg.view.overlap import separate
from kg.view.records import PageNode, PageTie
from kg.view.ties import STRUCTURAL

__all__ = ["Disc", "Layout", "arrange"]

_RIM = 96.0
"""How far people stand from a country that has few of them."""
_STEP = 52.0
"""Between an office and its people, and between two rows of people."""
_ARC = 72.0
"""Room along the rim for one person."""
_HUB = 2.1
"""How much more room the household in the middle has: most lines end there."""
_COLUMN = 86.0
_ROW = 64.0
"""Steps between what stands in rows under the drawing."""
_MOST_PACKED = 400
"""Households that are packed into one drawing, the largest first; more than that nobody reads as a whole."""
_ONE_ROW = 24
"""From this many people on they stand in several rows."""
_MARGIN = 44.0
"""Between the outermost people and the edge of the disc, for their names."""
_GAP = 16.0
"""Between two discs."""
_WIDE = 1.08
"""How much wider than high the drawing is: with the names beside it left and right it then fills the room between the columns."""
_SEED = 7

Point = tuple[float, float]
Rim = tuple[float, int]


class Disc(msgspec.Struct, frozen=True):
    """The ground under one household."""

    node: str
    x: int
    y: int
    radius: int


class Layout(msgspec.Struct, frozen=True):
    """Where each node stands, and the discs behind them."""

    positions: Mapping[str, tuple[int, int]]
    discs: tuple[Disc, ...]


def arrange(nodes: Sequence[PageNode], ties: Sequence[PageTie]) -> Layout:
    """Positions for all `nodes`; the same input gives the same layout, in whatever order."""
    nodes = sorted(nodes, key=lambda node: node.id)
    ties = sorted(ties, key=lambda tie: (tie.source, tie.target, tie.type))
    homes, loose = households(nodes, ties)
    homes, aside = _apart_from_all(homes, nodes, ties)
    home_of = {member: home.centre for home in homes for member in home.members}
    outward = [tie for tie in ties if tie.type not in STRUCTURAL and home_of.get(tie.source) != home_of.get(tie.target)]
    graph = _between(homes, outward, home_of)
    strength: dict[str, float] = dict(graph.degree(weight="weight"))
    hub = max(strength, key=lambda centre: (strength[centre], centre), default="")
    rims = {home.centre: _rim(home, home.centre == hub and len(homes) > 1) for home in homes}
    radii = {centre: rim + rows * _STEP + _MARGIN for centre, (rim, rows) in rims.items()}
    centres = _pack(graph, hub, strength, radii)
    for _ in range(2):  # once to learn which way each household faces, once more with the ground it then covers
        pulls = _pulls(outward, home_of, centres)
        seats = {home.centre: _seat(home, centres, rims[home.centre], pulls[home.centre]) for home in homes}
        grounds = {centre: _ground(places.values()) for centre, places in seats.items()}
        centres = _pack(graph, hub, strength, {centre: radius for centre, (_, radius) in grounds.items()})
    positions: dict[str, Point] = {}
    for centre, places in seats.items():
        dx, dy = centres[centre][0] - grounds[centre][0][0], centres[centre][1] - grounds[centre][0][1]
        positions.update({key: (x + dx, y + dy) for key, (x, y) in places.items()})
    positions.update(_rows([*aside, *((node,) for node in sorted(loose))], positions))
    boxes = {node.id: _box(node.type, len(node.label)) for node in nodes}
    settled = separate(positions, boxes, fixed={home.centre for home in homes})
    grounds = {home.centre: _ground(settled[member] for member in home.members) for home in homes if home.children}
    return Layout(
        {key: (round(x), round(y)) for key, (x, y) in settled.items()},
        tuple(Disc(centre, round(x), round(y), round(radius)) for centre, ((x, y), radius) in grounds.items()),
    )


def _ground(places: Iterable[Point]) -> tuple[Point, float]:
    """A circle around `places` with a margin for names: its centre and radius."""
    places = list(places)
    xs, ys = [x for x, _ in places], [y for _, y in places]
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    return middle, max(math.dist(middle, place) for place in places) + _MARGIN


def _box(node_type: str, letters: int) -> Point:
    """Width and height that a node and its label want; an office's label gives way, it is drawn where there is room."""
    if node_type == "office":
        return 46.0, 30.0
    return min(150.0, max(52.0, letters * 6.6)), 44.0


def _rim(home: Household, is_hub: bool) -> Rim:
    """The radius of the innermost row of people, and how many more rows there are: one row for few, a filled disc for many."""
    leaves = _leaves(home, home.centre)
    rows = 0 if leaves < _ONE_ROW else int(math.sqrt(leaves / 8))
    room = 1 + (_HUB - 1) * min(1.0, _ONE_ROW / leaves) if is_hub else 1.0
    return max(_RIM, room * leaves * _ARC / (rows + 1) / math.tau), rows


def _leaves(home: Household, node: str) -> int:
    return sum(_leaves(home, child) for child in home.children.get(node, ())) or 1


def _pulls(outward: Iterable[PageTie], home_of: Mapping[str, str], centres: Mapping[str, Point]) -> defaultdict[str, dict[str, Point]]:
    """For each household and member the sum of the directions to the households it has ties with, weighed by reports."""
    pulls: defaultdict[str, dict[str, Point]] = defaultdict(dict)
    for tie in outward:
        for one, other in ((tie.source, tie.target), (tie.target, tie.source)):
            if one in home_of and other in home_of:
                here, there = centres[home_of[one]], centres[home_of[other]]
                x, y = there[0] - here[0], there[1] - here[1]
                far = math.hypot(x, y) or 1.0
                old = pulls[home_of[one]].get(one, (0.0, 0.0))
                pulls[home_of[one]][one] = (old[0] + tie.reports * x / far, old[1] + tie.reports * y / far)
    return pulls


def _seat(home: Household, centres: Mapping[str, Point], rim_and_rows: Rim, pulls: Mapping[str, Point]) -> dict[str, Point]:
    """Positions of one household: its branches around the centre, each turned towards where it pulls."""
    cx, cy = centres[home.centre]
    seats = {home.centre: (cx, cy)}
    rim, rows = rim_and_rows
    branches = _in_order(home, pulls)
    total = sum(_leaves(home, branch) for branch, _ in branches) or 1
    facing = math.atan2(sum(p[1] for p in pulls.values()), sum(p[0] for p in pulls.values())) if pulls else -math.pi / 2
    row = 0

    def place(node: str, begin: float, width: float, height: int) -> float:
        """Seat `node` and all under it in the sector; returns its distance from the centre."""
        nonlocal row
        below = home.children.get(node, ())
        if not below:
            radius = rim + (row % (rows + 1)) * _STEP
            row += 1
            seats[node] = (cx + radius * math.cos(begin + width / 2), cy + radius * math.sin(begin + width / 2))
            return radius
        count = sum(_leaves(home, child) for child in below)
        angle, innermost = begin, math.inf
        for child in below:
            share = width * _leaves(home, child) / count
            innermost = min(innermost, place(child, angle, share, height + 1))
            angle += share
        radius = max(innermost - _STEP * (0.6 if rows else 0.98), _STEP * 0.8 * height)
        seats[node] = (cx + radius * math.cos(begin + width / 2), cy + radius * math.sin(begin + width / 2))
        return radius

    before = 0
    for branch, _ in branches:
        leaves = _leaves(home, branch)
        place(branch, facing - math.pi + math.tau * before / total, math.tau * leaves / total, 1)
        before += leaves
    return seats


def _in_order(home: Household, pulls: Mapping[str, Point]) -> list[tuple[str, float]]:
    """The centre's branches around the circle: by the direction of their pull, the strongest of one direction in the middle."""

    def below(node: str) -> Iterable[str]:
        yield node
        for child in home.children.get(node, ()):
            yield from below(child)

    sums = {
        branch: (sum(pulls.get(n, (0, 0))[0] for n in below(branch)), sum(pulls.get(n, (0, 0))[1] for n in below(branch)))
        for branch in home.children.get(home.centre, ())
    }
    mean = math.atan2(sum(y for _, y in sums.values()), sum(x for x, _ in sums.values()))
    strongest = sorted(sums, key=lambda b: (-math.hypot(*sums[b]), b))
    keyed = []
    for position, branch in enumerate(strongest):
        x, y = sums[branch]
        apart = (math.atan2(y, x) - mean + math.pi) % math.tau - math.pi if (x, y) != (0, 0) else 0.0
        side = 1 if position % 2 else -1
        keyed.append((branch, apart + side * math.pi * position / len(strongest)))
    return sorted(keyed, key=lambda item: (item[1], item[0]))


def _between(homes: Sequence[Household], outward: Iterable[PageTie], home_of: Mapping[str, str]) -> nx.Graph:
    """The households as a graph, weighed by the reports of the ties between them."""
    weights: Counter[tuple[str, str]] = Counter()
    for tie in outward:
        if tie.source in home_of and tie.target in home_of:
            one, other = sorted((home_of[tie.source], home_of[tie.target]))
            weights[one, other] += tie.reports
    graph = nx.Graph()
    graph.add_nodes_from(sorted(home.centre for home in homes))
    graph.add_weighted_edges_from((one, other, weight) for (one, other), weight in sorted(weights.items()))
    return graph


def _pack(graph: nx.Graph, hub: str, strength: Mapping[str, float], radii: Mapping[str, float]) -> dict[str, Point]:
    """The centre of each disc: the hub in the middle, the others around it beside those they have to do with."""
    if not graph:
        return {}
    spring = nx.spring_layout(graph, seed=_SEED, iterations=60) if len(graph) < 500 else nx.circular_layout(graph)
    centres: dict[str, Point] = {hub: (0.0, 0.0)}
    for centre in sorted(set(graph) - {hub}, key=lambda c: (-strength[c], -radii[c], c)):
        pull = 0.12 if strength[centre] else 0.0
        wish = math.atan2(spring[centre][1] - spring[hub][1], spring[centre][0] - spring[hub][0])
        centres[centre] = min(
            (_nearest_free(centre, wish + turn * side, centres, radii) for turn in (0.0, 0.3, 0.6, 1.0, 1.5, 2.1, 2.8) for side in (1, -1)),
            key=lambda p: math.hypot(p[0] / _WIDE, p[1]) * (1 + pull * _apart(math.atan2(p[1], p[0]), wish)),
        )
    return centres


def _apart(one: float, other: float) -> float:
    return abs((one - other + math.pi) % math.tau - math.pi)


def _nearest_free(centre: str, angle: float, centres: Mapping[str, Point], radii: Mapping[str, float]) -> Point:
    """The first place on the ray at `angle` where the disc touches none that is already there.

    Each disc that is there blocks one stretch of the ray; the place is where the first stretches, one behind the other, end.
    """
    x, y = _WIDE * math.cos(angle), math.sin(angle)
    long = x * x + y * y
    blocked = []
    for key, (there_x, there_y) in centres.items():
        reach = radii[key] + radii[centre] + _GAP
        middle = x * there_x + y * there_y
        inside = middle * middle - long * (there_x * there_x + there_y * there_y - reach * reach)
        if inside > 0:
            half = math.sqrt(inside)
            blocked.append(((middle - half) / long, (middle + half) / long))
    far = 0.0
    for begin, end in sorted(blocked):
        if begin > far:
            break
        far = max(far, end)
    return far * x, far * y


def _apart_from_all(
    homes: Sequence[Household], nodes: Iterable[PageNode], ties: Iterable[PageTie]
) -> tuple[tuple[Household, ...], tuple[tuple[str, ...], ...]]:
    """The households that have ties with others or are a country's, and the members of the rest: a person and an office of nobody."""
    countries = {node.id for node in nodes if node.type == "country"}
    home_of = {member: home.centre for home in homes for member in home.members}
    met = {home_of[end] for t in ties if home_of.get(t.source) != home_of.get(t.target) for end in (t.source, t.target) if end in home_of}
    known = met | countries
    inside = tuple(home for home in homes if home.centre in known)
    inside = (inside or tuple(homes[:1]))[:_MOST_PACKED]
    packed = {home.centre for home in inside}
    return inside, tuple(home.members for home in homes if home.centre not in packed)


def _rows(groups: Sequence[Sequence[str]], positions: Mapping[str, Point]) -> dict[str, Point]:
    """What has no tie with the rest stands in rows under the drawing, each group in one row."""
    ys = [y for _, y in positions.values()] or [0.0]
    xs = [x for x, _ in positions.values()] or [0.0]
    many = sum(len(group) for group in groups)
    widest, left = max(900.0, (max(xs) - min(xs)) * 0.8, math.sqrt(many) * _COLUMN), (max(xs) + min(xs)) / 2
    x, y = 0.0, max(ys) + 1.6 * _RIM
    seats: dict[str, Point] = {}
    for group in groups:
        if x and x + len(group) * _COLUMN > widest:
            x, y = 0.0, y + _ROW
        for node in group:
            seats[node] = (left - widest / 2 + x, y)
            x += _COLUMN
        x += _COLUMN / 2
    return seats
