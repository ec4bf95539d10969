"""How the second voice would do without the grammar: persons, organisations and places by name against articles with gold.

    python benchmarks/voice_alone.py ARTICLES GOLD [--only ID,ID…] [--without ID,ID…] [--errors]

Its spans become entities with nothing added but this: a person's name that is part of a longer one is the same person, and names that differ
in capitals alone are one. It knows no acronyms for long names, so that `Liên Hợp Quốc` and `LHQ` count as two bodies, one of them wrong.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.evaluate import evaluate
from kg.extraction.persons.index import name_words
from kg.extraction.sentence.gazetteer import load_gazetteer
from kg.extraction.sentence.view import SentenceView
from kg.extraction.voice import Voice
from kg.gold import read_gold
from kg.language import fold, split_sentences
from kg.model import Article, Entity, EntityType, Extraction
from kg.reading import read_articles

READ = frozenset({"headline", "lead", "body", "caption"})
TYPES: dict[str, EntityType] = {"ORG": "Organization", "LOC": "Place"}
FIELDS = ("persons", "organizations", "places")


def tagged(article: Article, voice: Voice) -> Extraction:
    """A record whose entities are the second voice's spans."""
    gazetteer = load_gazetteer()
    names: dict[str, dict[str, None]] = {"PER": {}, "ORG": {}, "LOC": {}}
    for index, sentence in enumerate(split_sentences(article.text, article.blocks)):
        if sentence.block in READ:
            view = SentenceView(article.text, sentence, index, gazetteer)
            for span in voice.spans(view):
                if span.label in names:
                    names[span.label].setdefault(view.surface(span.start, span.end))
    entities = [Entity("", "Person", one[0], tuple(one[1:])) for one in persons(list(names["PER"]))]
    for label, kind in TYPES.items():
        same: dict[str, list[str]] = {}
        for name in names[label]:
            same.setdefault(fold(name), []).append(name)
        entities += [Entity("", kind, one[0], tuple(one[1:])) for one in same.values()]
    numbered = tuple(Entity(f"e{n}", e.type, e.name, e.aliases) for n, e in enumerate(entities, start=1))
    return Extraction(article.info, article.text, numbered)


def persons(names: list[str]) -> list[list[str]]:
    """Names of one person together, the longest first."""
    groups: list[tuple[tuple[str, ...], list[str]]] = []
    for name in sorted(names, key=lambda n: -len(name_words(n))):
        words = name_words(name)
        for whole, group in groups:
            if any(whole[k : k + len(words)] == words for k in range(len(whole) - len(words) + 1)):
                group.append(name)
                break
        else:
            groups.append((words, [name]))
    return [group for _, group in groups]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--only", default="", help="ids of articles, separated by commas")
    parser.add_argument("--without", default="", help="ids to leave out, separated by commas")
    parser.add_argument("--errors", action="store_true", help="list each miss and each wrong name")
    arguments = parser.parse_args()
    chosen, left_out = (set(filter(None, text.split(","))) for text in (arguments.only, arguments.without))
    gold = {k: g for k, g in read_gold(arguments.gold).items() if k not in left_out and (not chosen or k in chosen)}
    voice = Voice()
    report = evaluate(gold, [tagged(a, voice) for a in read_articles([arguments.articles]) if a.info.id in gold])
    print(f"{report.articles} articles")
    for field in FIELDS:
        tally = report.fields[field]
        values = {"P": tally.precision, "R": tally.recall, "F1": tally.f1}
        figures = "  ".join(f"{name} {'–' if value is None else f'{value:.3f}'}" for name, value in values.items())
        print(f"{field:14} {figures}   right {tally.right} wrong {tally.wrong} missed {tally.missed}")
        if arguments.errors:
            print(*tally.errors, sep="\n")


if __name__ == "__main__":
    main()
