"""Text from outside stays text: payloads in names, titles, identifiers, addresses and quotes, in a real browser."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.model import ArticleInfo, Claim, Contradiction, Entity, Extraction, KgEntity, KgEvent, Knowledge, Mention, Office, OfficeHolding
from kg.model import Participation as Part
from kg.view import gather, page
from tests.view.conftest import Open, data_of
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
WALK = """async (stops) => {
  const wrong = [];
  const foreign = document.querySelectorAll(FOREIGN).length;
  const look = (where) => {
    if (window.ran.length) wrong.push([where, "ran"]);
    if (document.querySelectorAll(FOREIGN).length !== foreign) wrong.push([where, "element"]);
    for (const a of document.querySelectorAll("a[href]")) if (!/^(https?:|#n=)/.test(a.getAttribute("href"))) wrong.push([where, a.href]);
    for (const e of document.querySelectorAll("*")) if ([...e.attributes].some((x) => x.name.startsWith("on"))) wrong.push([where, e.outerHTML]);
    if (location.protocol !== "file:") wrong.push([where, location.href]);
  };
  const rest = () => new Promise((done) => setTimeout(done));
  look("overview");
  for (const [fields, selector, name] of stops) {
    await new Promise((done) => { addEventListener("hashchange", done, {once: true}); location.hash = new URLSearchParams(fields); });
    const opened = document.querySelector(selector)?.textContent;
    if (opened !== name) wrong.push([name, `opened ${opened}`]);
    document.querySelectorAll("details").forEach((d) => { d.open = true; });
    await rest();
    look(name);
  }
  return wrong;
}""".replace("FOREIGN", repr(FOREIGN))
TYPE = """async (texts) => {
  const box = document.getElementById("search");
  for (const text of texts) {
    box.value = text;
    box.dispatchEvent(new Event("input"));
    await new Promise((done) => setTimeout(done));
    if (window.ran.length || document.querySelectorAll("#found script, #found img, #found svg [onload]").length) return text;
  }
  box.value = "";
  box.dispatchEvent(new Event("input"));
  return "";
}"""


@pytest.mark.browser
def test_payloads_stay_text(visit: Open, hostile_page: Path) -> None:
    assert len(PAYLOADS) >= 30
    seen = visit(file=hostile_page, width=480, height=500)  # small, so that drawing takes little time
    assert seen.page.locator(FOREIGN).count() == 3, "two scripts and one style of the page itself"
    said = data_of(hostile_page.read_text(encoding="utf-8"))
    assert {node["label"].replace("\x00", "") for node in said["nodes"]} >= {p.replace("\x00", "") for p in PAYLOADS}
    stops = [({"n": node["id"]}, "#panel h2", node["label"]) for node in said["nodes"]]
    stops += [({"x": fact["id"]}, "#panel h2", fact["label"]) for fact in said["facts"] if fact["is"] == "event"]
    stops += [({"v": "reader", "a": article["id"]}, "article.text h2", article["title"]) for article in said["articles"]]
    pins = [{"f": said["nodes"][0]["id"], "pin": f"1,2,{node['id']}"} for node in said["nodes"][::9]]
    stops += [(fields, "h1", "</title><script>pwned()</script>") for fields in pins]
    assert len(stops) > 4 * len(PAYLOADS)
    assert seen.page.evaluate(WALK, stops) == []
    assert seen.page.evaluate(TYPE, PAYLOADS) == ""
    for table in ("ties", "nodes", "holdings", "events"):
        assert seen.rows(table) > 0
        assert seen.page.evaluate(WALK, []) == []


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
