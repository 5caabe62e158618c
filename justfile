# `just` alone does what CI does.
default: format lint build html test

format:
    cargo fmt --check

lint:
    cargo clippy --release --all-targets -- -D warnings

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
