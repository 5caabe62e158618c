# `just` alone does what CI does. `.ci/tools` installs what it needs.
default: ci

# The one list of checks.
ci: format lint doc unused deny test build html pipelines

# What is slow: run it before an issue is resolved, and keep its figures.
proof minutes="20": (html "slow") sheets (fuzz minutes) dist (pipelines "slow")
    bash tests/packaging/root.sh
    cargo package --locked
    cargo bench --bench build
    cargo bench --bench growth

format:
    cargo fmt --check

lint:
    cargo clippy --all-targets -- -D warnings

doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --document-private-items

# Dependencies that nothing uses.
unused:
    cargo machete

# Licenses and sources of what we depend on.
deny:
    cargo deny --locked check --allow duplicate --hide-inclusion-graph licenses bans sources

test:
    cargo test

build:
    cargo run -- build
    cargo run -- build --check

# The HTML of all registers: valid, accessible, and usable by keyboard, without JavaScript and in print. Installs what it
# needs. `slow` looks at every page in every mode.
html how="":
    bash tests/html/check.sh {{how}}

# The sheets of all registers as LibreOffice and Python open them. Installs what it needs.
sheets:
    bash tests/sheets/check.sh

# The fuzz targets, two at a time, for some minutes each; needs a nightly toolchain.
fuzz minutes="20":
    bash tests/fuzz/run.sh {{minutes}}

# The action, the templates and the hooks for pipelines: run as far as this computer can, and checked against the schemas of
# GitHub and GitLab. `slow` also lets pre-commit build the program.
pipelines how="":
    bash tests/pipelines/check.sh {{how}}

# What is shipped: an archive with a static program, and a package of Debian, in dist/.
dist:
    packaging/dist x86_64-unknown-linux-gnu
