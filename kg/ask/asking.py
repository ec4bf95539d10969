"""A question in Vietnamese or English to its answer from a build: lattice, construction, named question, rows, sentences.

Every word of the question must be accounted for, else it is not answered: a wrong answer is worse than none.
"""

from __future__ import annotations

import functools
import re
import time
import unicodedata
from pathlib import Path

from pyoxigraph import Store

from kg.ask.answer import Answer, Candidate, Language
from kg.ask.evidence import evidence_of
from kg.ask.lattice import Lattice, lattice_of
from kg.ask.matching import Reading, readings
from kg.ask.names import Names
from kg.ask.nearest import nearest, unknown_words
from kg.ask.tables import told
from kg.ask.telling import listed, message, told_rows
from kg.errors import QueryError
from kg.graph.namespaces import data_prefixes
from kg.graph.turtle import TermWriter
from kg.query import Answer as Found
from kg.query import Rows, Truth, named_questions
from kg.query.evaluate import evaluate
from kg.query.lookup import base_of
from kg.query.run import Build, opened, prepare, run

__all__ = ["LONGEST", "Asker", "ask"]

LONGEST = 500
"""The most characters a question may have."""
_PLAIN = re.compile(r"[\w:.\-]+")
_MOST_ROWS = 500
_MOST_SENTENCES = 20


def ask(build: Build, question: str, *, time_limit: float | None = None) -> Answer:
    """The answer of a build (its folder, its open store, or what `kg.load` gives) to a question in words.

    Never raises for what the question says; raises `StoreError` where there is no build. `time_limit` is in seconds, for the queries of the
    answer together, and needs a folder: they run in a process that is ended then, with `QueryError`. Without it they run in this process,
    which cannot be stopped; a server gives a limit, or asks in a process that it can end itself. Whoever asks one build often keeps an
    `Asker`.
    """
    return Asker(build, time_limit=time_limit).ask(question)


class Asker:
    """A build with its names read, to be asked many times; it speaks of the build as it was when this was made.

    `time_limit` is that of `ask`, for each question. Raises `QueryError` where it is given and the build is no folder.
    """

    def __init__(self, build: Build, *, time_limit: float | None = None) -> None:
        if time_limit is not None and not isinstance(build, str | Path):
            raise QueryError("a time limit needs the folder of a build, which another process can open; give the folder, or no limit")
        self._folder = Path(build) if isinstance(build, str | Path) else None
        self._time_limit = time_limit
        self.store: Store = opened(build)
        self.names = Names(self.store)
        self._short = TermWriter(data_prefixes(base_of(self.store)))

    def ask(self, question: str) -> Answer:
        """The answer to one question; see `ask`."""
        text = " ".join(unicodedata.normalize("NFC", question).split())
        if len(text) > LONGEST:
            return Answer(text[:LONGEST], "not_understood", "vi", message("long", "vi", LONGEST))
        lattice = lattice_of(text, self.names)
        if not lattice.spans:
            return Answer(text, "not_understood", "vi", message("empty", "vi"))
        found = readings(lattice)
        if not found:
            return self._not_understood(lattice)
        if len(found) > 1:
            return self._two_ways(lattice, found)
        return self._answered(lattice, found[0])

    def _answered(self, lattice: Lattice, reading: Reading) -> Answer:
        language = reading.construction.language
        for _, iris in reading.things:
            if len(iris) > 1 and not set(iris) <= self.names.all_offices:
                candidates = tuple(Candidate(iri, self.names.label(iri)) for iri in iris)
                text = message("ambiguous", language, listed(candidates))
                return Answer(lattice.text, "ambiguous", language, text, reading.question, candidates=candidates)
        if reading.period and reading.period.first > self.names.newest and not reading.question.startswith("planned"):
            text = message("later", language, self.names.newest)
            return Answer(lattice.text, "not_understood", language, text, nearest=nearest(lattice, language))
        given = self._given(self._held(reading))
        sparql, _ = prepare(self.store, reading.question, given)
        evaluated = functools.partial(self._evaluated, time.monotonic())
        result = evaluated(sparql, _MOST_ROWS)
        assert isinstance(result, Rows | Truth)
        holds = not isinstance(result, Truth) or result.value
        about = told()[reading.question].about
        evidence = evidence_of(self.store, evaluated, reading.question, about, given, _MOST_SENTENCES) if holds else ()
        text = told_rows(reading.question, result, language)
        return Answer(lattice.text, "answered", language, text, reading.question, given, sparql, result, evidence, _sources(result))

    def _evaluated(self, begun: float, sparql: str, limit: int | None) -> Found:
        """The rows of a checked query; where there is a time limit, in a process that is ended when what is left of it is over."""
        if self._time_limit is None or self._folder is None:
            return evaluate(self.store, sparql, limit)
        return run(self._folder, sparql, limit, max(self._time_limit - (time.monotonic() - begun), 0.001))

    def _held(self, reading: Reading) -> Reading:
        """Of the offices a title may mean, those of the person it is said of: `as President` of Nguyễn Xuân Phúc is that of Viet Nam."""
        things = dict(reading.things)
        held = tuple(office for office in things.get("office", ()) if set(things.get("person", ())) & self.names.holders[office])
        return reading._replace(things=tuple(sorted((things | {"office": held}).items()))) if held else reading

    def _given(self, reading: Reading) -> dict[str, tuple[str, ...]]:
        """What `kg query` would be given: `person:to-lam`, constants, days."""
        given = {name: tuple(self._named(iri) for iri in iris) for name, iris in reading.things}
        given |= {name: (value,) for name, value in reading.constants}
        takes = {parameter.name for parameter in named_questions()[reading.question].parameters}
        if period := reading.period:
            if "on" in takes:
                given["on"] = (period.last or period.first,)
            else:
                given |= {name: (day,) for name, day in (("from", period.first), ("until", period.last)) if day}
        return given

    def _named(self, iri: str) -> str:
        """`person:to-lam`; the whole IRI where Turtle would have to escape something in the short name, which `kg query` takes as it stands."""
        short = self._short.name(iri)
        return short if _PLAIN.fullmatch(short) else f"<{iri}>"

    def _two_ways(self, lattice: Lattice, found: list[Reading]) -> Answer:
        language = found[0].construction.language
        examples = tuple(dict.fromkeys(reading.construction.example for reading in found))
        return Answer(lattice.text, "ambiguous", language, message("two_ways", language), nearest=examples)

    def _not_understood(self, lattice: Lattice) -> Answer:
        language = lattice.language
        unknown = unknown_words(lattice)
        languages: tuple[Language, ...] = (language,) if lattice.language_is_clear else ("vi", "en")
        lines = [message("unknown", one, ", ".join(unknown)) if unknown else message("not_understood", one) for one in languages]
        lines += [message("can_ask", one) for one in languages]
        near = tuple(example for one in languages for example in nearest(lattice, one))
        return Answer(lattice.text, "not_understood", language, "\n".join(lines), unknown=unknown, nearest=near)


def _sources(result: Rows | Truth) -> tuple[str, ...]:
    """The sources of rows that no article tells, each once, in the order of the rows."""
    if isinstance(result, Truth):
        return ()
    return tuple(dict.fromkeys(str(row["source"]) for row in result.values() if row.get("source")))
