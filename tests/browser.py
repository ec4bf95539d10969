"""The system's Chromium for tests, screenshots and benchmarks: found by KG_CHROMIUM or by name, driven through Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

__all__ = ["ARGUMENTS", "find_chromium", "launch", "required_chromium"]

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--font-render-hinting=none",
)


def find_chromium() -> str | None:
    """The path of a Chromium: `KG_CHROMIUM` if it is set, else the first known name on the PATH, else Playwright's own."""
    for name in (os.environ.get("KG_CHROMIUM", ""), *_NAMES):
        if name and (found := shutil.which(name)):
            return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def required_chromium() -> str:
    """The path of a Chromium; without one the test is skipped, in CI it fails."""
    found = find_chromium()
    if found is None:
        reason = "no Chromium: install the package chromium, or set KG_CHROMIUM to one"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@contextmanager
def launch(path: str) -> Iterator[Browser]:
    """A headless browser that talks to nobody by itself."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()
