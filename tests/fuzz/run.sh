#!/usr/bin/env bash
# Fuzzes for some minutes each, two targets at a time: `bash tests/fuzz/run.sh 20`, or `… 20 page diff` for these alone.
# It installs cargo-fuzz where it is missing. Inputs that break a promise are kept in tests/fuzz/crashes/.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:-2}
targets=("${@:2}")
[ ${#targets[@]} -gt 0 ] || targets=(reader check config page diff)
command -v cargo-fuzz > /dev/null || cargo install cargo-fuzz --version 0.13.2 --locked --debug
# The crate has no unsafe code of its own: without a sanitizer twice as many inputs are tried.
options=(--fuzz-dir tests/fuzz --sanitizer none --target-dir target/fuzz)
cargo +nightly fuzz build "${options[@]}"

fuzz() {
    local target=$1 length=4096
    [ "$target" != reader ] || length=131072
    mkdir -p "target/fuzz/corpus/$target"
    # The first folder takes what is new: the corpus that is kept stays as it is.
    "target/fuzz/$(rustc -vV | sed -n 's/^host: //p')/release/$target" \
        "target/fuzz/corpus/$target" "tests/fuzz/corpus/$target" "tests/fuzz/crashes/$target" \
        -artifact_prefix="tests/fuzz/crashes/$target/" -dict=tests/fuzz/ropa.dict -max_len=$length \
        -max_total_time=$((minutes * 60)) -rss_limit_mb=2048 -timeout=10 -print_final_stats=1 -verbosity=1 \
        > "target/fuzz/$target.log" 2>&1 && echo "$target: nothing found in $minutes minutes" && return 0
    # A run that is interrupted ends with 72, and proves nothing.
    [ $? -eq 72 ] && echo "$target: interrupted; run it again" && return 1
    echo "$target: an input broke a promise; see target/fuzz/$target.log"
    return 1
}
export minutes
export -f fuzz
printf '%s\n' "${targets[@]}" | xargs -P 2 -I {} bash -euo pipefail -c 'fuzz {}'
