#!/usr/bin/env bash
# Opens the sheets of every register with LibreOffice and with Python, with the settings of their countries, and compares what
# they show with what was written. Installs what it needs.
set -euo pipefail
cd "$(dirname "$0")"
need() { command -v "$1" > /dev/null || missing+=("$2"); }
missing=()
need soffice libreoffice-calc
need python3 python3
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
mkdir -p "$out/workspace/registers"
cp -r ../../registers/* ../../examples/full/registers/* "$out/workspace/registers"
cat > "$out/workspace/ropa.toml" << 'SETTINGS'
[outputs]
xlsx = ["public", "internal"]
csv-people = ["public", "internal"]
SETTINGS
cargo run --quiet -- --workspace "$out/workspace" build --quiet
python3 check.py "$out/workspace/build" "$out/converted"
