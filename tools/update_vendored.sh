#!/bin/sh
# Takes the newest release of the scripts of others that the pages load, each with its licence.
set -eu

target=$(cd "$(dirname "$0")/../mkdocs_repodoc/client/assets/vendor" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cd "$folder"
archive=$(npm pack --silent @leeoniya/ufuzzy@latest)
tar -xzf "$archive"
cp package/dist/uFuzzy.iife.min.js "$target/ufuzzy.js"
cp package/LICENSE "$target/ufuzzy.LICENSE"
head -n 1 "$target/ufuzzy.js"
