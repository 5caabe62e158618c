# `just` alone does what CI does.
default: format lint deny build html test

format:
    cargo fmt --check

lint:
    cargo clippy --release --all-targets -- -D warnings

# Licenses, sources and versions of what we depend on; installs what it needs.
deny:
    bash .ci/deny

test:
    cargo test --release

build:
    cargo run --release -- build
    cargo run --release -- build --check

# The HTML of all registers through the Nu checker and axe; installs what it needs.
html:
    bash tests/html/check.sh

bench:
    cargo bench --bench build

# The fuzz targets, two at a time, for some minutes each; needs a nightly toolchain.
fuzz minutes="20":
    bash tests/fuzz/run.sh {{minutes}}
