#!/bin/sh
# Build what a release consists of, for a tag: build_release.sh TAG BIN
# TAG is `v` and the version, BIN the folder of programs of an environment with the extra `release`.
# It leaves, in artefacts/release/: dist/ (sdist and wheel), sbom.cdx.json and notes.md.
set -eu

tag=$1
bin=$2
release=artefacts/release

rm -rf "$release"
mkdir -p "$release"
"$bin/python" tools/release_notes.py "$tag" >"$release/notes.md"
"$bin/python" -m build --outdir "$release/dist" .

# The SBOM lists what an installation of the wheel holds, and nothing of what development needs.
installed=$(mktemp -d)
trap 'rm -rf "$installed"' EXIT
sh tools/create_venv.sh "$installed/venv"
"$installed/venv/bin/python" -m pip install --quiet --constraint constraints.txt "$release"/dist/*.whl
"$installed/venv/bin/python" -m pip uninstall --quiet --yes pip setuptools
"$bin/cyclonedx-py" environment --pyproject pyproject.toml --output-reproducible \
    --output-file "$release/sbom.cdx.json" "$installed/venv"
