"""Which names of bodies in one article are the same: acronyms in brackets, forms with and without the country or the place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.extraction.bodies.clusters import Cluster, acronym_behind, join
from kg.extraction.bodies.organizations import Body, place_of_the_last
from kg.extraction.bodies.shared_heads import name_of_company
from kg.extraction.sentence.context_words import longest_first, words
from kg.extraction.sentence.found import Found
from kg.extraction.sentence.view import SentenceView
from kg.language import fold
from kg.lexicon.rows import Country, OrganizationRow
from kg.lexicon.short_forms import in_full

__all__ = ["cluster_bodies"]

def cluster_bodies(views: Sequence[SentenceView], found: Sequence[Found]) -> tuple[list[Cluster], dict[tuple[int, int, int], Cluster]]:
    """Clusters of the organisation findings, and the cluster of each finding by (sentence, start, end)."""
    clusters: dict[str, Cluster] = {}
    of: dict[tuple[int, int, int], Cluster] = {}
    introduced: dict[str, Cluster] = {}
    owned: dict[int, str] = {}
    for finding in found:
        body = finding.what
        if finding.kind != "organization" or not isinstance(body, Body):
            continue
        view = views[finding.sentence]
        row = body.row
        core = view.surface(body.start, body.core_end)
        # `Bộ GDĐT Việt Nam` is the ministry of the row, too
        whole = row is not None and (body.end == body.core_end or (row.country != "" and body.country == row.country))
        key = in_full(row.name if row is not None and whole else _with_party(view, body) or finding.name)
        shared = place_of_the_last(view, body.start, body.end) if body.end == body.core_end else ""
        if shared:
            key = in_full(f"{finding.name} {shared}")
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(_with_place(finding.name, shared))
            cluster.kind, cluster.country = body.kind, body.country
        join(cluster, finding)
        if row is not None and body.end == body.core_end:
            cluster.row = row
            _alias(cluster, row)
            short = _without_owner(view, body)
            if short:
                owned.setdefault(id(cluster), short)
        elif core != finding.name:
            cluster.aliases.setdefault(core)
            for unit in words("unit_alone"):  # `UBND tỉnh` of `UBND tỉnh Phú Thọ`
                if fold(finding.name).startswith(f"{fold(core)} {unit} "):
                    cluster.aliases.setdefault(finding.name[: len(core) + 1 + len(unit)])
            owned.setdefault(id(cluster), core)
        _without_head(cluster, view, body)
        acronym = acronym_behind(view, body.end)
        if acronym:
            cluster.aliases.setdefault(acronym)
            introduced.setdefault(acronym, cluster)
        of[(finding.sentence, finding.start, finding.end)] = cluster
    joined = {id(c): introduced[c.name] for c in clusters.values() if c.name in introduced and introduced[c.name] is not c}
    joined |= _bare_of_another_country(clusters.values(), owned, found)
    joined |= {here: there for here, there in _same_companies(clusters.values(), views).items() if here not in joined}
    named, of = _unite(clusters, of, joined)
    # `Đảng`, `Nhà nước`, `Chính phủ` alone name no body: which party, whose state? Joined to a fuller name they are its mentions.
    bare = {id(c) for c in named if in_full(c.name) in words("bare_body")}
    return [c for c in named if id(c) not in bare], {at: c for at, c in of.items() if id(c) not in bare}


def _with_place(name: str, place: str) -> str:
    """`HĐND tỉnh Phú Thọ`, but `Tỉnh ủy Phú Thọ`: a party committee's name has the unit in it."""
    if not place:
        return name
    unit = next((u for u in longest_first("local_unit") if place.casefold().startswith(u + " ")), "")
    return f"{name} {place[len(unit) :].strip() if unit and fold(name).startswith(unit.split()[0]) else place}"


def _alias(cluster: Cluster, row: OrganizationRow) -> None:
    for form in (row.name, *row.acronyms):
        cluster.aliases.setdefault(form)


def _without_head(cluster: Cluster, view: SentenceView, body: Body) -> None:
    """`tập đoàn Exxon Mobil` also answers to `Exxon Mobil`, `đảng Pheu Thai` to `Pheu Thai`."""
    head = view.hit(body.start, "organization_head")
    if head is None or view.upper(body.start):
        return
    named = next((k for k in range(head.end, body.end) if view.upper(k)), None)
    if named is not None:
        cluster.aliases.setdefault(view.surface(named, body.end))


def _with_party(view: SentenceView, body: Body) -> str:
    """`Ban Chấp hành Trung ương |Đảng Lào|` with the party's own name, so that both ways to write it are one; empty where it ends in no party."""
    for k in range(body.start + 1, body.end):
        row = next((hit.row for hit in view.hits_at(k, "organization") if hit.end == body.end), None)
        if isinstance(row, OrganizationRow) and row.kind == "party":
            return f"{view.surface(body.start, k)} {row.name}"
    return ""


def _without_owner(view: SentenceView, body: Body) -> str:
    """`Quốc hội| Lào`: a body of the table without the country at its end; empty where none stands there."""
    for k in range(body.start + 1, body.end):
        country = view.country(k)
        if country is not None and country[1] == body.end and country[0].iso == body.country:
            return view.surface(body.start, k)
    return ""


