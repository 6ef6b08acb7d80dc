#!/bin/sh
# Make sure that there is a Chromium for the browser tests: one on PATH, the one that the variable
# CHROMIUM names, or else the distribution's package, installed with apt-get.
set -eu

have_chromium() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        if [ -n "$name" ] && command -v "$name" >/dev/null; then
            return 0
        fi
    done
    return 1
}

have_chromium && exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    as_root=sudo
fi
if command -v apt-get >/dev/null && { [ -z "$as_root" ] || command -v sudo >/dev/null; }; then
    echo "No Chromium on PATH: installing the distribution's package for the browser tests."
    # The answer to every question is the package's own default.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update --quiet=2
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 \
        --no-install-recommends chromium fonts-dejavu-core >/dev/null
    have_chromium && exit 0
fi

echo "The browser tests need Chromium or Chrome, and there is none on PATH." \
    "Install it, or set CHROMIUM to its path, and run make test again." >&2
exit 1
