#!/usr/bin/env bash
# Compiles every register and checks the pages: the Nu HTML checker, then the pages in Chromium as people use them. Installs
# what it needs. With `slow`, every page in every way.
set -euo pipefail
cd "$(dirname "$0")"
need() { command -v "$1" >/dev/null || missing+=("$2"); }
missing=()
need "${CHROMIUM:-chromium}" chromium
need java default-jre-headless
need pdftotext poppler-utils
need node nodejs
need npm npm
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq && apt-get install -y -qq "${missing[@]}" >/dev/null
fi
[ -d node_modules ] || npm install --no-audit --no-fund --silent
out=$(mktemp -d)
forms=$(mktemp -d)
trap 'rm -rf "$out" "$forms"' EXIT
cargo run --quiet -- --workspace ../.. build --quiet --out "$out"
cargo run --quiet -- --workspace ../../examples/full build --quiet --out "$out/full"
failed=0
# The checker takes the style sheet for blocked; policy.mjs shows that it is not.
if java -jar node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html \
  --filterpattern '.*violates Content Security Policy.*' "$out"; then
  echo "The Nu HTML checker found nothing."
else
  failed=1
fi
for check in axe noscript keyboard print questions; do
  node "$check.mjs" "$out" "$@" || failed=1
done
# The forms of units, and what comes back from them.
cargo run --quiet -- --workspace ../../examples/full ask --all --review --role lawyer --role officer --role editor \
  --format html --out "$forms" >/dev/null
java -jar node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html \
  --filterpattern '.*violates Content Security Policy.*' "$forms" || failed=1
node forms.mjs "$forms" || failed=1
for file in "$forms"/*-answers.json; do
  cargo run --quiet -- --workspace ../../examples/full answer "$file" | grep -q '^+.*vi har frågat it-avdelningen' || failed=1
done
exit "$failed"
