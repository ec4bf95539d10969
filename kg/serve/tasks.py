"""What a worker can be asked to do: from the parameters of a request to its reply, as JSON or as a page made from the same record."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import msgspec
from pyoxigraph import NamedNode

from kg import __version__
from kg.build_folder import BuildFolder
from kg.errors import KgError
from kg.graph.dataset import ONTOLOGY
from kg.graph.namespaces import data_prefixes
from kg.query.question import Question, named_questions
from kg.query.tokens import meaningful
from kg.serve import pages
from kg.serve.api import OPERATIONS, ArticleAsked, NeighboursAsked, Nothing, QuestionAsked, ResourceAsked, SearchAsked, asked_of
from kg.serve.article import article
from kg.serve.frames import Reply, Task
from kg.serve.graph import Graph
from kg.serve.home import home
from kg.serve.neighbours import Walk
from kg.serve.ontology import ontology
from kg.serve.records import Answered, ArticleRecord, Found, Health, Neighbours, QuestionLine, QuestionParameter, Questions, Resource
from kg.serve.refusal import Refusal
from kg.serve.resource import resource, triples_of
from kg.serve.search import Index
from kg.serve.service import SD, description
from kg.serve.sparql import answer, media_of, written

if TYPE_CHECKING:
    from kg.serve.asking import WordAsker

__all__ = ["Worker"]

_JSON = "application/json"
_HTML = "text/html; charset=utf-8"


class Worker:
    """The build in `folder` open for tasks. `confined` says that this process can open no socket; answers have at most `rows` rows."""

    def __init__(self, folder: Path, rows: int, confined: bool) -> None:
        self.graph = Graph(folder)
        self.rows = rows
        self.confined = confined
        self.walk = Walk(self.graph)
        self._records: dict[str, Callable[[Any], msgspec.Struct]] = {
            "search": self._search,
            "resource": self._resource,
            "article": self._article,
            "neighbours": self._neighbours,
            "questions": self._questions,
            "ask": self._ask,
            "health": self._health,
        }
        self._others: dict[str, Callable[[Task], Reply]] = {
            "sparql": self._sparql,
            "rdf": self._rdf,
            "page": self._page,
            "home": self._home,
            "start": self._start,
            "ontology": self._ontology,
            "prefixes": self._prefixes,
            "service": self._service,
        }

    def prepare(self, lane: str) -> None:
        """Read what the tasks of `lane` need before the first of them comes."""
        if lane == "pages":
            _ = self.index
        elif lane == "words":
            _ = self._asker

    @functools.cached_property
    def index(self) -> Index:
        """The names to search."""
        return Index(self.graph)

    def perform(self, task: Task) -> Reply:
        """The reply to `task`; what is refused is a reply too."""
        try:
            if task.name in self._others:
                return self._others[task.name](task)
            return self._record(task)
        except Refusal as refusal:
            return Reply(refusal.status, "", refusal.message.encode(), refusal.headers)
        except KgError as error:
            return Reply(400, "", str(error).encode())

    def _record(self, task: Task) -> Reply:
        """The record of an operation, as JSON or as a page."""
        operation = next(one for one in OPERATIONS if one.task == task.name)
        asked = asked_of(operation.asked, task.given)
        record = self._records[task.name](asked)
        if task.language:
            return _page(f"{task.name}.html", task.language, record=record, asked=asked)
        return Reply(200, _JSON, msgspec.json.encode(record))

    @functools.cached_property
    def _asker(self) -> WordAsker:
        from kg.serve.asking import WordAsker  # what it brings along is read only where it is needed

        return WordAsker(self.graph)

    def _search(self, asked: SearchAsked) -> Found:
        return self.index.find(asked.q, asked.limit)

    def _node(self, identifier: str) -> NamedNode:
        node = self.graph.node(identifier)
        if node is None:
            raise Refusal(404, f"there is nothing called {identifier} in this graph")
        return node

    def _resource(self, asked: ResourceAsked) -> Resource:
        return resource(self.graph, self._node(asked.id), events_from=asked.events, evidence_from=asked.evidence)

    def _article(self, asked: ArticleAsked) -> ArticleRecord:
        node = self._node(asked.id)
        if self.graph.class_of(node) != "Article":
            raise Refusal(404, f"{asked.id} is no article")
        return article(self.graph, node, unquote(self.graph.id(node)).removeprefix("article/"))

    def _neighbours(self, asked: NeighboursAsked) -> Neighbours:
        return self.walk.neighbours(self._node(asked.id), asked.first, asked.offset)

    def _questions(self, asked: Nothing) -> Questions:
        return _questions(self.graph.base)

    def _ask(self, asked: QuestionAsked) -> Answered:
        return self._asker.ask(asked.q)

    def _health(self, asked: Nothing) -> Health:
        manifest = BuildFolder(self.graph.folder).manifest()
        return Health("ok", __version__, self.graph.built, manifest.counts if manifest else {})

    def _sparql(self, task: Task) -> Reply:
        return answer(
            self.graph.store,
            str(task.given["query"]),
            accept=str(task.given["accept"]),
            default=_listed(task, "default"),
            named=_listed(task, "named"),
            rows=self.rows,
            confined=self.confined,
        )

    def _rdf(self, task: Task) -> Reply:
        node = self._node(str(task.given["id"]))
        media = media_of(str(task.given["accept"]))
        triples = triples_of(self.graph, node, self.rows)
        return Reply(200, media.typed, written(triples, media.name, data_prefixes(self.graph.base)), {"Vary": "Accept"})

    def _page(self, task: Task) -> Reply:
        """The page of a resource; an article has one of its own."""
        identifier = task.given["id"]
        is_article = self.graph.class_of(self._node(str(identifier))) == "Article"
        reply = self._record(Task("article", {"id": identifier}, task.language) if is_article else Task("resource", task.given, task.language))
        return msgspec.structs.replace(reply, headers={"Vary": "Accept, Cookie"})

    def _home(self, task: Task) -> Reply:
        counts = self._health(Nothing()).counts
        return _page("home.html", task.language, record=home(self.graph, self.index, counts))

    def _start(self, task: Task) -> Reply:
        """The identifier of the person most told of; empty where there is none."""
        return Reply(200, "text/plain", " ".join(self.graph.id(node) for node in self.index.most_told_of("Person", 1)).encode())

    def _prefixes(self, task: Task) -> Reply:
        return Reply(200, _JSON, msgspec.json.encode(data_prefixes(self.graph.base)))

    def _service(self, task: Task) -> Reply:
        media = media_of(str(task.given["accept"]))
        return Reply(200, media.typed, written(description(str(task.given["endpoint"])), media.name, {"sd": SD}), {"Vary": "Accept"})

    def _ontology(self, task: Task) -> Reply:
        accept = str(task.given["accept"])
        if accept:
            media = media_of(accept)
            named = NamedNode(self.graph.base + ONTOLOGY)
            triples = tuple(quad.triple for quad in self.graph.store.quads_for_pattern(None, None, None, named))
            return Reply(200, media.typed, written(triples, media.name, data_prefixes(self.graph.base)), {"Vary": "Accept"})
        return msgspec.structs.replace(_page("ontology.html", task.language, terms=ontology(self.graph)), headers={"Vary": "Accept, Cookie"})


def _page(template: str, language: str, **values: object) -> Reply:
    return Reply(200, _HTML, pages.render(template, language, **values).encode())


def _listed(task: Task, name: str) -> Sequence[str]:
    value = task.given[name]
    return [value] if isinstance(value, str) else value


@functools.cache
def _questions(base: str) -> Questions:
    prefixes = data_prefixes(base)
    return Questions(tuple(_question(question, prefixes) for question in named_questions().values()), prefixes)


def _question(question: Question, prefixes: Mapping[str, str]) -> QuestionLine:
    """A question with its query as it can be run anywhere: what it asks as comments, and the prefixes it uses declared."""
    used = {token.text.split(":")[0] for token in meaningful(question.sparql) if token.kind == "name"}
    declared = [f"PREFIX {name}: <{iri}>" for name, iri in sorted(prefixes.items()) if name in used]
    body = itertools.dropwhile(lambda line: line.startswith("#"), question.sparql.splitlines())
    return QuestionLine(
        name=question.name,
        topic=question.topic,
        vi=question.vi,
        en=question.en,
        about=question.about,
        parameters=tuple(QuestionParameter(p.name, p.type, p.about, p.required) for p in question.parameters),
        sparql="\n".join([f"# {question.vi}", f"# {question.en}", *declared, "", *body]) + "\n",
    )
