#!/usr/bin/env bash
# Checks what runs in pipelines: files against the schemas of GitHub and GitLab, a linter for the security of workflows, the
# steps of the action in the environment of GitHub, and what `ropa init` writes. With `slow`, pre-commit builds the program
# and runs the hooks.
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tools=${TOOLS:-${CARGO_TARGET_DIR:-target}/pipelines}
if [ ! -x "$tools/bin/check-jsonschema" ]; then
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --requirement tests/pipelines/requirements.txt
fi
cargo build --quiet
program=$(realpath "${CARGO_TARGET_DIR:-target}/debug/ropa")
schema() { "$tools/bin/check-jsonschema" --quiet --builtin-schema "vendor.$1" "${@:2}"; }
schema github-actions action.yml
schema github-workflows .github/workflows/*.yml
schema gitlab-ci --data-transform gitlab-ci gitlab/ropa.gitlab-ci.yml
for forge in github gitlab; do
  "$program" init --yes --name "Exempelby kommun" --pipeline $forge "$scratch/$forge" > /dev/null
done
schema github-workflows "$scratch/github/.github/workflows/ropa.yml"
schema gitlab-ci --data-transform gitlab-ci "$scratch/gitlab/.gitlab-ci.yml"
# The workflow of a workspace names our action by its tag: the municipality decides whether to name a commit.
"$tools/bin/zizmor" --offline --quiet action.yml .github/workflows
! grep -rn 'pull_request_target' action.yml action .github gitlab templates/init
"$tools/bin/pre-commit" validate-manifest .pre-commit-hooks.yaml
"$tools/bin/python" tests/pipelines/action.py "$program"
"$tools/bin/python" tests/pipelines/gitlab.py "$program"
[ "${1:-}" = slow ] || exit 0

# pre-commit takes the hooks from a commit of this repository, builds the program, and runs it.
cd "$scratch/github"
git init --quiet
git add --all
commit=$(git -C "$OLDPWD" rev-parse HEAD)
cat > .pre-commit-config.yaml << END
repos:
  - repo: $OLDPWD
    rev: $commit
    hooks: [{id: ropa-check}]
END
git add .pre-commit-config.yaml
PRE_COMMIT_HOME=$scratch/pre-commit "$tools/bin/pre-commit" run --all-files --verbose
file=$(ls registers/*/activities/*/example.yaml)
echo 'titel: Fel' >> "$file"
git add --all
if PRE_COMMIT_HOME=$scratch/pre-commit "$tools/bin/pre-commit" run > "$scratch/log"; then
  echo "error: the hook lets an error pass" >&2
  exit 1
fi
grep -q key-unknown "$scratch/log"
