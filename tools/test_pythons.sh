#!/bin/sh
# Run the core's tests on each Python >= 3.11 found on PATH or among pyenv's, each in an
# environment of its own that uv makes: test_pythons.sh UV [OPTION_OF_PYTEST...]
set -eu
cd "$(dirname "$0")/.."

uv=$1
shift

usable() {
    "$1" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != sys.argv[1])' "$2" 2>/dev/null
}

find_python() { # prints the program of a version such as 3.13; the last of pyenv's is the newest
    found=
    for candidate in "$(command -v "python$1" || true)" \
        "${PYENV_ROOT:-$HOME/.pyenv}/versions/$1".*/bin/python; do
        if [ -x "$candidate" ] && usable "$candidate" "$1"; then
            found=$candidate
        fi
    done
    echo "$found"
}

good=
bad=
for version in 3.11 3.12 3.13 3.14 3.15; do
    python=$(find_python "$version")
    [ -n "$python" ] || continue
    folder=.venv-$version
    if [ ! "$folder/.tools" -nt pyproject.toml ] || [ ! "$folder/.tools" -nt constraints.txt ]; then
        "$uv" venv --quiet --clear --python "$python" "$folder"
        "$uv" pip install --quiet --python "$folder/bin/python" \
            --constraint constraints.txt --editable '.[test]'
        touch "$folder/.tools"
    fi
    echo "Python $version ($python)"
    if "$folder/bin/python" -m pytest --numprocesses auto --quiet --ignore tests/site "$@"; then
        good="$good $version"
    else
        bad="$bad $version"
    fi
done

echo "Passed on:${good:- none}. Failed on:${bad:- none}."
[ -n "$good" ] && [ -z "$bad" ]
