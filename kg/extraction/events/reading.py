"""All events of an article: each sentence's triggers are read in turn, dated and placed, and the tellings of one event joined.

Comes in: the assembled entities of the article and its time expressions. Goes out: event records, and before that the holding links that
appointments give.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from kg.extraction.events.dating.anniversaries import read_anniversaries
from kg.extraction.events.dating.context import day_of_occasion, inherited_times, main_pair
from kg.extraction.events.dating.effect import in_effect
from kg.extraction.events.dating.relative import count_from_events, counted_from
from kg.extraction.events.dating.scenes import goes_on, on_occasion, story_days, taken_over
from kg.extraction.events.dating.shared_times import share_times
from kg.extraction.events.dating.timing import TimeIndex, apart, at_that_time, only_time, time_of
from kg.extraction.events.definite import add_election_days, add_from_nouns
from kg.extraction.events.drafts import EventDraft, Part, Trigger, triggers
from kg.extraction.events.encounters.goals import to_country, to_inviter, town
from kg.extraction.events.encounters.meetings import read_meetings
from kg.extraction.events.encounters.stays import read_stays
from kg.extraction.events.encounters.visits import read_visits
from kg.extraction.events.merging import Merged, merge_drafts
from kg.extraction.events.modality import as_modality
from kg.extraction.events.personnel.appointments import Appointed, read_appointments
from kg.extraction.events.personnel.careers import career_links, same_office, tells_event
from kg.extraction.events.personnel.entrances import read_entrances
from kg.extraction.events.placing import place_of, place_of_occasion, place_of_speaker, places_at_hand
from kg.extraction.events.relations.changes import read_levels, read_relations
from kg.extraction.events.relations.signings import read_signings
from kg.extraction.events.represented import on_behalf
from kg.extraction.events.sayings.antecedents import Names, surely_meant
from kg.extraction.events.sayings.saying_times import of_report, said_before, time_of_statement
from kg.extraction.events.sayings.statements import read_statements
from kg.extraction.events.syntax.actors import Key, distinct
from kg.extraction.events.syntax.clauses import Clauses
from kg.extraction.events.syntax.references import read_clauses
from kg.extraction.events.tables import event_verbs, words
from kg.extraction.persons.index import Person, PersonIndex
from kg.extraction.sentence.found import Found, HoldingLink
from kg.extraction.sentence.view import SentenceView
from kg.language.dates import TimeExpression

__all__ = ["Appointments", "read_events"]

_SAID = ("Congratulation", "Statement")  # `chúc mừng ông A vừa được bổ nhiệm` is not of the day it is said on
_SPOKEN = ("Speech", "Statement")
_GOES = "visit: A goes to B"
_OFFICE = ("Appointment", "Departure")
_RIVALS = {"RelationChange": ("RelationChange", "Visit"), "Appointment": _OFFICE, "Departure": _OFFICE}  # whose time a sentence's only one may be
_TOLD_OF = ("Meeting", "PhoneCall", "Visit", "Signing", "RelationChange")
_CORE = (*_TOLD_OF, "Appointment", "Departure")
_DATED_BY_OCCASION = ("Attendance", "Speech", "Congratulation", "Condolence")
_PLACED_BY_CONTEXT = ("Attendance", "Speech", "Statement")
_DATED_BY_CONTEXT = ("Appointment", "Departure", "Attendance", "Speech", "Signing", "Meeting", "RelationChange")


class Appointments:
    """The appointments of an article, read before its holdings are known, and the holding links they give."""

    def __init__(
        self,
        views: Sequence[SentenceView],
        found: Sequence[Found],
        links: Sequence[HoldingLink],
        persons: PersonIndex,
        times: Sequence[TimeExpression],
        published: str | None = None,
    ) -> None:
        self._views = views
        self._persons = persons
        self._links = links
        self._holders: set[int] | None = None
        self.times = TimeIndex(views, times, published)
        key_of = {("person", f.sentence, f.start): p for f in found if f.kind == "person" and (p := persons.of(f)) is not None}
        clauses = read_clauses(views, found, links, lambda f: key_of.get((f.kind, f.sentence, f.start)), self.times.spans())
        offices: dict[int, list[Found]] = {}
        for finding in found:
            if finding.kind == "office":
                offices.setdefault(finding.sentence, []).append(finding)
        self.read: list[Appointed] = []
        for sentence in clauses:
            here = offices.get(sentence.view.index, [])
            named = read_appointments(sentence, here)
            self.read += [*named, *read_entrances(sentence, triggers(sentence), here, named)]
        self.links = career_links(self.read, links, views, self._date, persons.of)
        for link in self.links:
            if link.person.rule == "pronoun":
                said = next(a for a in self.read if a.sentence == link.person.sentence and a.actor.start == link.person.start)
                persons.stand_for(link.person, said.person)  # type: ignore[arg-type]

    def holds_office(self, person: Key) -> bool:
        """Whether the article gives the person any office: others travel, die, are dismissed and crowned (as beauty queens) too."""
        if self._holders is None:
            self._holders = {id(self._persons.of(link.person)) for link in (*self._links, *self.links)}
        return id(person) in self._holders

    def _date(self, said: Appointed) -> TimeExpression | None:
        view = self._views[said.sentence]
        others = [a.trigger for a in self.read if a.sentence == said.sentence]
        return time_of(view, self.times.expressions[said.sentence], said.trigger, others, event="Appointment")

    def _of_offices(self, said: Appointed) -> bool:
        """Whether the verb is said of offices only (`miễn nhiệm`): then whoever it is said of had one."""
        found = event_verbs().at(self._views[said.sentence], said.trigger[0])
        return found is not None and any(row.event == "Departure" and row.value == "office" for row in found[0])

    def drafts(self) -> list[EventDraft]:
        """The appointments and departures as tellings of events; a successor's taking over is no departure that the text tells."""
        out: list[EventDraft] = []
        for said in self.read:
            how = as_modality(said.how)
            if said.nominated and how in ("happened", "reported"):
                how = "planned"
            of_anyone = said.value == "throne" if said.enters else said.value in ("die", "dismiss") and not self._of_offices(said)
            bare = said.office is None and said.label is None and of_anyone
            if (
                how is None
                or (bare and not self.holds_office(said.person))
                or not tells_event(said, self._links, self._views, self._date, self._persons.of)
            ):
                continue
            view = self._views[said.sentence]
            head = said.actor.head
            person = (self._persons.of(head) if head is not None and head.kind == "person" else None) or said.person
            label = said.label or (view.surface(said.office.start, said.office.end) if said.office is not None else None)
            out.append(
                EventDraft(
                    "Appointment" if said.enters else "Departure",
                    said.sentence,
                    said.trigger,
                    said.clause,
                    (Part(person, "agent"),),
                    how,
                    said.rule,
                    said.value,
                    label=label,
                    office=said.office,
                    undated=said.undated or said.nominated,
                    partial=said.office is not None and view.key(said.office.end) in {"...", "…"},
                )
            )
        return out


