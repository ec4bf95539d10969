"""The named questions as a page of documentation: `python -m kg.query.catalogue` writes docs/questions.md."""

from __future__ import annotations

import itertools
import sys

from kg.query.question import Question, named_questions

__all__ = ["catalogue"]

_TOPICS = {
    "offices": "Offices",
    "people": "People",
    "meetings": "Meetings",
    "events": "Events and time",
    "visits": "Visits and places",
    "relations": "Relations of countries",
    "evidence": "Evidence",
    "quality": "Contradictions and data quality",
    "coverage": "What the corpus is made of",
    "export": "For other tools",
}
_INTRODUCTION = """# Questions

Written from `ontology/questions/` by `python -m kg.query.catalogue`; change the questions, not this page.

`kg query NAME` asks one, `kg query NAME --show` prints its SPARQL, `kg query --list` lists them all. Parameters follow the name:

- people, countries, offices and the like by any name the graph or the lexicon knows, with or without diacritics (`--country Mỹ`,
  `--country my`, `--country US`), or by identifier (`--person person:to-lam`). A name that several things share is answered with
  the candidates; nothing is matched by likeness, since Hùng and Hưng are two people.
- dates as `2023`, `2023-06`, `2023-06-15`, `6/2023` or `15/6/2023`; `--from` takes the first day of a month or year, `--until` the last.
- a parameter given twice means either; one left out means any.

## A question of one's own

A question is a `.rq` file: SPARQL that runs as it stands, with all prefixes known, under a header of comments. `kg query mine.rq` runs it.

```sparql
# vi: Ai nói gì về một nước?
# en: Who said what about a country?
# about: What a row means, and where it misleads.
# topic: relations
# param country (country): the country
# param from (date): on this day or later
# param kind (text, default Visit): the class of event
# example: kg query mine.rq --country Mỹ
SELECT ?event WHERE {
  VALUES ?_country { UNDEF }
  VALUES ?_from { UNDEF }
  VALUES ?_kind { UNDEF }
  ...
}
```

A parameter `name` is a line `VALUES ?_name { UNDEF }`, which means "any"; asking puts RDF terms where UNDEF is, and nothing is ever
pasted. In a subquery the line is repeated. After the type may stand `, required` or `, default VALUE`. The types are person, country,
organization, place, office, role, agreement, level, measure, event, entity (any of the first four and agreements), resource (anything with a
name), date, integer and text.

What to know of the graph is in [graph.md](graph.md). A triple that stands in two named graphs is found twice; ask with `DISTINCT` where
that can be.
"""


def catalogue() -> str:
    """All named questions in Markdown, by topic."""
    parts = [_INTRODUCTION]
    order = list(_TOPICS)
    questions = sorted(named_questions().values(), key=lambda question: (order.index(question.topic), question.name))
    for topic, group in itertools.groupby(questions, key=lambda question: question.topic):
        parts.append(f"## {_TOPICS[topic]}\n")
        parts.extend(_entry(question) for question in group)
    return "\n".join(parts)


def _entry(question: Question) -> str:
    lines = [f"### {question.name}", "", f"{question.vi}  ", f"{question.en}", "", question.about, ""]
    for parameter in question.parameters:
        mark = ", required" if parameter.required else f", default `{parameter.default}`" if parameter.default else ""
        lines.append(f"- `--{parameter.name}` ({parameter.type}{mark}): {parameter.about}")
    if question.parameters:
        lines.append("")
    lines += ["```console", *(f"$ {example}" for example in question.examples), "```", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(catalogue())
