"""Who is in office on a day: bounds, days that show it, the one seat, and what supports the answer."""

from __future__ import annotations

import datetime

import pytest

from kg.model import HoldingStatus, Office, OfficeHolding, Precision
from kg.resolution.in_force import TermsInForce

OFFICES = [Office("office/one", "Chủ tịch nước", "Chủ tịch nước", None, "country/VN", 1), Office("office/many", "Đại sứ", "Đại sứ", None, None)]


def term(
    who: str,
    days: str = "",
    begin: str | None = None,
    end: str | None = None,
    status: HoldingStatus = "current",
    office: str = "one",
    exact: tuple[Precision, Precision] = ("day", "day"),
) -> OfficeHolding:
    """`days` that show `who`, as they are written, with spaces between; `exact` are the precisions of `begin` and `end`."""
    return OfficeHolding(f"holding/{who}", f"person/{who}", f"office/{office}", status, None, tuple(days.split()), (), begin, end, *exact)


PRESIDENTS = [term("an", "2020-02-01 2020-05-01"), term("binh", "2021-03-01 2022-03-01"), term("chi", "2024-01-10", "2024-01-05")]
CLOSED = [term("an", "2020-02-01", "2020-01-01", "2021-01-01")]

VAGUE = [term("an", "2021-03-01", "2019-01-01", "2022-05-01", exact=("year", "month"))]

CASES: dict[str, tuple[list[OfficeHolding], str, list[str]]] = {
    "between two days that show it": (PRESIDENTS, "2020-03-01", ["an shown 2020-02-01"]),
    "on the last day that shows it": (PRESIDENTS, "2020-05-01", ["an shown 2020-05-01"]),
    "between two holders either may have been": (PRESIDENTS, "2020-12-01", ["an before 2020-05-01", "binh after 2021-03-01"]),
    "before all": (PRESIDENTS, "2019-01-01", ["an after 2020-02-01"]),
    "a term that began is no earlier than its bound": (PRESIDENTS, "2024-01-04", ["binh before 2022-03-01"]),
    "from the bound on it is shown by what comes after": (PRESIDENTS, "2024-01-05", ["chi shown 2024-01-05"]),
    "after the next holder is seen the last one is out": (PRESIDENTS, "2024-01-10", ["chi shown 2024-01-10"]),
    "after all": (PRESIDENTS, "2030-01-01", ["chi before 2024-01-10"]),
    "both bounds are told": (CLOSED, "2020-12-31", ["an told 2020-02-01"]),
    "the end is open": (CLOSED, "2021-01-01", []),
    "before the beginning": (CLOSED, "2019-12-31", []),
    "an end alone": ([term("an", "2020-02-01", None, "2020-06-01")], "2020-05-31", ["an before 2020-02-01"]),
    "and nothing after it": ([term("an", "2020-02-01", None, "2020-06-01")], "2020-06-01", []),
    "a beginning that no day shows": ([term("an", "", "2020-01-01")], "2020-01-02", ["an before 2020-01-01"]),
    "nothing at all shows it": ([term("an")], "2020-01-02", []),
    "the acting one serves": ([term("an", "2024-03-21", status="acting")], "2024-03-21", ["an shown 2024-03-21"]),
    "the former one does not": ([term("an", "2024-03-21", status="former")], "2024-03-21", []),
    "nor the one elect": ([term("an", "2024-03-21", status="designate")], "2024-03-21", []),
    "a former one whose end is told": ([term("an", "2024-03-21", end="2022-01-01", status="former")], "2021-01-01", ["an told None"]),
    "two in one seat on one day both stay": (
        [term("an", "2020-02-01"), term("binh", "2020-02-01")],
        "2020-02-01",
        ["an shown 2020-02-01", "binh shown 2020-02-01"],
    ),
    "an office of many seats passes to nobody": (
        [term("an", "2020-02-01", office="many"), term("binh", "2021-02-01", office="many")],
        "2022-01-01",
        ["an before 2020-02-01", "binh before 2021-02-01"],
    ),
    "before the year of the beginning": (VAGUE, "2018-12-31", []),
    "in the year of the beginning": (VAGUE, "2019-06-01", ["an after 2021-03-01"]),
    "after the year of the beginning": (VAGUE, "2020-02-01", ["an after 2021-03-01"]),
    "bounds told as year and month are not told": (VAGUE, "2021-06-01", ["an before 2021-03-01"]),
    "in the month of the end": (VAGUE, "2022-05-31", ["an before 2021-03-01"]),
    "after the month of the end": (VAGUE, "2022-06-01", []),
    "a year of beginning shows no day": ([term("an", "", "2020-01-01", exact=("year", "day"))], "2021-01-02", []),
    "inverted bounds hold on no day": ([term("an", "2020-02-01", "2021-01-01", "2020-01-01")], "2020-06-01", []),
    "what is no day bounds nothing": ([term("an", "2020-02-01", "2020-13-45")], "2020-02-01", ["an shown 2020-02-01"]),
}


@pytest.mark.parametrize("case", CASES)
def test_in_force(case: str) -> None:
    holdings, day, expected = CASES[case]
    found = TermsInForce(holdings, OFFICES).on(datetime.date.fromisoformat(day))
    assert [f"{one.holding.id.removeprefix('holding/')} {one.evidence} {one.nearest}" for one in found] == expected
