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
compared=$(mktemp -d)
trap 'rm -rf "$out" "$forms" "$compared"' EXIT
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
# The page of a comparison: the example against a copy with other periods, processors and texts.
mkdir "$compared/pages"
cp -r ../../examples/full/registers "$compared/registers"
find "$compared/registers" -name '*.yaml' -exec sed -i -E \
  -e 's/keep: ([0-9]+) years/keep: 1\1 years/' -e 's/^( *)processors: \[/\1remarks: [En ny upplysning om behandlingen.]\n&/' \
  -e 's/skolan/den nya skolan/' {} +
for lang in en sv da; do
  cargo run --quiet -- diff ../../examples/full/registers "$compared/registers" --lang "$lang" --format html \
    >"$compared/pages/$lang.html" || [ $? -eq 1 ]
done
rm -r "$compared/registers"
java -jar node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html "$compared/pages" || failed=1
node diff.mjs "$compared/pages" || failed=1
exit "$failed"
