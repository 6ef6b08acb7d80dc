#!/bin/sh
# Create a virtual environment with the first Python >= 3.11 found on PATH: create_venv.sh FOLDER
set -eu

folder=$1
for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
    python=$(command -v "$name") || continue
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        exec "$python" -m venv "$folder"
    fi
    unfit=$python
done

if [ -n "${unfit:-}" ]; then
    version=$("$unfit" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "$unfit cannot create virtual environments." \
        "On Debian and Ubuntu: apt-get install python$version-venv" >&2
else
    echo "Python 3.11 or newer is needed, and none is on PATH" \
        "(looked for python3, python3.11 to python3.14 and python)." >&2
fi
exit 1
