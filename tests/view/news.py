"""A small world of news for the page's tests: people in offices, what happened between them, and articles that say so.

The tables of `news_tables.py` become articles (with true offsets), `Extraction` records and a `Knowledge`, written by the real graph code.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from pathlib import Path

from kg.graph.store import write
from kg.model import (
    ArticleInfo,
    BackgroundTerm,
    Claim,
    Contradiction,
    Entity,
    Extraction,
    Holding,
    KgEntity,
    KgEvent,
    Knowledge,
    Mention,
    Office,
    OfficeHolding,
    Participation,
    Relation,
    encode_extraction,
)
from tests.view.news_tables import COUNTRIES, EVENTS, LEVEL_ID, ORGANIZATIONS, OUTLETS, PEOPLE, PLACES, SENTENCES, WHERE


@dataclass
class _Writer:
    """One article being written: its text, what is mentioned where, and the claims on its sentences."""

    info: ArticleInfo
    text: str = ""
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    holdings: list[tuple[str, str, int, int]] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def say(self, template: str, claims: list[tuple[str, str]], **slots: list[tuple[str, str]]) -> None:
        """Append a sentence; a slot is a list of (text, entity) pieces, an office's piece is told by `holding/…`."""
        start = len(self.text)
        spans: list[tuple[str, int, int]] = []
        for literal, slot in _pieces(template):
            self.text += literal
            for piece, about in slots.get(slot, []):
                begin = len(self.text)
                self.text += piece
                if about:
                    spans.append((about, begin, len(self.text)))
        end = len(self.text)
        self.text += " "
        for about, begin, stop in spans:
            if about.startswith("holding/"):
                self.claim("holding", about, begin, stop, start, end, "title-complement-name")
            else:
                self.mentions.setdefault(about, []).append(Mention(begin, stop, self.text[begin:stop]))
                self.claim("entity", about, begin, stop, start, end, "gazetteer")
        for kind, about in claims:
            self.claim(kind, about, start, end, start, end, "verb-frame")

    def claim(self, kind: str, about: str, begin: int, stop: int, start: int, end: int, rule: str) -> None:
        number = sum(c.kind == kind for c in self.claims) + 1
        tier = ("asserted", "asserted", "probable")[(len(self.claims) + number) % 3] if kind == "event" else "asserted"
        article = self.info.id
        self.claims.append(
            Claim(f"claim/{article}/{kind}-{number}", kind, article, about, begin, stop, self.text[begin:stop], start, end,
                  self.text[start:end], rule, 0.97 if tier == "asserted" else 0.8, tier)  # type: ignore[arg-type]
        )  # fmt: skip


def _pieces(template: str) -> list[tuple[str, str]]:
    parts = template.replace("}", "{").split("{")
    return list(itertools.zip_longest(parts[::2], parts[1::2], fillvalue=""))


def _owner(key: str) -> str:
    return f"country/{key}" if key in COUNTRIES else f"organization/{key}"


def _owner_name(key: str) -> str:
    return COUNTRIES[key] if key in COUNTRIES else ORGANIZATIONS[key][0]


def _slug(text: str) -> str:
    from kg.language.folding import slug

    return slug(text)


def _offices() -> dict[str, Office]:
    offices = {}
    for _, terms in PEOPLE.values():
        for _, title, role, owner, seats in terms:
            label = f"{title} {_owner_name(owner)}"
            offices[f"office/{_slug(label)}"] = Office(f"office/{_slug(label)}", label, title, role, _owner(owner), seats or None)
    return offices


def _term(person: str, day: str) -> tuple[str, str, str, str, int] | None:
    return next((term for term in reversed(PEOPLE[person][1]) if term[0] <= day), None)


def _holding_id(person: str, term: tuple[str, str, str, str, int]) -> str:
    return f"holding/{person}-{_slug(f'{term[1]} {_owner_name(term[3])}')}"