def read_events(clauses: Sequence[Clauses], appointments: Appointments, country_of: Callable[[Key], str | None]) -> list[Merged]:
    """The events of the article, each once; `country_of` gives the ISO code of the country that a person acts for or a place lies in."""
    times = appointments.times
    views = [sentence.view for sentence in clauses]
    inherited = inherited_times(views, times)
    occasion = day_of_occasion(views, times)
    story = story_days(views, times, occasion)
    told: dict[int, list[EventDraft]] = {}
    for draft in appointments.drafts():
        told.setdefault(draft.sentence, []).append(draft)
    pair = main_pair(clauses)
    names, speakers = Names(clauses), dict[int, tuple[Key, ...]]()
    drafts: list[EventDraft] = []
    for sentence in clauses:
        here = list(told.get(sentence.view.index, ()))
        read = triggers(sentence)
        said_here = _of_sentence(sentence, read, country_of, pair)
        said_here = [d for d in said_here if d.type not in _SPOKEN or surely_meant(clauses, d, names, speakers)]
        speakers[sentence.view.index] = distinct(p.key for d in said_here if d.type in _SPOKEN for p in d.parts if p.role == "speaker")
        here += said_here
        stays = [_abroad(sentence, d, country_of) for d in read_stays(sentence, times.expressions[sentence.view.index])]
        here += [away for away in stays if away is not None and _to_a_country(away)]
        # `hôm nay thông báo |chọn|`: a verb of saying right before the trigger shares its time
        begins = {d.trigger[0] for d in here if d.type in ("Appointment", "Departure")}
        spans = [d.trigger for d in here if d.trigger[1] not in begins] + [
            (t.start, t.stop) for t in read if t.row("Statement") and t.stop not in begins
        ]
        spans += (mute := _unread(sentence.view, read, here))
        sayings = frozenset(t.start for t in read if t.row("Statement") and t.stop not in begins)
        expressed, begun = times.expressions[sentence.view.index], {d.trigger: min(d.trigger[0], *d.clause) for d in here} | {s: s[0] for s in mute}
        for draft in here:
            if draft.type == "Statement":
                before = said_before(drafts, draft)
                said = time_of_statement(sentence, draft, times, before, inherited[sentence.view.index], occasion)
                drafts.append(said._replace(place=place_of(sentence, draft, here)))
                continue
            time = draft.time or _time_in_sentence(sentence.view, expressed, draft, spans, begun, sayings)
            told_of = draft.type in ("Appointment", "Departure") and any(_told_in(sentence.view, d, draft) for d in here)
            day = inherited[sentence.view.index]
            if time is None and draft.type in _DATED_BY_CONTEXT and not told_of and (draft.type != "Speech" or of_report(day, occasion, times)):
                time = taken_over(day)
            if time is None and draft.type in _DATED_BY_OCCASION and on_occasion(sentence.view, draft, times):
                time = taken_over(occasion if draft.type != "Speech" or of_report(occasion, occasion, times) else None)
            if time is None and (draft.type == "RelationChange" or at_that_time(sentence.view, draft)):
                time = only_time(sentence.view, times.expressions[sentence.view.index])
                rivals = _RIVALS.get(draft.type, ())
                others = [d for d in here if d.type in rivals and d.parts != draft.parts]
                if time is not None and any(_time_in_sentence(sentence.view, expressed, d, spans, begun, sayings) is time for d in others):
                    time = None  # `A nâng cấp quan hệ với B, sau khi C |nâng cấp| quan hệ hôm 7/10`: the day is the other's
            if time is None and not told_of and goes_on(sentence.view, draft):
                time = taken_over(story[sentence.view.index])
            if draft.undated:
                time = None
            drafts.append(draft._replace(time=time, place=place_of(sentence, draft, here)))
    surnames = views[0].lexicon.names.get("surname_vi", frozenset()) if views else frozenset()
    drafts = [d for d in (*on_behalf(drafts, clauses), *read_anniversaries(clauses, times)) if not _half_named(d, surnames)]
    public = [p.key for d in drafts if d.type in _TOLD_OF and d.rule != _GOES for p in d.parts]
    drafts = [
        d
        for d in in_effect(share_times(drafts, clauses), views, times)
        if d.rule != _GOES or any(appointments.holds_office(p.key) or p.key in public for p in d.parts if p.role == "agent")
    ]
    at_hand = places_at_hand(clauses, drafts)
    venue = place_of_occasion(clauses, occasion)
    for k, draft in enumerate(drafts):
        if draft.place is None and draft.type in _PLACED_BY_CONTEXT:
            there = draft.type != "Statement" or words("at_occasion").at(clauses[draft.sentence].view, 0) is not None
            elsewhere = clauses[draft.sentence].view.key(draft.trigger[1]) == "trước"  # `Phát biểu |trước báo giới|` needs no room told before
            told_before = at_hand[draft.sentence] if there and not elsewhere else None
            drafts[k] = draft._replace(place=told_before or place_of_speaker(clauses, draft) or (venue if there else None))

    def same(a: EventDraft, b: EventDraft) -> bool:
        return isinstance(a.office, Found) and isinstance(b.office, Found) and same_office(a.office, b.office, views)

    places = {id(d.place) for d in drafts if d.type == "Visit"}

    def within(place: Key, country: Key) -> bool:
        inside = isinstance(place, Person) or (id(place) in places and town(place))
        return isinstance(country, tuple) and inside and country_of(place) == country[1]

    merged = count_from_events(merge_drafts(drafts, same, within), views, times)
    return add_election_days(add_from_nouns(merged, clauses, times), clauses, times)


