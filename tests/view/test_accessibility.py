"""axe-core finds nothing serious on any view of the page, light and dark, wide and narrow."""

from __future__ import annotations

import pytest

from tests.view.conftest import Open

pytestmark = pytest.mark.browser
pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")


WIDE = [
    "",
    "#n=person/to-lam&f=person/to-lam&lang=en&day=2024-07-01",
    "#x=event/meeting-2024-03-07-pham-minh-chinh-anthony-albanese",
    "#n=person/joe-biden&path=person/joe-biden~person/tap-can-binh",
    "#v=tables",
    "#v=reader&a=article/2024-03-07-ban-tin-doi-ngoai",
]
PHONE = ["", "#n=office/chu-tich-nuoc-viet-nam", "#v=tables", "#v=reader&a=article/2024-03-07-ban-tin-doi-ngoai"]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("width", "fragments"), [(1440, WIDE), (390, PHONE)])
def test_axe_finds_nothing_serious(visit: Open, width: int, fragments: list[str], dark: bool) -> None:
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    seen = visit(width=width, height=844, dark=dark)
    for fragment in fragments:
        seen.page.evaluate("(hash) => { location.hash = hash; }", fragment)
        seen.page.wait_for_timeout(50)
        seen.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        seen.page.wait_for_timeout(150)
        found = axe.run(seen.page).response
        assert len(found["passes"]) > 20
        serious = [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"] if v["impact"] in ("serious", "critical")]
        assert serious == [], fragment
