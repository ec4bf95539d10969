"""Which countries an article names, which of two names are one country, and which it names most.

Comes in: the findings of all sentences. Goes out: the mentions of each country by its ISO code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView
from kg.lexicon.rows import Country

__all__ = ["cluster_countries", "most_named"]


def cluster_countries(found: Sequence[Found], views: Sequence[SentenceView]) -> tuple[dict[str, list[Found]], dict[str, str]]:
    """The mentions of each country by ISO code, and the code of the country that those of another code turned out to mean."""
    countries: dict[str, list[Found]] = {}
    same: dict[str, str] = {}
    for finding in found:
        if finding.kind == "country" and isinstance(finding.what, Country) and finding.what.iso:
            countries.setdefault(finding.what.iso, []).append(finding)
    # `Dominica` after `Cộng hòa Dominica` is the country that was named in full, not the one that bears the bare name
    surfaces = {iso: {views[f.sentence].surface(f.start, f.end) for f in mentions} for iso, mentions in countries.items()}
    for iso in list(countries):
        fuller = next((o for o in countries if o != iso and all(any(x.endswith(" " + s) for x in surfaces[o]) for s in surfaces[iso])), None)
        if fuller is not None:
            whole = next(f.what for f in countries[fuller])
            mentions = [*countries[fuller], *(f._replace(what=whole) for f in countries.pop(iso))]
            countries[fuller] = sorted(mentions, key=lambda f: (f.sentence, f.start))
            same[iso] = fuller
    return countries, same


def most_named(found: Sequence[Found]) -> str | None:
    """ISO code of the country that the article names most, the first named of equals."""
    times = Counter(f.what.iso for f in found if f.kind == "country" and isinstance(f.what, Country))
    return times.most_common(1)[0][0] if times else None
