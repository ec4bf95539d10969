"""From a question in words to its answer as a record: what `kg ask` says, with links to the resources it speaks of."""

from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.ask import Asker
from kg.query.answer import Rows
from kg.serve.graph import Graph, Term
from kg.serve.records import Answered, Link, Told, Value
from kg.serve.resource import value_of

__all__ = ["WordAsker"]

_ROWS = 500


class WordAsker:
    """Answers questions in words about one build, whose names it reads once."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._asker = Asker(graph.store)

    def ask(self, question: str) -> Answered:
        """The answer of the build to `question`; one that is not understood is answered too."""
        graph, answer = self._graph, self._asker.ask(question)
        result = answer.result if isinstance(answer.result, Rows) else None
        return Answered(
            question=question,
            kind=answer.kind,
            language=answer.language,
            text=answer.text,
            name=answer.question,
            parameters=answer.parameters,
            sparql=answer.sparql,
            variables=result.variables if result else (),
            rows=tuple(tuple(_cell(graph, term) for term in row) for row in result.rows[:_ROWS]) if result else (),
            evidence=tuple(Told(one.sentence, _link(graph, one.article, one.title), one.outlet, one.published) for one in answer.evidence),
            candidates=tuple(_link(graph, one.iri, one.label) for one in answer.candidates),
            nearest=answer.nearest,
        )


def _cell(graph: Graph, term: object) -> Value:
    known: Term | None = term if isinstance(term, (NamedNode, Literal, BlankNode)) else None
    return value_of(graph, known)


def _link(graph: Graph, iri: str, label: str) -> Link:
    node = graph.node(iri)
    return graph.link(node) if node else Link(iri, label)