def _to_a_country(visit: EventDraft) -> bool:
    return any(isinstance(p.key, tuple) and p.key[0] == "country" for p in visit.parts if p.role == "destination")


def _unread(view: SentenceView, read: Sequence[Trigger], drafts: Sequence[EventDraft]) -> list[tuple[int, int]]:
    """`A được bầu làm B, C được |bầu| làm lãnh đạo đảng ngày 27/10`: verbs of which no event was read, and which have times of their own."""
    taken = {k for d in drafts for k in range(*d.trigger)}
    passive = [t for t in read if t.row("Appointment", "appoint") is not None and view.key(t.start - 1) in {"được", "bị"}]
    return [(t.start, t.stop) for t in passive if not taken & set(range(t.start, t.stop))]


def _half_named(draft: EventDraft, surnames: Collection[str]) -> bool:
    """`Ông Tô đã gặp B`: a surname that the article never makes whole says of nobody what he did; a given name does (`ông Phúc`)."""
    persons = [p.key for p in draft.parts if isinstance(p.key, Person) and p.role in ("agent", "participant", "host", "party")]
    return draft.type in _CORE and any(len(person.words) == 1 and person.words[0] in surnames for person in persons)


def _abroad(sentence: Clauses, visit: EventDraft, country_of: Callable[[Key], str | None]) -> EventDraft | None:
    """The visit with the country that it implies, without the visitors' own; None where nothing else is visited (`A đón B thăm |nước mình|`)."""
    draft = to_country(sentence, to_inviter(sentence, visit, country_of), country_of)
    if draft.type != "Visit":
        return draft
    own = {country_of(p.key) for p in draft.parts if p.role == "agent"} - {None}
    abroad = tuple(p for p in draft.parts if not (p.role == "destination" and isinstance(p.key, tuple) and len(own) == 1 and p.key[1] in own))
    goals = [p for p in draft.parts if p.role == "destination"]
    if len(abroad) == len(draft.parts):
        return draft
    return draft._replace(parts=abroad) if len(goals) > 1 else None