def _who(key: str, day: str) -> list[tuple[str, str]]:
    if key in COUNTRIES:
        return [(COUNTRIES[key], f"country/{key}")]
    name = PEOPLE[key][0]
    term = _term(key, day)
    if term is None:
        return [("Ông ", ""), (name, f"person/{key}")]
    holding = _holding_id(key, term)
    return [(term[1] + " ", holding), (_owner_name(term[3]), _owner(term[3])), (" ", ""), (name, f"person/{key}")]


def make_news() -> tuple[Knowledge, list[Extraction]]:
    """The whole world: what the graph concludes, and the records of the articles it was read from."""
    writers: dict[tuple[str, int], _Writer] = {}
    events: dict[str, tuple[str, str, str, str, str, int]] = {}
    for row in EVENTS:
        day, kind, a, b, extra, reports = row
        event = f"event/{_slug(kind)}-{day}-{_slug(a)}-{_slug(b)}"
        events[event] = row
        for outlet in range(reports):
            if (day, outlet) not in writers:
                slug = f"{day}-{_slug(OUTLETS[outlet])}"
                url = f"https://example.org/{slug}.html" if outlet != 1 else None
                title = f"{_plain(a)} và {_plain(b)}: tin ngày {_spoken(day)}"
                info = ArticleInfo(slug, title, f"{day}T1{outlet}:30:00+07:00", None, OUTLETS[outlet], url, f"{len(writers):064x}")
                writers[day, outlet] = _Writer(info, title + "\n")
            about = [("event", event)] + ([("event", f"relation/{_pair(a, b)}")] if kind == "RelationChange" else [])
            writers[day, outlet].say(
                SENTENCES[kind][outlet], about, a=_who(a, day), b=_who(b, day), day=[(_spoken(day), "")], level=[(extra, "")]
            )
    claims = [claim for writer in writers.values() for claim in writer.claims]
    return _knowledge(events, claims, [w.info for w in writers.values()]), [_extraction(w) for w in writers.values()]


def _plain(key: str) -> str:
    return COUNTRIES.get(key) or PEOPLE[key][0]


def _pair(a: str, b: str) -> str:
    return "-".join(sorted((a.lower(), b.lower())))


def _spoken(day: str) -> str:
    return f"{int(day[8:])}/{int(day[5:7])}/{day[:4]}"


def _extraction(writer: _Writer) -> Extraction:
    kinds = {"person": "Person", "country": "Country", "organization": "Organization"}
    numbered = {key: f"e{n}" for n, key in enumerate(writer.mentions, start=1)}
    entities = []
    for key, found in writer.mentions.items():
        iso = key[-2:] if key.startswith("country") else None
        entities.append(Entity(numbered[key], kinds[key.split("/")[0]], found[0].text, iso=iso, mentions=tuple(found)))  # type: ignore[arg-type]
    holdings = tuple(
        Holding(numbered[f"person/{_holder(c.about)}"], "", None, "current", ((c.start, c.end),))
        for c in writer.claims
        if c.kind == "holding"
    )
    return Extraction(writer.info, writer.text, tuple(entities), holdings)


def _holder(holding: str) -> str:
    return next(person for person in PEOPLE if holding.startswith(f"holding/{person}-"))


