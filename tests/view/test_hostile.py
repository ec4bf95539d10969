"""Text from outside stays text: payloads in names, titles, identifiers, addresses and quotes, in a real browser."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.model import ArticleInfo, Claim, Contradiction, Entity, Extraction, KgEntity, KgEvent, Knowledge, Mention, Office, OfficeHolding
from kg.model import Participation as Part
from kg.view import gather, page
from tests.view.conftest import Open
from tests.view.news import write_build

PAYLOADS = [
    "<script>pwned()</script>",
    "</script><script>pwned()</script>",
    "</ScRiPt><svg/onload=pwned()>",
    "<img src=x onerror=pwned()>",
    '"><img src=x onerror=pwned()>',
    "'><img src=x onerror=pwned()>",
    "<svg onload=pwned()></svg>",
    "<svg><script>pwned()</script></svg>",
    "<iframe src=javascript:pwned()></iframe>",
    '<iframe srcdoc="<script>parent.pwned()</script>"></iframe>',
    "<a href=javascript:pwned()>x</a>",
    "javascript:pwned()",
    "JaVaScRiPt:pwned()",
    "java\tscript:pwned()",
    "data:text/html,<script>pwned()</script>",
    "vbscript:pwned()",
    "<body onload=pwned()>",
    "<input autofocus onfocus=pwned()>",
    "<details open ontoggle=pwned()>x</details>",
    "<video><source onerror=pwned()></video>",
    "<object data=javascript:pwned()></object>",
    "<embed src=javascript:pwned()>",
    "<math><mtext><style><img src=x onerror=pwned()></style></mtext></math>",
    "<style>@import 'http://evil.example/x.css'; *{background:url(http://evil.example/y)}</style>",
    "</style><script>pwned()</script>",
    "<link rel=stylesheet href=http://evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=http://evil.example/'>",
    "<base href=http://evil.example/>",
    "<form action=http://evil.example/><button>x</button></form>",
    "<!--<script>pwned()//-->",
    "<![CDATA[<script>pwned()</script>]]>",
    "{{constructor.constructor('pwned()')()}}",
    "{% raw %}{{ ''.__class__ }}{% endraw %}",
    "${pwned()}`+pwned()+`",
    '"}],"nodes":[{"x":1}]};pwned();//',
    "\\u003cscript\\u003epwned()\\u003c/script\\u003e",
    "&lt;script&gt;pwned()&lt;/script&gt;&#x3c;script&#x3e;",
    "\u2028pwned()\u2029//",
    "__proto__",
    "constructor",
    "=HYPERLINK(\"http://evil.example/\",\"x\")",
    "+cmd|' /C calc'!A0",
    "\u202etxt.exe\u202c\u0000\u0007\x1b[31m",
    "http://evil.example/\"onmouseover=pwned()//",
    "//evil.example/x.js",
    "file:///etc/passwd",
]  # fmt: skip


def hostile_world() -> tuple[Knowledge, list[Extraction]]:
    """For each payload a person, an office, a body, an event, an article, a contradiction that are called by it."""
    entities: list[KgEntity] = [KgEntity("country/VN", "Country", "Việt Nam", iso="VN")]
    offices, holdings, events, articles, contradictions, claims, records = [], [], [], [], [], [], []
    for number, payload in enumerate(PAYLOADS):
        person, body, office = f"person/{payload}", f"organization/{payload}", f"office/{payload}"
        article, event = f"a{number}-{payload.replace('/', '')}", f"event/{number}-{payload}"
        text = f"{payload}\nÔng {payload} gặp bà {payload}."
        start = len(payload) + 1
        span = (start + 4, start + 4 + len(payload))
        about = {"entity": person, "holding": f"holding/{number}", "event": event}
        found = [
            Claim(f"claim/{article}/{kind}-1", kind, article, key, *span, payload, start, len(text), text[start:], payload, 0.9, "asserted")
            for kind, key in about.items()
        ]
        claims += found
        info = ArticleInfo(article, payload, "2024-01-02", payload, payload, payload, "0")
        articles.append(info)
        mention = Mention(*span, payload)
        records.append(Extraction(info, text, (Entity("e1", "Person", payload, mentions=(mention,)),)))
        entities.append(KgEntity(person, "Person", payload, aliases=(payload, f"x {payload}"), same_as=(payload,), claims=(found[0].id,)))
        entities.append(KgEntity(body, "Organization", payload, country="VN", kind=payload))
        offices.append(Office(office, payload, payload, None, body))
        holdings.append(OfficeHolding(f"holding/{number}", person, office, "current", payload, ("2024-01-02",), (found[1].id,)))
        parts = (Part(person, "participant"), Part("country/VN", payload))
        days = ("2024-01-02",) * 3
        events.append(KgEvent(event, "Meeting", payload, parts, *days, payload, "happened", payload, 1, (found[2].id,)))
        contradictions.append(Contradiction(f"contradiction/{number}", payload, person, payload, (found[0].id,)))
    told = (tuple(holdings), tuple(events), (), tuple(contradictions), tuple(claims))
    return Knowledge(tuple(articles), tuple(entities), tuple(offices), *told), records


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    build = write_build(tmp_path_factory.mktemp("hostile") / "build", *hostile_world())
    file = build / "page.html"
    file.write_text(page(gather(build), title="</title><script>pwned()</script>"), encoding="utf-8", newline="\n")
    return file


FOREIGN = "script:not([id]), iframe, object, embed, link, base, form, img, video, math, style"
OPEN_ALL = "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
BAD_LINKS = "[...document.querySelectorAll('a')].map((a) => a.getAttribute('href')).filter((h) => h && !/^(https?:|#n=)/.test(h))"
HANDLERS = "[...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) => a.name.startsWith('on'))).length"


@pytest.mark.browser
def test_payloads_stay_text(visit: Open, hostile_page: Path) -> None:
    assert len(PAYLOADS) >= 30
    seen = visit(file=hostile_page)
    tab = seen.page
    foreign = tab.locator(FOREIGN).count()
    assert foreign == 3, "two scripts and one style of the page itself"
    keys = tab.evaluate("JSON.parse(document.getElementById('knowledge').textContent)")
    assert {node["label"].replace("\x00", "") for node in keys["nodes"]} >= {p.replace("\x00", "") for p in PAYLOADS}

    def opened(selector: str, name: str) -> None:
        deadline = time.monotonic() + 10
        while tab.evaluate("(selector) => document.querySelector(selector)?.textContent", selector) != name:
            assert time.monotonic() < deadline, name

    def inert(where: str) -> None:
        tab.evaluate(OPEN_ALL)
        assert tab.evaluate("window.ran") == [], where
        assert tab.locator(FOREIGN).count() == foreign, where
        assert tab.evaluate(BAD_LINKS) == [], where
        assert tab.evaluate(HANDLERS) == 0, where
        assert tab.url.startswith("file:"), where

    inert("overview")
    for entry in keys["nodes"]:
        tab.evaluate("(id) => { location.hash = new URLSearchParams({n: id}).toString(); }", entry["id"])
        opened("#panel h2", entry["label"])
        inert(entry["label"])
    for fact in keys["facts"]:
        if fact["is"] == "event":
            tab.evaluate("(id) => { location.hash = new URLSearchParams({x: id}).toString(); }", fact["id"])
            opened("#panel h2", fact["label"])
            inert(fact["id"])
    for article in keys["articles"]:
        tab.evaluate("(id) => { location.hash = new URLSearchParams({v: 'reader', a: id}).toString(); }", article["id"])
        opened("article.text h2", article["title"])
        inert(article["id"])
    for table in ("ties", "nodes", "holdings", "events"):
        assert seen.rows(table) > 0
        inert(table)
    for typed in PAYLOADS:
        tab.fill("#search", typed)
        inert(f"search {typed}")


@pytest.mark.browser
def test_exports_of_hostile_names_are_well_formed(visit: Open, hostile_page: Path) -> None:
    seen = visit(file=hostile_page)
    saved = {}
    for kind in ("csv", "svg", "graphml"):
        seen.page.click("#share")
        with seen.page.expect_download() as coming:
            seen.page.click(f"[data-export={kind}]")
        saved[kind] = Path(coming.value.path()).read_bytes()
    table = list(csv.reader(io.StringIO(saved["csv"].decode("utf-8-sig"))))
    assert {len(row) for row in table} == {10}
    assert [cell for row in table for cell in row if cell.startswith(("=", "+", "@"))] == []
    assert ElementTree.fromstring(saved["svg"]).tag.endswith("svg")
    labels = [data.text for data in ElementTree.fromstring(saved["graphml"]).iter() if data.get("key") == "label"]
    assert {"<img src=x onerror=pwned()>", "__proto__"} <= set(labels)
    assert seen.page.evaluate("window.ran") == []


@pytest.mark.browser
def test_the_policy_stops_what_would_run(visit: Open, hostile_page: Path) -> None:
    seen = visit(file=hostile_page)
    stopped = seen.page.evaluate(
        """() => {
          const attempts = [
            () => { const s = document.createElement("script"); s.textContent = "pwned()"; document.body.append(s); },
            () => { const d = document.createElement("div"); d.innerHTML = "<img src=x onerror=pwned()>"; document.body.append(d); },
            () => { setTimeout("pwned()", 0); },
            () => { document.body.setAttribute("onclick", "pwned()"); document.body.click(); },
          ];
          return attempts.map((attempt) => { try { attempt(); return "ran"; } catch (error) { return error.name; } });
        }"""
    )
    assert len(stopped) == 4
    seen.page.wait_for_timeout(300)
    assert seen.page.evaluate("window.ran") == []
    assert seen.errors  # the browser reports what it stopped; those reports are not the page's
    seen.errors.clear()
    seen.requests.clear()
