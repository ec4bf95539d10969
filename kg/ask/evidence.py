"""The sentences an answer rests on: the query that gave the rows is asked again for what the rows are about, and that for its claims."""

from __future__ import annotations

import re
from collections.abc import Callable

from pyoxigraph import Store

from kg.ask.answer import Evidence
from kg.graph.namespaces import KG, RDFS
from kg.query.answer import Answer, Rows
from kg.query.parameters import bind, terms_of
from kg.query.question import named_questions

__all__ = ["evidence_of"]

_BODY = re.compile(r"^SELECT\b.*?^WHERE (\{.*^\})", re.DOTALL | re.MULTILINE)
# In two steps: Oxigraph would join the rows of a subquery with all claims there are, however many.
_CONCLUSIONS = "SELECT DISTINCT ?ABOUT WHERE BODY"
_SENTENCES = f"""SELECT DISTINCT ?kg_sentence ?kg_title ?kg_article ?kg_outlet ?kg_published WHERE {{
  VALUES ?ABOUT {{ TERMS }}
  REACHED <{KG}sentence> ?kg_sentence ; <{KG}inArticle> ?kg_article ; <{KG}sentenceStart> ?kg_start .
  ?kg_article <{RDFS}label> ?kg_title .
  OPTIONAL {{ ?kg_article <{KG}outlet> ?kg_outlet }} OPTIONAL {{ ?kg_article <{KG}datePublished> ?kg_published }}
}} ORDER BY ?kg_published ?kg_title ?kg_start"""


def evidence_of(
    store: Store, evaluate: Callable[[str, int | None], Answer], question: str, about: str, given: dict[str, tuple[str, ...]], limit: int
) -> tuple[Evidence, ...]:
    """No more than `limit` sentences under the rows of `question`; `evaluate` gives the rows of a query, no more than a number of them.

    `about` is the variable of the query that holds the conclusions, `?claim` where it holds the claims themselves, `NAME:?claim` for those of
    another question with the same parameters; empty: none can be told.
    """
    if not about:
        return ()
    name, _, variable = about.rpartition(":")
    asked = named_questions()[name or question]
    body = _BODY.search(bind(asked, terms_of(asked, given, store)))
    if body is None:
        return ()
    reached = f"?{variable.lstrip('?')}" if variable.startswith("?") else f"?{variable} <{KG}attestedBy> ?kg_claim . ?kg_claim"
    found = evaluate(_CONCLUSIONS.replace("ABOUT", variable.lstrip("?")).replace("BODY", body[1]), None)
    assert isinstance(found, Rows)
    terms = " ".join(str(term) for (term,) in found.rows if term is not None)
    if not terms:
        return ()
    query = _SENTENCES.replace("REACHED", reached).replace("ABOUT", variable.lstrip("?")).replace("TERMS", terms)
    rows = evaluate(query, limit)
    assert isinstance(rows, Rows)
    return tuple(Evidence(*("" if value is None else str(value) for value in row.values())) for row in rows.values())
