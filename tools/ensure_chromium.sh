#!/bin/sh
# Make sure that there is a Chromium for the browser tests: one on PATH, the one that the variable
# CHROMIUM names, or else the distribution's package, installed with apt-get. The headless shell is
# the same Chromium without the browser's own windows, and needs a third of the time. Beside another
# Chromium it is installed only where the variable CI says that the machine is nobody's.
set -eu

have() {
    for name in "$@"; do
        if [ -n "$name" ] && command -v "$name" >/dev/null; then
            return 0
        fi
    done
    return 1
}

have_chromium() {
    have "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome \
        google-chrome-stable
}

install() {
    # The answer to every question is the package's own default.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 \
        --no-install-recommends "$@" >/dev/null
}

have "${CHROMIUM:-}" chromium-headless-shell && exit 0
[ -z "${CI:-}" ] && have_chromium && exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    as_root=sudo
fi
if have apt-get && { [ -z "$as_root" ] || have sudo; }; then
    echo "Installing the distribution's Chromium for the browser tests."
    $as_root apt-get update --quiet=2 || echo "The lists of packages are as they were." >&2
    # Not every distribution has the shell: another Chromium will do.
    install chromium-headless-shell fonts-dejavu-core || have_chromium ||
        install chromium fonts-dejavu-core || true
fi
have_chromium && exit 0

echo "The browser tests need Chromium or Chrome, and there is none on PATH." \
    "Install it, or set CHROMIUM to its path, and run make test again." >&2
exit 1
