"""How types of nodes and ties look: the table `looks.tsv`, which the pyvis model and the page's style sheet are both made from.

Hues are those of Okabe and Ito (2008), darkened or lightened for each ground: colour-blind readers can tell them apart, and
every type has a shape or a dash pattern of its own besides.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import msgspec

__all__ = ["NODE_LOOKS", "TIE_LOOKS", "Look", "style_variables"]


class Look(msgspec.Struct, frozen=True):
    """Colours on a light and a dark ground; a node's vis-network shape and size, a tie's dashes (lengths in pixels)."""

    light: str
    dark: str
    shape: str = ""
    size: int = 0
    dashes: tuple[int, ...] = ()


def _read(kind: str) -> dict[str, Look]:
    with Path(__file__).with_name("looks.tsv").open(encoding="utf-8", newline="") as lines:
        return {
            row["name"]: Look(row["light"], row["dark"], row["shape"], int(row["size"] or 0), tuple(map(int, row["dashes"].split())))
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["kind"] == kind
        }


NODE_LOOKS: Mapping[str, Look] = _read("node")
TIE_LOOKS: Mapping[str, Look] = _read("tie")


def style_variables() -> str:
    """CSS custom properties `--node-TYPE` and `--tie-TYPE` for both grounds, and the classes of symbols and lines that use them."""

    def properties(ground: str) -> str:
        looks = [("node", NODE_LOOKS), ("tie", TIE_LOOKS)]
        return "".join(f"--{kind}-{name}:{getattr(look, ground)};" for kind, table in looks for name, look in table.items())

    classes = [f".fill-{n}{{fill:var(--node-{n})}}.entity.{n}{{--entity:var(--node-{n})}}" for n in NODE_LOOKS]
    classes += [f".line-{n}{{stroke:var(--tie-{n})}}.head-{n}{{fill:var(--tie-{n})}}" for n in TIE_LOOKS]
    return f":root{{{properties('light')}}}\n:root[data-theme=dark]{{{properties('dark')}}}\n{''.join(classes)}\n"
