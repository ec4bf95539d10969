"""The page as text: complete, the same every time, with nothing in it that could run or ask for anything."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
from pathlib import Path

import msgspec
import pytest
from pyvis.network import Network

from kg.errors import ConfigurationError
from kg.view import PageGraph, gather, network, page, show
from kg.view.layout import arrange
from kg.view.looks import NODE_LOOKS, TIE_LOOKS
from kg.view.records import PageNode
from tests.view.conftest import data_of

TEMPLATE = Path(page.__globals__["__file__"]).parent / "template"


def test_the_same_graph_gives_the_same_bytes(graph: PageGraph) -> None:
    assert page(graph) == page(graph)


def test_the_policy_allows_exactly_the_scripts_and_styles_of_the_page(graph: PageGraph) -> None:
    text = page(graph)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    allowed = policy.group(1).replace("&#39;", "'")
    assert allowed.startswith("default-src 'none'; ")
    assert "unsafe" not in allowed
    assert "http" not in allowed
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'" for part in scripts + styles}
    assert (len(scripts), len(styles)) == (2, 1)
    assert set(re.findall(r"'sha256-[^']*'", allowed)) == hashes


def test_the_skeleton_refers_to_nothing_outside(graph: PageGraph) -> None:
    skeleton = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", page(graph), flags=re.DOTALL)
    assert re.findall(r"\b(?:src|href|action|srcset|data)=", skeleton) == []
    assert re.findall(r"\son\w+=", skeleton) == []
    assert re.findall(r"\sstyle=", skeleton) == []


@pytest.mark.parametrize("name", sorted(path.name for path in (TEMPLATE / "js").glob("*.js")))
def test_no_script_of_ours_writes_markup_or_evaluates_text(name: str) -> None:
    source = (TEMPLATE / "js" / name).read_text(encoding="utf-8")
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|fetch\(|XMLHttp|WebSocket|import\("
    assert re.findall(forbidden, source) == []
    assert len(source.splitlines()) <= 300


def test_every_script_and_style_of_the_template_is_part_of_the_page(graph: PageGraph) -> None:
    text = page(graph)
    for file in [*(TEMPLATE / "js").glob("*.js"), *(TEMPLATE / "css").glob("*.css")]:
        assert file.read_text(encoding="utf-8") in text, file.name


def test_the_data_are_letters_and_digits_that_unfold_to_what_was_said(graph: PageGraph) -> None:
    hostile = "</script><!--<b>&'\u2028\u2029\ud800"
    text = page(msgspec.structs.replace(graph, articles=(msgspec.structs.replace(graph.articles[0], title=hostile), *graph.articles[1:])))
    inside = re.findall(r'<script type="application/zlib"[^>]*>(.*?)</script>', text, re.DOTALL)
    assert len(inside) == 2
    assert all(re.fullmatch(r"[A-Za-z0-9+/]+=*", part) for part in inside)
    assert data_of(text)["articles"][0]["title"] == hostile.replace("\ud800", "?")


def test_what_is_drawn_is_what_the_pyvis_network_holds(graph: PageGraph) -> None:
    net = network(graph, arrange(graph.nodes, graph.ties))
    drawn = data_of(page(graph), "network-data")
    assert [node["key"] for node in net.nodes] == [node.id for node in graph.nodes]
    assert drawn["nodes"] == [[n["x"], n["y"], n["size"], n["weight"]] for n in net.nodes]
    assert drawn["edges"] == [[e["from"], e["to"], e["type"], e["reports"], e["facts"]] for e in net.edges]
    assert all(str(node["id"]).isascii() for node in net.nodes)
    assert json.loads(net.get_network_data()[-1])["physics"] == {"enabled": False}


def test_a_claim_points_at_its_words(graph: PageGraph) -> None:
    knowledge = data_of(page(graph))
    articles, sentences = knowledge["articles"], knowledge["sentences"]
    held = next(fact for fact in knowledge["facts"] if fact["id"] == "holding/anthony-albanese-thu-tuong-australia")
    for number in held["claims"]:
        sentence, start, end, *_ = knowledge["claims"][number]
        article, begin, stop = sentences[sentence][:3]
        assert articles[article]["text"][begin:stop][start:end].strip() == "Thủ tướng"


def test_marks_of_an_article_are_its_entities(graph: PageGraph) -> None:
    knowledge = data_of(page(graph))
    marked = {a["text"][start:end]: knowledge["nodes"][node]["id"] for a in knowledge["articles"] for start, end, node in a.get("marks", ())}
    assert marked["Tập Cận Bình"] == "person/tap-can-binh"
    assert marked["Mỹ"] == "country/US"
    assert marked["Quốc hội Việt Nam"] == "organization/quoc-hoi-viet-nam"
    assert all(
        first[1] <= second[0] for a in knowledge["articles"] for first, second in itertools.pairwise(a.get("marks", ()))
    )


def test_without_texts_the_sentences_remain(build: Path, graph: PageGraph) -> None:
    bare = gather(build, with_text=False)
    assert not any(article.text or article.marks for article in bare.articles)
    assert all(sentence.text for sentence in bare.sentences)
    assert len(bare.claims) == len(graph.claims)


@pytest.mark.parametrize(("title", "shown"), [("", "Đồ thị tin tức Việt Nam"), ("<b>Ai & ai</b>", "&lt;b&gt;Ai &amp; ai&lt;/b&gt;")])
def test_the_title_is_text(graph: PageGraph, title: str, shown: str) -> None:
    text = page(graph, title=title)
    assert f"<title>{shown}</title>" in text
    assert f'<h1 id="title">{shown}</h1>' in text


def test_a_language_the_page_does_not_speak_is_told(graph: PageGraph) -> None:
    with pytest.raises(ConfigurationError, match="--lang 'fr'"):
        page(graph, language="fr")


def test_a_graph_without_anything_is_still_a_page() -> None:
    assert "</html>" in page(PageGraph())
    assert "</html>" in page(PageGraph(nodes=(PageNode("person/a", "person", "A"),)))


def test_a_notebook_gets_the_page_in_a_frame(build: Path) -> None:
    shown = show(build, focus="to lam", depth=1, height=500)
    frame = shown._repr_html_()
    assert frame.startswith('<iframe srcdoc="&lt;!doctype html&gt;')
    assert frame.count("<") == 2
    assert "allow-same-origin" not in frame
    labels = {node["label"] for node in data_of(shown.html)["nodes"][: data_of(shown.html)["drawn"]]}
    assert "Tô Lâm" in labels
    assert "Narendra Modi" not in labels


def test_every_type_looks_different() -> None:
    assert len({(look.shape, look.light) for look in NODE_LOOKS.values()}) == len(NODE_LOOKS)
    assert len({look.shape for look in NODE_LOOKS.values()}) == len(NODE_LOOKS)
    assert len({(look.light, look.dashes) for name, look in TIE_LOOKS.items() if name not in ("of", "in")}) == len(TIE_LOOKS) - 2


def test_the_page_is_at_most_as_large_again_by_a_third_as_that_of_pyvis(graph: PageGraph) -> None:
    theirs = Network(directed=True, cdn_resources="in_line")
    for node in graph.nodes:
        theirs.add_node(node.id, label=node.label)
    for tie in graph.ties:
        theirs.add_edge(tie.source, tie.target)
    assert len(page(graph).encode()) <= 1.3 * len(theirs.generate_html().encode())