def _bare_of_another_country(clusters: Iterable[Cluster], owned: dict[int, str], found: Sequence[Found]) -> dict[int, Cluster]:
    """`Quốc hội Lào … |Quốc hội|`: behind the full name the bare one is that country's, where the article tells more of it than of Viet Nam."""
    named = Counter(f.what.iso for f in found if f.kind == "country" and isinstance(f.what, Country))
    joined: dict[int, Cluster] = {}
    listed = list(clusters)
    for bare in listed:
        if bare.row is None or bare.country != "VN" or any(f.name != bare.name for f in bare.found):
            continue
        full = [c for c in listed if c.country not in (None, "VN") and in_full(owned.get(id(c), "")) == in_full(bare.name)]
        if len(full) == 1 and named[full[0].country or ""] > named["VN"] and _begins(full[0]) < _begins(bare):
            joined[id(bare)] = full[0]
    return joined


def _same_companies(clusters: Iterable[Cluster], views: Sequence[SentenceView]) -> dict[int, Cluster]:
    """`công ty |Thuận An|` and `Công ty Cổ phần Tập đoàn |Thuận An|`: one name behind the head words is one company, called by the longest."""
    by_name: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        body = cluster.found[0].what
        if cluster.kind == "company" and isinstance(body, Body):
            by_name.setdefault(fold(name_of_company(views[cluster.found[0].sentence], body)), []).append(cluster)
    joined: dict[int, Cluster] = {}
    for name, same in by_name.items():
        longest = max(same, key=lambda c: (len(c.name), c.name))
        joined |= {id(c): longest for c in same if name and c is not longest}
    return joined


def _are_of_two_countries(known: Cluster, other: Cluster) -> bool:
    """`Chính phủ Việt Nam`, a body of the table, is not `Chính phủ Singapore`."""
    return known.row is not None and bool(known.country and other.country) and known.country != other.country


def _begins(cluster: Cluster) -> tuple[int, int]:
    return min((f.sentence, f.start) for f in cluster.found)


def _unite(
    clusters: dict[str, Cluster], of: dict[tuple[int, int, int], Cluster], joined: dict[int, Cluster]
) -> tuple[list[Cluster], dict[tuple[int, int, int], Cluster]]:
    """Join acronyms to the name they were introduced for, and a bare name to the one longer name that begins with it.

    `joined` are those of which it is known already.
    """
    gone: dict[int, Cluster] = dict(joined)
    names = list(clusters.items())
    for key, cluster in names:
        if id(cluster) in joined:
            continue
        target = None
        for _, other in names:
            if other is cluster or id(other) in gone or _are_of_two_countries(cluster, other):
                continue
            if any(in_full(a) == key for a in other.aliases) and len(other.name) > len(cluster.name):
                target = other
                break
        if target is None and len(key.split()) > 3:
            # the same words in another order: `Trung tâm Nghiên cứu và Chiến lược Quốc tế`
            content = sorted(w for w in key.split() if w != "và")
            target = next(
                (o for k, o in names if o is not cluster and id(o) not in gone and sorted(w for w in k.split() if w != "và") == content),
                None,
            )
        if target is None:
            longer = [o for k, o in names if o is not cluster and k.startswith((key + " ", key + ",")) and id(o) not in gone]
            same_head = [
                o for o in longer if o.kind == cluster.kind and (_only_owner(o.name, cluster.name, o) or in_full(o.name)[len(key) + 1 :] in clusters)
            ]  # `Cục Tổ chức cán bộ| Bộ Công an`, beside the ministry
            if len(same_head) == 1 and len(key.split()) > 1:
                target = same_head[0]
        if target is None and (bare := _without_unit(key)) == key:
            # `Công an Hà Tĩnh` is `Công an tỉnh Hà Tĩnh` where no other unit of that name has one
            same_place = [o for k, o in names if k != key and o.kind == cluster.kind and _without_unit(k) == bare and id(o) not in gone]
            target = same_place[0] if len(same_place) == 1 else None
        if target is not None:
            gone[id(cluster)] = target
    for _, cluster in names:
        target = gone.get(id(cluster))
        while target is not None and id(target) in gone:
            target = gone[id(target)]
        if target is None or target is cluster:
            continue
        for finding in cluster.found:
            join(target, finding)
        for alias in cluster.aliases:
            target.aliases.setdefault(alias)
        if cluster.row is None or not cluster.row.shares(cluster.name) or target.row is not None:
            target.country = target.country or cluster.country  # `Bộ Y tế Gaza` has no country from `Bộ Y tế` alone
        gone[id(cluster)] = target
    for place, cluster in of.items():
        of[place] = gone.get(id(cluster), cluster)
    return [c for _, c in names if id(c) not in gone], of


def _without_unit(key: str) -> str:
    unit = next((u for u in longest_first("local_unit") if f" {u} " in key), None)
    return key.replace(f" {unit} ", " ", 1) if unit is not None else key


def _only_owner(longer: str, shorter: str, cluster: Cluster) -> bool:
    """The longer name adds nothing but the country, the place or the task: `Bộ Ngoại giao| Campuchia`, `Ban Chấp hành Đảng bộ| Thành phố Hà Nội`,
    `Ban Chỉ đạo liên ngành Trung ương| về an toàn thực phẩm`, `Đại sứ quán Việt Nam| tại Lào`.
    """
    if any(in_full(alias) == in_full(shorter) for alias in cluster.aliases):
        return True
    if any(in_full(shorter).endswith(" " + unit) for unit in words("unit_alone")):
        return True  # `Đảng bộ tỉnh| Quảng Ninh`
    rest = in_full(longer).removeprefix(in_full(shorter)).strip()
    further_task = "về " in in_full(shorter) and longer[len(shorter) :].startswith(", ")
    return rest.startswith(("về ", "tại ")) or further_task or any(rest.startswith(unit + " ") for unit in words("local_unit"))


