#!/usr/bin/env bash
# Compiles every register and checks the pages: the Nu HTML checker, then axe in Chromium. Installs what it needs.
set -euo pipefail
cd "$(dirname "$0")"
if ! command -v "${CHROMIUM:-chromium}" >/dev/null || ! command -v java >/dev/null; then
  apt-get update -qq && apt-get install -y -qq chromium default-jre-headless >/dev/null
fi
[ -d node_modules ] || npm install --no-audit --no-fund --silent
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cargo run --quiet -- --workspace ../.. build --quiet --out "$out"
cargo run --quiet -- --workspace ../../examples/full build --quiet --out "$out/full"
# The checker does not compare hashes, and takes the style for blocked; Chromium does compare them, see axe.mjs.
java -jar node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html \
  --filterpattern '.*violates Content Security Policy.*' "$out"
echo "The Nu HTML checker found nothing."
node axe.mjs "$out" light
node axe.mjs "$out" dark
