"""Pictures of a page at three sizes, light and dark: `python -m scripts.screenshots build/graph.html build/screenshots`.

Needs a Chromium (`KG_CHROMIUM` or on the PATH) and the Python package playwright. `--at FRAGMENT` opens the page at a view of it;
`--scale 1` makes the small pictures of `docs/images`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.browser import find_chromium, launch

SIZES = {"desktop": (1440, 900), "tablet": (1024, 768), "phone": (390, 844)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path, nargs="?", default=Path("build/graph.html"))
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/screenshots"))
    parser.add_argument("--at", default="", help="the part of the address after #, such as n=person/to-lam")
    parser.add_argument("--scale", type=float, default=2, help="pixels of the picture for one of the page")
    arguments = parser.parse_args()
    chromium = find_chromium()
    if chromium is None or not arguments.page.exists():
        parser.error(f"{arguments.page}: no such page" if chromium else "no Chromium: install it or set KG_CHROMIUM")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with launch(chromium) as browser:
        for name, (width, height) in SIZES.items():
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme=scheme,
                    device_scale_factor=arguments.scale,
                    reduced_motion="reduce",
                    offline=True,
                )
                tab = context.new_page()
                tab.goto(f"{arguments.page.resolve().as_uri()}#{arguments.at}")
                tab.wait_for_selector("html.drawn", state="attached")
                tab.wait_for_timeout(300)
                file = arguments.folder / f"{name}-{scheme}.png"
                tab.screenshot(path=file)
                context.close()
                print(file)


if __name__ == "__main__":
    main()
