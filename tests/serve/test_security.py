"""Headers of every answer, names under which the server may be called, and paths that lead nowhere."""

from __future__ import annotations

import pytest

from tests.serve.site import Site

ADDRESSES = [
    "/", "/id/person/to-lam", "/search?q=a", "/explore", "/query", "/ask", "/data", "/ontology", "/health", "/openapi.json", "/sparql?query=ASK{}",
    "/static/site.js", "/yasgui/yasgui.min.js", "/id/nothing", "/nothing", "/api/search", "/sparql?query=ASK",
]  # fmt: skip


@pytest.mark.parametrize("path", ADDRESSES)
def test_every_answer_tells_the_browser_to_trust_nothing_else(site: Site, path: str) -> None:
    headers = site.get(path, "text/html").headers
    policy = dict(part.strip().partition(" ")[::2] for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == policy["form-action"] == "'self'"
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin" and "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("127.0.0.1:{port}", True),
        ("localhost:{port}", True),
        ("LOCALHOST", True),
        ("[::1]:{port}", True),
        ("evil.example:{port}", False),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example:{port}", False),
        ("[::1].evil.example", True),  # a browser has no such name to ask for; the address in brackets counts
        ("", False),
    ],
)
def test_a_page_elsewhere_that_points_here_is_refused(site: Site, host: str, allowed: bool) -> None:
    assert (site.get("/health", Host=host.format(port=site.port)).status == 200) is allowed


_PATHS = [
    "/../../../../etc/passwd", "/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static//etc/passwd", "/static/%2fetc%2fpasswd",
    "/id/../../../../etc/passwd", "/id/..%2f..%2f..%2fetc%2fpasswd", "/id/article/..%2f..%2f..%2fetc%2fpasswd", "/id//etc/passwd",
    "/id/file:///etc/passwd", "/id/%00", "/id/article/%00", "/yasgui/..%2f..%2fetc%2fpasswd", "/id/article/../../manifest.json", "/id/%ff%fe",
    "/manifest.json", "/extractions.jsonl", "/store/CURRENT", "/id/" + "a/" * 5000, "/role/../../etc/passwd",
    "/api/article?id=../../../../etc/passwd", "/api/resource?id=file:///etc/passwd", "/api/article?id=article/../../extractions.jsonl",
]  # fmt: skip


@pytest.mark.parametrize("path", _PATHS, ids=lambda path: path[:50])
def test_no_path_leads_to_a_file(site: Site, path: str) -> None:
    answer = site.get(path)
    assert answer.status in (400, 404) and b"root:" not in answer.body and b"from __future__" not in answer.body


def test_what_is_wrong_inside_is_not_told_outside(site: Site) -> None:
    for path in ("/api/resource?id=%00", "/api/neighbours?id=person/to-lam&first=x", "/ask?q=" + "x" * 2000, "/search?q=" + "x" * 5000):
        answer = site.get(path, "application/json")
        assert answer.status in (400, 404) and "Traceback" not in answer.text and "/kg/" not in answer.text
