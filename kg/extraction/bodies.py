"""Which names of bodies, places and documents in one article are the same: acronyms in brackets, forms with and without the country."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extraction.agreements import Document
from kg.extraction.context_words import longest_first, words
from kg.extraction.found import Found
from kg.extraction.organizations import Body, place_of_the_last
from kg.extraction.view import SentenceView
from kg.language import fold
from kg.lexicon.rows import AgreementRow, OrganizationRow, PlaceRow

__all__ = ["Cluster", "cluster_bodies", "cluster_documents", "cluster_places"]

KIND_WORD = "kind word: "


class Cluster:
    """One body, place or document of the article: the fullest name, the other forms, and where it is named."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.aliases: dict[str, None] = {}
        self.found: list[Found] = []
        self.country: str | None = None
        self.kind: str | None = None
        self.known = False


def _normal(name: str) -> str:
    key = " ".join(fold(name).replace("-", " ").replace("–", " ").split())
    for short, full in (
        ("t.ư", "trung ương"),
        ("tư đảng", "trung ương đảng"),
        ("ubnd", "ủy ban nhân dân"),
        ("hđnd", "hội đồng nhân dân"),
        ("csvn", "cộng sản việt nam"),
        ("tp.", "thành phố"),
        ("tp", "thành phố"),
        ("tphcm", "thành phố hồ chí minh"),
        ("tp.hcm", "thành phố hồ chí minh"),
        ("hcm", "hồ chí minh"),
        ("tỉnh ủy tỉnh", "tỉnh ủy"),
        ("thành ủy thành phố", "thành ủy"),
        ("huyện ủy huyện", "huyện ủy"),
        ("bch", "ban chấp hành"),
        ("tmcp", "thương mại cổ phần"),
    ):
        key = f" {key} ".replace(f" {short} ", f" {full} ").strip()
    return key


def cluster_bodies(views: Sequence[SentenceView], found: Sequence[Found]) -> tuple[list[Cluster], dict[tuple[int, int, int], Cluster]]:
    """Clusters of the organisation findings, and the cluster of each finding by (sentence, start, end)."""
    clusters: dict[str, Cluster] = {}
    of: dict[tuple[int, int, int], Cluster] = {}
    for finding in found:
        body = finding.what
        if finding.kind != "organization" or not isinstance(body, Body):
            continue
        view = views[finding.sentence]
        row = body.row
        core = view.surface(body.start, body.core_end)
        # `Bộ GDĐT Việt Nam` is the ministry of the row, too
        whole = row is not None and (body.end == body.core_end or (row.country != "" and body.country == row.country))
        key = _normal(row.name if row is not None and whole else finding.name)
        shared = place_of_the_last(view, body.start, body.end) if body.end == body.core_end else ""
        if shared:
            key = _normal(f"{finding.name} {shared}")
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(_with_place(finding.name, shared))
            cluster.kind, cluster.country = body.kind, body.country
        _join(cluster, finding)
        if row is not None and body.end == body.core_end:
            cluster.known = True
            _alias(cluster, row)
        elif core != finding.name:
            cluster.aliases.setdefault(core)
        _without_head(cluster, view, body)
        acronym = _acronym(view, body.end)
        if acronym:
            cluster.aliases.setdefault(acronym)
        of[(finding.sentence, finding.start, finding.end)] = cluster
    named, of = _unite(clusters, of)
    # `Đảng`, `Nhà nước`, `Chính phủ` alone name no body: which party, whose state? Joined to a fuller name they are its mentions.
    bare = {id(c) for c in named if _normal(c.name) in words("bare_body")}
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


def _acronym(view: SentenceView, j: int) -> str | None:
    if view.key(j) == "(" and view.key(j + 2) == ")" and view.tokens[j + 1].caps and 2 <= len(view.tokens[j + 1].text) <= 10:
        return view.tokens[j + 1].text
    return None


def _join(cluster: Cluster, finding: Found) -> None:
    cluster.found.append(finding)
    cluster.aliases.setdefault(finding.name)
    if len(finding.name) > len(cluster.name) and not finding.name.isupper():
        cluster.name = finding.name


