#!/bin/sh
# Find a Chromium for the browser tests, or install one: the system's package manager first, then Playwright's own.
# Outside CI a machine without one goes on: the browser tests are then skipped with a reason.
for name in "$KG_CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then echo "Browser tests use $(command -v "$name")"; exit 0; fi
done
if [ -z "$CI" ]; then
  echo "No Chromium found: the browser tests will be skipped (install chromium, or set KG_CHROMIUM)"; exit 0
fi
echo "Installing Chromium for the browser tests"
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null && exit 0
fi
.venv/bin/playwright install chromium && exit 0
echo "No Chromium could be installed" >&2
exit 1