def _told_in(view: SentenceView, said: EventDraft, draft: EventDraft) -> bool:
    """`chúc mừng ông A vừa được |bầu|`: the draft is what the other is about, no clause of its own behind a comma."""
    if said.type not in _SAID or said.trigger >= draft.trigger:
        return False
    return said.type != "Statement" or "," not in {view.key(k) for k in range(said.trigger[1], draft.trigger[0])}


def _time_in_sentence(
    view: SentenceView,
    expressions: Sequence[tuple[int, int, TimeExpression]],
    draft: EventDraft,
    spans: Sequence[tuple[int, int]],
    drafts: Mapping[tuple[int, int], int],
    sayings: frozenset[int],
) -> TimeExpression | None:
    """The expression that dates the draft among all triggers; else with those of saying before it left out (`tán thành để A |giữ chức| B`).

    `drafts` gives for the triggers of the sentence's events where their clauses begin.
    """
    said = sayings if draft.type in (*_TOLD_OF, "Statement") else frozenset()
    begins, aside = {trigger[0]: begin for trigger, begin in drafts.items()}, apart(view, draft)
    time = time_of(view, expressions, draft.trigger, spans, said, event=draft.type, begins=begins, aside=aside)
    if time is None:
        announced = [span for span in spans if draft.type in ("Visit", "Meeting") and span[0] in sayings and span[1] <= draft.clause[0]]
        others = [*drafts, *announced, *(span for span in spans if span > draft.trigger)]
        time = time_of(view, expressions, draft.trigger, others, said, event=draft.type, begins=begins, aside=aside)
    return counted_from(time, expressions, draft.trigger)


def _of_sentence(sentence: Clauses, read: Sequence[Trigger], country_of: Callable[[Key], str | None], pair: tuple[Key, ...]) -> list[EventDraft]:
    drafts: list[EventDraft] = []
    for trigger in read:
        drafts += read_meetings(sentence, trigger)
        drafts += [away for d in read_visits(sentence, trigger) if (away := _abroad(sentence, d, country_of)) is not None]
        drafts += read_signings(sentence, trigger, pair)
        drafts += read_relations(sentence, trigger, sentence.countries_meant)
        drafts += read_statements(sentence, trigger)
    return drafts + read_levels(sentence, sentence.countries_meant)