def _unite(clusters: dict[str, Cluster], of: dict[tuple[int, int, int], Cluster]) -> tuple[list[Cluster], dict[tuple[int, int, int], Cluster]]:
    """Join acronyms to the name they were introduced for, and a bare name to the one longer name that begins with it."""
    gone: dict[int, Cluster] = {}
    names = list(clusters.items())
    for key, cluster in names:
        target = None
        for _, other in names:
            if other is cluster or id(other) in gone:
                continue
            if any(_normal(a) == key for a in other.aliases) and len(other.name) > len(cluster.name):
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
            longer = [o for k, o in names if o is not cluster and k.startswith(key + " ") and id(o) not in gone]
            same_head = [o for o in longer if o.kind == cluster.kind and _only_owner(o.name, cluster.name, o)]
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
            _join(target, finding)
        for alias in cluster.aliases:
            target.aliases.setdefault(alias)
        target.country = target.country or cluster.country
        gone[id(cluster)] = target
    for place, cluster in of.items():
        of[place] = gone.get(id(cluster), cluster)
    return [c for _, c in names if id(c) not in gone], of


def _without_unit(key: str) -> str:
    unit = next((u for u in longest_first("local_unit") if f" {u} " in key), None)
    return key.replace(f" {unit} ", " ", 1) if unit is not None else key


def _only_owner(longer: str, shorter: str, cluster: Cluster) -> bool:
    """The longer name adds nothing but the country, the place or the task: `Bộ Ngoại giao| Campuchia`, `Ban Chấp hành Đảng bộ| Thành phố Hà Nội`,
    `Ban Chỉ đạo liên ngành Trung ương| về an toàn thực phẩm`.
    """
    if any(_normal(alias) == _normal(shorter) for alias in cluster.aliases):
        return True
    rest = _normal(longer).removeprefix(_normal(shorter)).strip()
    return rest.startswith("về ") or any(rest.startswith(unit + " ") for unit in words("local_unit"))


def cluster_places(
    found: Sequence[Found], aliases_of: Callable[[PlaceRow], Sequence[str]]
) -> tuple[list[Cluster], dict[tuple[int, int, int], Cluster]]:
    """Clusters of the place findings by table row or by name."""
    clusters: dict[str, Cluster] = {}
    of: dict[tuple[int, int, int], Cluster] = {}
    for finding in found:
        if finding.kind != "place":
            continue
        row = finding.what if isinstance(finding.what, PlaceRow) else None
        key = _normal(row.name if row is not None else finding.name)
        cluster = clusters.get(key)
        if cluster is None:
            cluster = clusters[key] = Cluster(finding.name)
            if row is not None:
                cluster.country, cluster.kind = row.country or None, row.kind
                for form in aliases_of(row):
                    cluster.aliases.setdefault(form)
        _join(cluster, finding)
        if finding.rule.startswith(KIND_WORD):  # `sông Chảy` answers to the name with its kind word too
            cluster.aliases.setdefault(f"{finding.rule.removeprefix(KIND_WORD)} {finding.name}")
        of[(finding.sentence, finding.start, finding.end)] = cluster
    return list(clusters.values()), of


def _before_subject(name: str) -> str:
    """`Hiệp định miễn thị thực| cho hộ chiếu ngoại giao` is also called without what it is about or for whom."""
    return min((name.split(f" {link} ")[0] for link in ("về", "cho", "giữa")), key=len)


def cluster_documents(views: Sequence[SentenceView], found: Sequence[Found]) -> list[Cluster]:
    """Clusters of the document findings; an acronym in brackets behind a name joins the two."""
    clusters: dict[str, Cluster] = {}
    for finding in found:
        document = finding.what
        if finding.kind != "agreement" or not isinstance(document, Document):
            continue
        row: AgreementRow | None = document.row
        key = _normal(row.name if row is not None else finding.name)
        cluster = clusters.setdefault(key, Cluster(finding.name))
        cluster.kind = document.kind
        _join(cluster, finding)
        if row is not None:
            for form in (row.name, *row.acronyms):
                cluster.aliases.setdefault(form)
        acronym = _acronym(views[finding.sentence], document.end)
        if acronym:
            cluster.aliases.setdefault(acronym)
        short = _before_subject(finding.name)
        if row is None and len(short.split()) > 2:
            cluster.aliases.setdefault(short)
    merged: list[Cluster] = []
    for cluster in sorted(clusters.values(), key=lambda c: -len(c.name)):
        key = _normal(cluster.name)
        target = next((m for m in merged if key in {_normal(x) for x in (m.name, *m.aliases)}), None)
        if target is None:  # `Tuyên bố chung` is the one that was named with its parties or its subject
            longer = [m for m in merged if _normal(m.name).startswith(key + " ")]
            target = longer[0] if len(longer) == 1 and len(key.split()) > 2 else None
        if target is None:
            merged.append(cluster)
        else:
            for finding in cluster.found:
                _join(target, finding)
    merged.sort(key=lambda c: (c.found[0].sentence, c.found[0].start))
    return merged
