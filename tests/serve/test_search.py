"""Search as you type: what a person types → what comes first."""

from __future__ import annotations

import pytest

from kg.language.folding import search_key
from kg.serve.tasks import Worker
from tests.serve.site import Site


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("to lam", "person/to-lam"),
        ("Tô Lâm", "person/to-lam"),
        ("TO LA", "person/to-lam"),
        ("lam to", "person/to-lam"),
        ("tô l", "person/to-lam"),
        ("my", "country/US"),
        ("Mỹ", "country/US"),
        ("hoa ky", "country/US"),
        ("united st", "country/US"),
        ("viet nam", "country/VN"),
        ("VN", "country/VN"),
        ("chu tich nuoc", "office/chu-tich-nuoc-vn"),
        ("tong bi thu", "office/tong-bi-thu-vn"),
        ("nguyen phu trong", "person/nguyen-phu-trong"),
        ("phu trong nguy", "person/nguyen-phu-trong"),
        ("biden", "person/joe-biden"),
    ],
)
def test_what_comes_first(worker: Worker, typed: str, first: str) -> None:
    assert worker.index.find(typed, 5).results[0].id == first


def test_each_letter_that_is_typed_keeps_what_is_meant_among_the_results(worker: Worker) -> None:
    typed = "nguyễn phú trọng"
    for length in range(6, len(typed) + 1):
        assert "person/nguyen-phu-trong" in {link.id for link in worker.index.find(typed[:length], 10).results}, typed[:length]


@pytest.mark.parametrize("typed", ["", "   ", "zzzz", "?!.", "am to lam", "\n", "(((", "a" * 200])
def test_what_finds_nothing(worker: Worker, typed: str) -> None:
    assert worker.index.find(typed, 5).results == ()


def test_the_limit_is_kept_and_more_is_told(worker: Worker) -> None:
    found = worker.index.find("n", 3)
    assert len(found.results) == 3 and found.more and not worker.index.find("to lam", 50).more


def test_words_must_begin_so(worker: Worker) -> None:
    found = worker.index.find("am", 50).results
    assert "person/to-lam" not in {link.id for link in found}
    assert all(any(search_key(word).startswith("am") for word in link.label.split()) for link in found if link.type == "Person")


def test_over_http(site: Site) -> None:
    found = site.get("/api/search?q=t%C3%B4%20l&limit=2").json()
    assert found["results"][0] == {"id": "person/to-lam", "label": "Tô Lâm", "type": "Person", "en": "", "about": "Tổng Bí thư Việt Nam"}
    assert "Tô Lâm" in site.get("/search?q=to+lam", "text/html").text
    assert site.get("/search?q=", "text/html").headers["location"] == "/"
