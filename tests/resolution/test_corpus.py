"""The corpus as gold tells it: the same knowledge in any order, merging measured as pairs, a way from every conclusion to its words."""

from __future__ import annotations

import itertools
import random

import msgspec
import pytest

from kg.errors import KgError
from kg.model import Claim, Extraction, Knowledge
from kg.resolution import resolve, resolve_with_reasons
from tests.resolution.gold_records import gold_records

Place = tuple[str, int]
"""An event of an article: the article's id and the event's number in its record."""

GOLD = list(gold_records())
RECORDS = [record for record, _ in GOLD]


@pytest.fixture(scope="module")
def found() -> Knowledge:
    return resolve(RECORDS)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_articles_does_not_matter(found: Knowledge, seed: int) -> None:
    shuffled = random.Random(seed).sample(RECORDS, len(RECORDS))
    again = resolve(shuffled)
    assert again == found
    assert msgspec.json.encode(again) == msgspec.json.encode(found)


def test_a_subset_gives_what_it_gives_alone() -> None:
    half = RECORDS[::2]
    assert resolve(half) == resolve(list(reversed(half)))


def test_an_article_given_twice_counts_once(found: Knowledge) -> None:
    assert resolve([*RECORDS, RECORDS[0]]) == found


def test_two_articles_of_one_id_are_told() -> None:
    other = msgspec.structs.replace(RECORDS[0], text=RECORDS[0].text + " ")
    with pytest.raises(KgError, match=RECORDS[0].article.id):
        resolve([*RECORDS, other])


def test_no_articles_give_nothing() -> None:
    assert resolve([]) == Knowledge()


def pairs(groups: list[list[Place]]) -> set[tuple[Place, Place]]:
    """All pairs of events of different articles that are in one group."""
    return {(min(one, other), max(one, other)) for group in groups for one, other in itertools.combinations(group, 2) if one[0] != other[0]}


def test_events_are_merged_as_gold_says(found: Knowledge) -> None:
    """`same_as` of the gold against merging, as pairs: precision at least 0.95, recall at least 0.80."""
    wanted: dict[str, list[Place]] = {}
    for record, names in GOLD:
        for number, name in enumerate(names):
            if name:
                wanted.setdefault(name, []).append((record.article.id, number))
    numbers = _events_by_claim()
    merged = [sorted({numbers[claim] for claim in event.claims}) for event in found.events]
    right, told = pairs(list(wanted.values())), pairs(merged)
    assert len(right & told) >= 0.95 * len(told), sorted(told - right)
    assert len(right & told) >= 0.80 * len(right), sorted(right - told)
    assert len(told) > 100


def _events_by_claim() -> dict[str, Place]:
    """The event each claim is made for: claims are numbered through the evidence of the article's events."""
    places: dict[str, Place] = {}
    for record, _ in GOLD:
        count = 0
        for number, event in enumerate(record.events):
            for _ in event.evidence:
                count += 1
                places[f"claim/{record.article.id}/event-{count}"] = (record.article.id, number)
    return places


def test_the_contradiction_of_the_corpus_is_found(found: Knowledge) -> None:
    (one,) = [one for one in found.contradictions if one.kind == "date"]
    assert one.about == "event/2016-05-22-visit-barack-obama-vn"


def test_identifiers_are_different_ascii_and_never_change_their_kind(found: Knowledge) -> None:
    ids = [
        one.id
        for group in (found.entities, found.offices, found.holdings, found.events, found.relations, found.contradictions, found.claims)
        for one in group
    ]
    assert len(ids) == len(set(ids))
    assert all(identifier.isascii() for identifier in ids)
    assert {"person/to-lam", "country/US", "place/ha-noi", "office/tong-thong-us", "organization/lien-hop-quoc"} <= set(ids)


def test_every_conclusion_leads_to_words_in_an_article(found: Knowledge) -> None:
    texts = {record.article.id: record.text for record in RECORDS}
    claims = {claim.id: claim for claim in found.claims}
    assert all(one.source for one in found.background)
    for group in (found.entities, found.holdings, found.events, found.relations, found.contradictions, found.titles):
        for one in group:
            assert one.claims, one.id
            assert all(claim in claims for claim in one.claims), one.id
    for claim in claims.values():
        text = texts[claim.article]
        assert text[claim.start : claim.end] == claim.quote != ""
        assert text[claim.sentence_start : claim.sentence_end] == claim.sentence
        assert claim.sentence_start <= claim.start and claim.end <= claim.sentence_end


def test_every_claim_is_about_a_conclusion_that_names_it(found: Knowledge) -> None:
    named: dict[str, tuple[str, ...]] = {one.id: one.claims for group in (found.entities, found.holdings, found.events) for one in group}
    for claim in found.claims:
        assert claim.id in named[claim.about]


def test_references_lead_somewhere(found: Knowledge) -> None:
    entities = {one.id for one in found.entities}
    offices = {one.id for one in found.offices}
    holdings = {one.id for one in found.holdings} | {one.id for one in found.background}
    isos = {one.iso for one in found.entities if one.iso}
    assert all(one.owner is None or one.owner in entities for one in found.offices)
    held = [(one.holder, one.office) for one in found.holdings] + [(one.holder, one.office) for one in found.background]
    assert all(holder in entities and office in offices for holder, office in held)
    assert all(one.country is None or one.country in isos for one in found.entities)
    for event in found.events:
        assert event.place is None or event.place in entities
        for part in event.participations:
            assert part.participant in entities | offices
            assert part.acting_as is None or part.acting_as in holdings
    assert all(country in entities for one in found.relations for country in one.countries)


def test_a_claim_of_an_event_without_a_stretch_of_text_is_its_sentence() -> None:
    record: Extraction = next(record for record in RECORDS if record.events)
    event = msgspec.structs.replace(record.events[0], evidence=((40, 40),))
    claims: list[Claim] = [claim for claim in resolve([msgspec.structs.replace(record, events=(event,))]).claims if claim.kind == "event"]
    assert [claim.quote == claim.sentence != "" for claim in claims] == [True]


def test_judgements_name_what_they_judge() -> None:
    judgements = resolve_with_reasons(RECORDS).judgements
    articles = {record.article.id for record in RECORDS}
    assert judgements
    assert all(one.one.split("#")[0] in articles and one.reason for one in judgements)
    assert list(judgements) == sorted(judgements, key=lambda one: (one.one, one.other, one.reason))
