#!/bin/sh
# Create a virtual environment with the first Python >= 3.11 found on PATH: create_venv.sh FOLDER
#
# If the system has the same version as the one on PATH, the system's is taken: distributions build
# with the profile-guided optimisation that version managers leave out. PYTHON may name another.
set -eu

folder=$1
names="python3 python3.14 python3.13 python3.12 python3.11 python"
system=/usr/bin/python3
version_of() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || true
}

if [ -n "${PYTHON:-}" ]; then
    names=$PYTHON
elif [ -x "$system" ] && [ "$(version_of "$system")" = "$(version_of python3)" ]; then
    names="$system $names"
fi
for name in $names; do
    python=$(command -v "$name") || continue
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        exec "$python" -m venv "$folder"
    fi
    unfit=$python
done

if [ -n "${unfit:-}" ]; then
    echo "$unfit cannot create virtual environments." \
        "On Debian and Ubuntu: apt-get install python$(version_of "$unfit")-venv" >&2
else
    echo "Python 3.11 or newer is needed, and none is on PATH (looked for $names)." >&2
fi
exit 1
