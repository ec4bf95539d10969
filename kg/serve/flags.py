"""From a country's code to a picture of its flag: the shapes of `kg.view.flags` as SVG; a code without a flag is written on a badge."""

from __future__ import annotations

import functools
import re

from kg.view.flags import flag

__all__ = ["flag_image"]

_CODE = re.compile(r"[A-Z]{2}")
_FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="66" viewBox="-.1 -.1 3.2 2.2">'
    '<clipPath id="edge"><rect width="3" height="2" rx=".3"/></clipPath><g clip-path="url(#edge)">{}</g>'
    '<rect width="3" height="2" rx=".3" fill="none" stroke="#00735C" stroke-width=".13"/>{}</svg>'
)
_CODE_ON_BADGE = '<text x="1.5" y="1.4" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="1.1" fill="#fff">{}</text>'


@functools.lru_cache(400)
def flag_image(code: str) -> str:
    """The SVG for an ISO 3166-1 alpha-2 code; empty for what is no such code."""
    if not _CODE.fullmatch(code):
        return ""
    shapes = flag(code)
    if not shapes:
        return _FRAME.format('<rect width="3" height="2" fill="#00735C"/>', _CODE_ON_BADGE.format(code))
    return _FRAME.format("".join(_drawn(colour, numbers) for colour, numbers in shapes), "")


def _drawn(colour: str, numbers: tuple[float, ...]) -> str:
    if len(numbers) == 3:
        x, y, radius = numbers
        return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{colour}"/>'
    corners = " ".join(f"{x:.3g},{y:.3g}" for x, y in zip(numbers[::2], numbers[1::2], strict=True))
    return f'<polygon points="{corners}" fill="{colour}"/>'