def _knowledge(events: dict[str, tuple[str, str, str, str, str, int]], claims: list[Claim], articles: list[ArticleInfo]) -> Knowledge:
    by_about: dict[str, list[str]] = {}
    seen: dict[str, set[str]] = {}
    published = {info.id: (info.published or "")[:10] for info in articles}
    for claim in claims:
        by_about.setdefault(claim.about, []).append(claim.id)
        seen.setdefault(claim.about, set()).add(published[claim.article])

    def rests_on(key: str) -> tuple[str, ...]:
        return tuple(by_about.get(key, ()))

    entities = [KgEntity(f"country/{iso}", "Country", name, iso=iso, claims=rests_on(f"country/{iso}")) for iso, name in COUNTRIES.items()]
    entities += [
        KgEntity(f"organization/{key}", "Organization", name, country=country, claims=rests_on(f"organization/{key}"))
        for key, (name, country) in ORGANIZATIONS.items()
    ]
    entities += [KgEntity(f"place/{key}", "Place", name, country=country) for key, (name, country) in PLACES.items()]
    entities += [
        KgEntity(f"person/{key}", "Person", name, aliases=(name.split()[-1],), claims=rests_on(f"person/{key}"))
        for key, (name, _) in PEOPLE.items()
    ]
    holdings = []
    for person, (_, terms) in PEOPLE.items():
        for n, term in enumerate(terms):
            key = _holding_id(person, term)
            until = terms[n + 1][0] if n + 1 < len(terms) and terms[n + 1][3] == term[3] else None
            office = f"office/{_slug(f'{term[1]} {_owner_name(term[3])}')}"
            days = tuple(sorted(seen.get(key, ())))
            holdings.append(OfficeHolding(key, f"person/{person}", office, "current", None, days, rests_on(key), term[0], until))
    merged = []
    for key, (day, kind, a, b, extra, reports) in events.items():
        parts = tuple(_participation(one, kind, n, day) for n, one in enumerate((a, b)))
        label = {
            "Meeting": "{} gặp {}", "PhoneCall": "{} điện đàm với {}", "Visit": "{} thăm {}", "RelationChange": "{} và {} nâng cấp quan hệ",
        }[kind].format(_plain(a), _plain(b))  # fmt: skip
        last = extra if kind == "Visit" and extra else day
        date = day if last == day else f"{day}/{last}"
        level = extra if kind == "RelationChange" else None
        place = WHERE.get(day) if kind == "Meeting" else None
        merged.append(KgEvent(key, kind, label, parts, date, day, last, place, "happened", level, reports, rests_on(key)))
    planned = KgEvent(
        "event/visit-planned-donald-trump-vn", "Visit", "Donald Trump dự kiến thăm Việt Nam",
        (Participation("person/donald-trump", "agent"), Participation("country/VN", "destination")),
        None, None, None, None, "planned", None, 1, rests_on("event/phonecall-2024-11-11-to-lam-donald-trump")[:1],
    )  # fmt: skip
    relations = [
        Relation(f"relation/{_pair(a, b)}", (a, b), extra, LEVEL_ID, day, rests_on(f"relation/{_pair(a, b)}"))
        for day, kind, a, b, extra, _ in EVENTS
        if kind == "RelationChange"
    ]
    state_president = [c for h in holdings if h.office == "office/chu-tich-nuoc-viet-nam" for c in h.claims][:2]
    contradiction = Contradiction(
        "contradiction/chu-tich-nuoc-2024-10-21", "two-holders", "office/chu-tich-nuoc-viet-nam",
        "Nhiều người cùng giữ một chức (Chủ tịch nước Việt Nam) ngày 2024-10-21: Lương Cường, Tô Lâm", tuple(state_president),
    )  # fmt: skip
    first_term = BackgroundTerm(
        "background/donald-trump-tong-thong-my-2017", "person/donald-trump", "office/tong-thong-my", "2017-01-20", "day", "2021-01-01", "month",
        "2021-02-01", False, "Bảng nhiệm kỳ",
    )  # fmt: skip
    return Knowledge(
        tuple(articles), tuple(entities), tuple(_offices().values()), tuple(holdings), (*merged, planned), tuple(relations),
        (contradiction,), tuple(claims), background=(first_term,),
    )  # fmt: skip


def _participation(key: str, kind: str, position: int, day: str) -> Participation:
    if key in COUNTRIES:
        return Participation(f"country/{key}", "destination" if kind == "Visit" else "participant")
    term = _term(key, day)
    return Participation(f"person/{key}", "agent" if kind == "Visit" else "participant", _holding_id(key, term) if term else None)


def write_build(folder: Path, knowledge: Knowledge, records: list[Extraction]) -> Path:
    """A build folder as `kg build` leaves it: the store and extractions.jsonl."""
    write(knowledge, folder)
    (folder / "extractions.jsonl").write_bytes(b"".join(encode_extraction(record) + b"\n" for record in records))
    return folder
