"""Join the findings of all sentences into the entities and holdings of the article, with offsets into its text."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from kg.extraction.bodies.clustering import cluster_bodies
from kg.extraction.bodies.clusters import Cluster, cluster_documents, cluster_places
from kg.extraction.bodies.homes import settle_homes
from kg.extraction.bodies.homonyms import told_by_the_article
from kg.extraction.bodies.led_bodies import with_led_bodies
from kg.extraction.bodies.local_bodies import with_local_bodies
from kg.extraction.events import Appointments, event_records, read_clauses, read_events, read_figures, statistic_records
from kg.extraction.events.dating.horizon import last_day
from kg.extraction.events.modality import planned_ahead
from kg.extraction.offices.career_lines import career_line_links
from kg.extraction.offices.holdings import HeldOffice, held_offices
from kg.extraction.offices.leaders import leader_mentions, leaders_of
from kg.extraction.offices.lost_offices import lost_all
from kg.extraction.offices.owners import bears_title
from kg.extraction.offices.phrases import OfficePhrase
from kg.extraction.offices.roles import role_concept, role_key
from kg.extraction.offices.unnamed_offices import unnamed_offices
from kg.extraction.persons.deaths import told_dead
from kg.extraction.persons.index import Person, PersonIndex, name_words, whole_names, years_of_life
from kg.extraction.persons.names_elsewhere import join_bracketed, join_misspelt, join_pronouns, names_elsewhere
from kg.extraction.persons.run_on_names import without_run_ons
from kg.extraction.persons.things import without_things
from kg.extraction.places.countries import cluster_countries, most_named
from kg.extraction.places.places_elsewhere import with_places_elsewhere
from kg.extraction.sentence.found import Found, SentenceFindings
from kg.extraction.sentence.view import SentenceView
from kg.extraction.tiers import PROBABLE, Trust, trust_in_entity, trust_in_holding
from kg.extraction.voice.votes import Votes
from kg.language.dates import TimeExpression
from kg.lexicon import Lexicon
from kg.lexicon.rows import Country
from kg.model import Article, Entity, EntityType, Event, Extraction, Holding, Mention, MentionKind, Sentence, Span, Statistic

__all__ = ["Assembly"]


class Assembly:
    """The article's entities while they are put together; `record` gives the finished extraction."""

    def __init__(
        self,
        views: Sequence[SentenceView],
        findings: Sequence[SentenceFindings],
        lexicon: Lexicon,
        times: Sequence[TimeExpression],
        votes: Votes,
        published: str | None = None,
    ) -> None:
        self.votes = votes
        self.views = views
        self.findings = findings
        read = without_things([f for s in findings for f in s.found], views)
        read = with_local_bodies(with_places_elsewhere(told_by_the_article(read, views), views), views)
        self.links = [link for s in findings for link in s.links]
        self.found: list[Found] = without_run_ons(whole_names(read, views), self.links, lexicon.terms_of_office)
        self.persons = PersonIndex(lexicon)
        self.persons.build(self.found)
        self.found = sorted([*self.found, *names_elsewhere(views, self.found, self.persons)], key=lambda f: (f.sentence, f.start, -f.end))
        join_bracketed(views, self.found, self.persons)
        join_pronouns(views, self.found, self.links, self.persons)
        self.appointments = Appointments(views, self.found, self.links, self.persons, times, published)
        self.links += with_led_bodies(self.appointments.links, views, self.found)
        self.links += career_line_links(views, self.found, self.links, lambda f: self.persons.of(f) is not None)
        linked = {(link.office.sentence, link.office.start) for link in self.links}
        self.title_only = [f for f in self.found if f.kind == "office" and (f.sentence, f.start) not in linked]
        self.main_country = most_named(self.found)
        self.bodies, self.body_of = cluster_bodies(views, self.found)
        dead = {id(person) for f in self.found if (person := self.persons.of(f)) is not None and years_of_life(self.views[f.sentence], f.end)}
        dead |= {id(person) for f in told_dead(views, self.found) if (person := self.persons.of(f)) is not None}
        lost = {id(person): gone.in_party for gone in lost_all(views, self.found) if (person := self.persons.of(gone.person)) is not None}
        self.places, self.place_of = cluster_places(self.found, lambda row: (row.name, *row.aliases))
        named = {**self.place_of, **self.body_of}
        first_named = {place: (c.found[0].sentence, c.found[0].start, c.found[0].end) for place, c in named.items()}
        self.held = held_offices(self.links, self.persons, self.title_only, views, first_named, self.main_country, dead, lost)
        if join_misspelt(self.held, self.persons):
            self.held = held_offices(self.links, self.persons, self.title_only, views, first_named, self.main_country, dead, lost)
        self.documents = cluster_documents(views, self.found)
        self.countries, self.same_country = cluster_countries(self.found, views)
        settle_homes(self.bodies, self.places, self.persons.people, self.countries, lexicon)
        self.holder_of: dict[tuple[int, int, int], Person] = {}
        self.leaders = leaders_of(self.held)
        self.titles = self._title_mentions()
        self._leader_mentions()
        self.ids: dict[object, str] = {}

    # -------------------------------------------------------------- what the events ask

    def entity_of(self, finding: Found) -> object | None:
        """The person, country, body or place that a finding names: the key under which `ids` gives its entity id.

        An office without a name gives the person of the article that it stands for, or None where that is not plain.
        """
        place = (finding.sentence, finding.start, finding.end)
        if finding.kind == "person":
            return self.persons.of(finding)
        if finding.kind == "country" and isinstance(finding.what, Country):
            return ("country", self.same_country.get(finding.what.iso, finding.what.iso))
        if finding.kind == "organization":
            return self.body_of.get(place)
        if finding.kind == "place":
            return self.place_of.get(place)
        if finding.kind == "office":
            return self.holder_of.get(place)
        return None

    # -------------------------------------------------------------- the record

    def span(self, finding: Found) -> Span:
        """Characters of a finding."""
        return self.views[finding.sentence].span(finding.start, finding.end)

    def record(self, article: Article, sentences: tuple[Sentence, ...]) -> Extraction:
        """The extraction record; entity ids follow the order of first mention, those of offices without a name come last."""
        text = article.text
        drafts: list[tuple[int, Person | Cluster | tuple[str, str], Entity]] = []
        for person in self.persons.people:
            mentions = self._mentions(text, person.found, self.titles.get(id(person), ()))
            name = _fullest(person)
            aliases = tuple(a for a in dict.fromkeys(a.title() if a.isupper() and len(a) > 4 else a for a in person.aliases) if a != name)
            drafts.append((mentions[0].start, person, Entity("", "Person", name, aliases, mentions=mentions, rule=person.found[0].rule)))
        for iso, found in self.countries.items():
            country = found[0].what
            assert isinstance(country, Country)
            mentions = self._mentions(text, found)
            drafts.append((mentions[0].start, ("country", iso), Entity("", "Country", country.name, iso=iso, mentions=mentions, rule=found[0].rule)))
        kinds: tuple[tuple[EntityType, Sequence[Cluster]], ...] = (
            ("Organization", self.bodies),
            ("Place", self.places),
            ("Agreement", self.documents),
        )
        for kind, clusters in kinds:
            for cluster in clusters:
                mentions = self._mentions(text, cluster.found)
                aliases = tuple(a for a in cluster.aliases if a != cluster.name)
                entity = Entity(
                    "",
                    kind,
                    cluster.name,
                    aliases,
                    country=cluster.country,
                    kind=cluster.kind,
                    mentions=mentions,
                    rule=cluster.found[0].rule,
                )
                drafts.append((mentions[0].start, cluster, entity))
        drafts.sort(key=lambda d: (d[0], d[2].type, d[2].name))
        entities: list[Entity] = []
        for number, (_, key, entity) in enumerate(drafts, start=1):
            identifier = f"e{number}"
            self.ids[key if isinstance(key, tuple) else id(key)] = identifier
            found = self.countries[str(key[1])] if isinstance(key, tuple) else key.found
            entities.append(_numbered(entity, identifier, trust_in_entity(found, self.votes)))
        holdings = tuple(self._holding(office) for office in self.held)
        events, statistics = self._told(text, entities)
        times = self.appointments.times
        day = last_day(self.views, times, text)
        events = tuple(planned_ahead(event, times.published, day, text) for event in events)
        return Extraction(article.info, text, tuple(entities), holdings, events, statistics, article.blocks, sentences)

    def _told(self, text: str, entities: list[Entity]) -> tuple[tuple[Event, ...], tuple[Statistic, ...]]:
        """What the article tells of its entities: events and figures. Offices without a name that take part join the `entities`."""
        times = self.appointments.times
        clauses = read_clauses(self.views, self.found, self.links, self.entity_of, times.spans(), self._country_of)
        merged = read_events(clauses, self.appointments, self._country_of)
        figures = read_figures(clauses, times.expressions)
        for office in unnamed_offices(self.views, (part.key for event in merged for part in event.parts)):
            identifier = f"e{len(entities) + 1}"
            self.ids.update(((title.sentence, title.start, title.end), identifier) for title in office.found)
            mentions, rule = self._mentions(text, (), office.found), "title without a name"
            office_entity = Entity(identifier, "Office", office.title, country=office.country, kind=office.status, mentions=mentions, rule=rule)
            entities.append(_numbered(office_entity, identifier, PROBABLE))
        return event_records(merged, self.views, self.ids, self._country_of), statistic_records(figures, clauses, self.ids)

    def _country_of(self, key: object) -> str | None:
        """ISO code of the country that a person acts for, or that a place or body lies in."""
        if isinstance(key, tuple):
            return str(key[1])
        if isinstance(key, Cluster):
            return key.country
        offices = [o for o in self.held if o.person is key]
        owners = [str(o.owner[1]) for o in offices if o.owner is not None and o.owner[0] == "country"]
        if owners or not isinstance(key, Person) or not key.vietnamese:
            return owners[0] if owners else None
        # an office of Viet Nam's parties and provinces needs no country beside it
        return "VN" if offices else None

    def _mentions(self, text: str, found: Sequence[Found], titles: Sequence[Found] = ()) -> tuple[Mention, ...]:
        kinds: dict[Span, MentionKind] = {}
        for finding in titles:
            kinds[self.span(finding)] = "title"
        for finding in found:
            lower = not self.views[finding.sentence].upper(finding.start)
            kinds[self.span(finding)] = "nominal" if finding.kind == "country" and lower else "name"
        return tuple(Mention(a, b, text[a:b], kind) for (a, b), kind in sorted(kinds.items()))

    def _title_mentions(self) -> dict[int, list[Found]]:
        """Offices without a name, by the person of the article they stand for, where only one can be meant."""
        holders: dict[str, list[HeldOffice]] = {}
        for office in self.held:
            holders.setdefault(office.key, []).append(office)
        mentions: dict[int, list[Found]] = {}
        for finding in self.title_only:
            person = self._holder(finding, holders)
            if person is not None:
                mentions.setdefault(id(person), []).append(finding)
                self.holder_of[(finding.sentence, finding.start, finding.end)] = person
        return mentions

    def _leader_mentions(self) -> None:
        """`nhà lãnh đạo Nga`, joined to the person it means; no name of theirs."""
        for finding, person in leader_mentions(self.views, self.found, self.leaders):
            self.titles.setdefault(id(person), []).append(finding)
            self.persons.stand_for(finding, person)
            self.found.append(finding)
        self.found.sort(key=lambda f: (f.sentence, f.start, -f.end))

    def _holder(self, finding: Found, holders: dict[str, list[HeldOffice]]) -> Person | None:
        phrase = finding.what
        view = self.views[finding.sentence]
        if not isinstance(phrase, OfficePhrase) or view.key(finding.start - 1) in {"các", "những", "một", "hai", "cựu", "nhiều", "mỗi", "vị"}:
            return None
        if phrase.role.id == "head-of" and phrase.country is not None:  # `người đứng đầu Trung Quốc`
            return self.leaders.get(phrase.country[0].iso)
        candidates = holders.get(role_key(phrase.title), [])
        if phrase.marked and phrase.status != "current":
            candidates = [c for c in candidates if c.status == phrase.status]
        else:  # the bare title is whoever holds the office, not who held it before
            candidates = [c for c in candidates if c.status in ("current", "acting")] or candidates
        if phrase.country is not None:
            iso = phrase.country[0].iso
            may_mean = iso == self.main_country
            candidates = [
                c for c in candidates if c.owner == ("country", iso) or (c.owner is None and may_mean and bears_title(c.person, finding, self.views))
            ]
        people = {id(c.person): c.person for c in candidates}
        return next(iter(people.values())) if len(people) == 1 else None

    def _holding(self, office: HeldOffice) -> Holding:
        owner: str | None = None
        if office.owner is not None:
            kind, what = office.owner
            if kind == "country":
                owner = self.ids.get(("country", self.same_country.get(str(what), what)))
            elif kind == "organization":
                cluster: Cluster | None = self.body_of.get(what)  # type: ignore[call-overload]
                owner = self.ids.get(id(cluster))
            else:
                owner = self.ids.get(id(self.place_of.get(what)))  # type: ignore[call-overload]
        evidence = tuple(sorted({(min(a[0], b[0]), max(a[1], b[1])) for a, b in ((self.span(o), self.span(p)) for o, p in office.evidence)}))
        trust = trust_in_holding(office, self.votes)
        return Holding(
            self.ids[id(office.person)],
            office.title,
            owner,
            office.status,
            evidence,
            office.scope,
            role_concept(office.title),
            trust.confidence,
            trust.tier,
            office.rule,
        )


def _fullest(person: Person) -> str:
    names = [a for a in person.aliases if name_words(a) == person.words] or [person.name]
    mixed = [n for n in names if not n.isupper()]
    return (mixed or [n.title() for n in names])[0]


def _numbered(entity: Entity, identifier: str, trust: Trust) -> Entity:
    return structs.replace(entity, id=identifier, confidence=trust.confidence, tier=trust.tier)
