"""axe-core finds nothing serious on any view of the page, light and dark, wide and narrow."""

from __future__ import annotations

import pytest

from tests.view.conftest import Open

pytestmark = pytest.mark.browser
pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("fragment", "width"),
    [
        ("", 1440),
        ("#n=person/to-lam&f=person/to-lam", 1440),
        ("#n=person/to-lam&f=person/to-lam&lang=en&day=2024-07-01", 1440),
        ("#x=event/meeting-2024-03-07-pham-minh-chinh-anthony-albanese", 1440),
        ("#n=person/joe-biden&path=person/joe-biden~person/tap-can-binh", 1440),
        ("#v=tables", 1440),
        ("#v=reader&a=article/2024-03-07-ban-tin-doi-ngoai", 1440),
        ("#n=office/chu-tich-nuoc-viet-nam", 390),
    ],
)
def test_axe_finds_nothing_serious(visit: Open, fragment: str, width: int, dark: bool) -> None:
    from axe_playwright_python.sync_playwright import Axe

    seen = visit(fragment, width=width, dark=dark)
    seen.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    seen.page.wait_for_timeout(200)
    found = Axe().run(seen.page).response
    assert len(found["passes"]) > 20
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"] if v["impact"] in ("serious", "critical")] == []
