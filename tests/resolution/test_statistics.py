"""Figures of all articles: one observation for what is the same, two for what differs, the period dated where its words can be."""

from __future__ import annotations

import msgspec
import pytest

from kg.model import ArticleInfo, Entity, Extraction, KgStatistic, Mention, Statistic
from kg.resolution import resolve
from kg.resolution.statistics import _in_figures

TEXT = "Việt Nam và Lào: 3 tỷ USD."


def told(article: str, *figures: Statistic, published: str | None = "2024-10-01") -> Extraction:
    """An article that names Việt Nam (v) and Lào (l) and tells these figures."""
    entities = (
        Entity("v", "Country", "Việt Nam", iso="VN", mentions=(Mention(0, 8, "Việt Nam"),)),
        Entity("l", "Country", "Lào", iso="LA", mentions=(Mention(12, 15, "Lào"),)),
    )
    return Extraction(ArticleInfo(article, published=published), TEXT, entities, statistics=figures)


def trade(**changes: object) -> Statistic:
    """Trade between the two, of 2023."""
    figure = Statistic("thương mại song phương", 3.0, "tỷ USD", ((17, 25),), ("l", "v"), period="2023", rule="statistic: between")
    return msgspec.structs.replace(figure, **changes)


def figures(*records: Extraction) -> tuple[KgStatistic, ...]:
    return resolve(records, background=False).statistics


def test_a_figure_carries_what_is_told_and_its_claim() -> None:
    knowledge = resolve([told("a", trade(change_percent=-4.5, rank=7))], background=False)
    (figure,) = knowledge.statistics
    assert figure == KgStatistic(
        id="statistic/la-vn-thuong-mai-song-phuong-2023",
        label="Lào – Việt Nam: thương mại song phương 3 tỷ USD, 2023",
        measure="thương mại song phương",
        measure_id="thuong-mai-song-phuong",
        value=3.0,
        unit="tỷ USD",
        between=("country/LA", "country/VN"),
        source=None,
        target=None,
        period="2023",
        period_told="2023",
        begin="2023-01-01",
        end="2023-12-31",
        change_percent=-4.5,
        rank=7,
        claims=("claim/a/statistic-1",),
    )
    (claim,) = [one for one in knowledge.claims if one.kind == "statistic"]
    assert (claim.id, claim.about, claim.quote, claim.rule) == ("claim/a/statistic-1", figure.id, "3 tỷ USD", "statistic: between")


@pytest.mark.parametrize(
    ("one", "other", "observations"),
    [
        ({}, {}, 1),
        ({"unit": "tỉ USD"}, {"unit": "tỷ USD"}, 1),
        ({"between": ("v", "l")}, {"between": ("l", "v")}, 1),
        ({"change_percent": 4.0}, {}, 1),
        ({}, {"value": 3.2}, 2),
        ({}, {"period": "2022"}, 2),
        ({}, {"period": None}, 2),
        ({}, {"unit": "triệu USD"}, 2),
        ({}, {"measure": "kim ngạch thương mại"}, 2),
        ({"between": (), "source": "v", "target": "l"}, {"between": (), "source": "l", "target": "v"}, 2),
    ],
)
def test_the_same_figure_told_twice_is_one(one: dict[str, object], other: dict[str, object], observations: int) -> None:
    found = figures(told("a", trade(**one)), told("b", trade(**other)))
    assert len(found) == observations == len({figure.id for figure in found})
    assert sorted(claim for figure in found for claim in figure.claims) == ["claim/a/statistic-1", "claim/b/statistic-1"]
    assert found == figures(told("b", trade(**other)), told("a", trade(**one)))


@pytest.mark.parametrize(
    ("period", "published", "edtf", "begin", "end"),
    [
        ("2023", None, "2023", "2023-01-01", "2023-12-31"),
        ("8 tháng đầu năm 2024", None, "2024-01/2024-08", "2024-01-01", "2024-08-31"),
        ("9 tháng đầu năm nay", "2024-10-01", "2024-01/2024-09", "2024-01-01", "2024-09-30"),
        ("9 tháng đầu năm nay", None, None, None, None),
        ("tháng 12/2020", None, "2020-12", "2020-12-01", "2020-12-31"),
        ("giai đoạn 2011-2019", None, "2011/2019", "2011-01-01", "2019-12-31"),
        (None, "2024-10-01", None, None, None),
    ],
)
def test_the_period_is_dated_where_its_words_can_be(
    period: str | None, published: str | None, edtf: str | None, begin: str | None, end: str | None
) -> None:
    (figure,) = figures(told("a", trade(period=period), published=published))
    assert (figure.period, figure.period_told, figure.begin, figure.end) == (edtf, period, begin, end)


@pytest.mark.parametrize(
    "changes",
    [{"between": ("v",)}, {"between": ("v", "x")}, {"between": (), "source": "v"}, {"between": (), "source": "v", "target": "v"}],
)
def test_a_figure_without_two_countries_is_passed_over(changes: dict[str, object]) -> None:
    assert figures(told("a", trade(**changes))) == ()


@pytest.mark.parametrize(("value", "written"), [(25.7, "25,7"), (30000.0, "30.000"), (1234567.5, "1.234.567,5"), (0.4, "0,4"), (150.0, "150")])
def test_figures_are_written_as_vietnamese_writes_them(value: float, written: str) -> None:
    assert _in_figures(value) == written
