"""Which names of places and documents in one article are the same, and what all clusters of names share: a name, its other forms, its mentions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.extraction.bodies.agreements import Document
from kg.extraction.sentence.context_words import words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView
from kg.language import fold
from kg.lexicon.rows import AgreementRow, OrganizationRow, PlaceRow
from kg.lexicon.short_forms import in_full

__all__ = ["Cluster", "acronym_behind", "cluster_documents", "cluster_places", "join"]

_KIND_WORD = "kind word: "
_NUMBERED = re.compile(r"(\D+\d+)\W(?:\D*\W)?(\w+)")


class Cluster:
    """One body, place or document of the article: the fullest name, the other forms, and where it is named."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.aliases: dict[str, None] = {}
        self.found: list[Found] = []
        self.country: str | None = None
        self.kind: str | None = None
        self.row: OrganizationRow | None = None
        """The row that a body's bare name stands for."""


def acronym_behind(view: SentenceView, j: int) -> str | None:
    if view.key(j) == "(" and view.key(j + 2) == ")" and view.tokens[j + 1].caps and 2 <= len(view.tokens[j + 1].text) <= 10:
        return view.tokens[j + 1].text
    return None


def join(cluster: Cluster, finding: Found) -> None:
    cluster.found.append(finding)
    cluster.aliases.setdefault(finding.name)
    if len(finding.name) > len(cluster.name) and not finding.name.isupper():
        cluster.name = finding.name


def _kind_word(finding: Found) -> str:
    return fold(finding.rule.removeprefix(_KIND_WORD)) if finding.rule.startswith(_KIND_WORD) else ""


def cluster_places(
    found: Sequence[Found], aliases_of: Callable[[PlaceRow], Sequence[str]]
) -> tuple[list[Cluster], dict[tuple[int, int, int], Cluster]]:
    """Clusters of the place findings by table row or by name."""
    clusters: dict[str, Cluster] = {}
    of: dict[tuple[int, int, int], Cluster] = {}
    local_units = words("local_unit") - words("feature_kind")
    units = {finding.name for finding in found if finding.kind == "place" and _kind_word(finding) in local_units}
    towns = {finding.name for finding in found if finding.kind == "place" and _kind_word(finding) not in words("named_after_people")}
    for finding in found:
        if finding.kind != "place":
            continue
        row = finding.what if isinstance(finding.what, PlaceRow) else None
        kind = _kind_word(finding)
        # `đầm Dạ Trạch` in `xã Dạ Trạch`, `sân bay Kuala Lumpur` of `Kuala Lumpur`
        feature = kind in words("feature_kind") and kind not in words("local_unit")  # `vùng Kursk` is `tỉnh Kursk`
        apart = finding.name in (units if feature else towns if kind in words("named_after_people") else ())
        key = in_full(f"{kind} {finding.name}" if apart else row.name if row is not None else finding.name)
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(f"{kind} {finding.name}" if apart else finding.name)
            if row is not None and not apart:
                cluster.country, cluster.kind = row.country or None, row.kind
                for form in aliases_of(row):
                    cluster.aliases.setdefault(form)
        join(cluster, finding)
        if kind:  # `sông Chảy` answers to the name with its kind word too
            cluster.aliases.setdefault(f"{finding.rule.removeprefix(_KIND_WORD)} {finding.name}")
        of[(finding.sentence, finding.start, finding.end)] = cluster
    return list(clusters.values()), of


def _before_subject(name: str) -> str:
    """`Hiệp định miễn thị thực| cho hộ chiếu ngoại giao` is also called without what it is about or for whom."""
    return min((name.split(f" {link} ")[0] for link in ("về", "cho", "giữa")), key=len)


def _document_key(name: str) -> str:
    """`Quyết định số 12-QĐ/TW` and `Quyết định 12/QĐNS-TW` are one: a number and an issuer, unless a year stands in the number."""
    key = in_full(name).replace(" số ", " ")
    numbered = _NUMBERED.fullmatch(" ".join(fold(name).replace(" số ", " ").replace("-", " ").split()))
    return f"{numbered[1]} {numbered[2]}" if numbered is not None else key


def cluster_documents(views: Sequence[SentenceView], found: Sequence[Found]) -> list[Cluster]:
    """Clusters of the document findings; an acronym in brackets behind a name joins the two."""
    clusters: dict[str, Cluster] = {}
    for finding in found:
        document = finding.what
        if finding.kind != "agreement" or not isinstance(document, Document):
            continue
        row: AgreementRow | None = document.row
        key = in_full(row.name) if row is not None else _document_key(finding.name)
        cluster = clusters.setdefault(key, Cluster(finding.name))
        cluster.kind = document.kind
        join(cluster, finding)
        if row is not None:
            for form in (row.name, *row.acronyms):
                cluster.aliases.setdefault(form)
        acronym = acronym_behind(views[finding.sentence], document.end)
        if acronym:
            cluster.aliases.setdefault(acronym)
        short = _before_subject(finding.name)
        if row is None and len(short.split()) > 2:
            cluster.aliases.setdefault(short)
    merged: list[Cluster] = []
    for cluster in sorted(clusters.values(), key=lambda c: -len(c.name)):
        key = _document_key(cluster.name)
        target = next((m for m in merged if key in {_document_key(x) for x in (m.name, *m.aliases)}), None)
        if target is None:  # `Tuyên bố chung` is the one that was named with its parties or its subject
            longer = [m for m in merged if _document_key(m.name).startswith(key + " ")]
            target = longer[0] if len(longer) == 1 and len(key.split()) > 2 else None
        if target is None:
            merged.append(cluster)
        else:
            for finding in cluster.found:
                join(target, finding)
    merged.sort(key=lambda c: (c.found[0].sentence, c.found[0].start))
    return merged
