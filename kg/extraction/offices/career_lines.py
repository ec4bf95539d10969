"""Curricula vitae in lines: `05/2003 - 03/2006: Phó Tư lệnh, Bí thư Đảng ủy Quân đoàn 2;` tells offices of the person named before the lines.

Comes in: the sentences and their findings. Goes out: links of the offices behind the colon to that person; a period that ended makes them former.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.view import SentenceView

__all__ = ["CAREER_LINE", "career_line_links"]

CAREER_LINE = "line of a career"
_LONGEST_PERIOD = 16
_LEAST_LINES = 2  # one such line may be the programme of a visit


def career_line_links(
    views: Sequence[SentenceView], found: Sequence[Found], linked: Sequence[HoldingLink], named: Callable[[Found], bool]
) -> list[HoldingLink]:
    """Links of the offices told in lines that begin with a period; `named` tells which findings name a person for certain."""
    taken = {(link.office.sentence, link.office.start) for link in linked}
    lines = {view.index: period for view in views if (period := _period(view)) is not None}
    if len(lines) < _LEAST_LINES:
        return []
    holder: Found | None = None
    out: list[HoldingLink] = []
    for finding in found:
        if finding.sentence not in lines:
            if finding.kind == "person" and named(finding):
                holder = finding
            continue
        start, over = lines[finding.sentence]
        if holder is None or finding.kind != "office" or finding.start < start or (finding.sentence, finding.start) in taken:
            continue
        if not isinstance(finding.what, OfficePhrase) or any(f.kind == "person" and f.sentence == finding.sentence for f in found):
            continue
        phrase = finding.what
        if over and phrase.status == "current":
            phrase = phrase._replace(status="former", marked=True)
        out.append(HoldingLink(holder, finding._replace(what=phrase), CAREER_LINE))
    return out


def _period(view: SentenceView) -> tuple[int, bool] | None:
    """Where the text behind a period and its colon begins, and whether the period is over; None where no period opens the sentence."""
    numbers = 0
    open_ended = False
    for k in range(min(_LONGEST_PERIOD, len(view))):
        key = view.key(k)
        if key == ":":
            return (k + 1, numbers > 1 and not open_ended) if numbers else None
        if view.tokens[k].kind == "number":
            numbers += len(view.tokens[k].text) == 4 or "/" in view.tokens[k].text
        elif key in {"nay", "hiện"}:
            open_ended = True
        elif view.tokens[k].kind != "sign" and key not in words("period_word"):
            return None
    return None
