"""Runs the steps of action.yml as GitHub runs them: expressions are evaluated, outputs and the summary are files, each `run`
is bash with `-eo pipefail`. Steps that use another action are recorded, not run. `gh` is a program that records its calls.

    python3 tests/pipelines/action.py PROGRAM
"""

import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())

GH = """#!/usr/bin/env python3
import json, os, pathlib, shutil, sys
calls = pathlib.Path(os.environ["CALLS"])
args = sys.argv[1:]
body = next((pathlib.Path(arg[6:]).read_text() for arg in args if arg.startswith("body=@")), None)
with calls.open("a") as out:
    out.write(json.dumps({"args": args, "body": body}) + "\\n")
if args[:2] == ["release", "download"]:
    for file in pathlib.Path(os.environ["RELEASED"]).iterdir():
        shutil.copy(file, ".")
if "--jq" in args and os.environ.get("KNOWN"):
    print(os.environ["KNOWN"])
"""


def evaluate(expression, context):
    """The value of an expression: names, strings, calls of always(), `==`, `!=`, `&&`, `||`."""
    tokens = re.findall(r"'[^']*'|&&|\|\||==|!=|[\w.-]+\(\)|[\w.-]+", expression)
    python = []
    for token in tokens:
        if token in ("&&", "||"):
            python.append({"&&": "and", "||": "or"}[token])
        elif token in ("==", "!=") or token.startswith("'"):
            python.append(token)
        elif token == "always()":
            python.append("True")
        elif token in ("true", "false"):
            python.append(token.title())
        else:
            python.append(repr(looked_up(token, context)))
    return eval(" ".join(python), {"__builtins__": {}})


def looked_up(name, context):
    value = context
    for part in name.split("."):
        value = value.get(part, "") if isinstance(value, dict) else ""
    return value


def filled(text, context):
    def put(match):
        value = evaluate(match.group(1), context)
        return str(value).lower() if isinstance(value, bool) else str(value)

    return re.sub(r"\$\{\{\s*(.*?)\s*\}\}", put, str(text))


class Run:
    """A run of the action in a repository."""

    def __init__(self, repository, inputs, event=None, known="", released=""):
        self.temporary = pathlib.Path(tempfile.mkdtemp())
        self.repository = repository
        bin_folder = self.temporary / "bin"
        bin_folder.mkdir()
        (bin_folder / "gh").write_text(GH)
        (bin_folder / "gh").chmod(0o755)
        # A build takes minutes; the program that is to be tried is put in its place.
        (bin_folder / "cargo").write_text('#!/bin/sh\nmkdir -p "$CARGO_TARGET_DIR/release"\ncp "$BUILT" "$CARGO_TARGET_DIR/release/ropa"\n')
        (bin_folder / "cargo").chmod(0o755)
        (bin_folder / "rustup").write_text("#!/bin/sh\n")
        (bin_folder / "rustup").chmod(0o755)
        self.summary = self.temporary / "summary"
        self.summary.touch()
        self.calls_file = self.temporary / "calls"
        self.calls_file.touch()
        self.uses, self.log, self.steps, self.failed = [], {}, {}, []
        defaults = {name: filled(value.get("default", ""), {"github": {"token": "secret"}}) for name, value in ACTION["inputs"].items()}
        context = {
            "inputs": {**defaults, **inputs},
            "runner": {"temp": str(self.temporary)},
            "github": {"event_name": "pull_request" if event else "push", "event": event or {}, "token": "secret"},
            "steps": self.steps,
        }
        self.environment = {
            "PATH": f"{bin_folder}:{os.environ['PATH']}",
            "HOME": str(self.temporary),
            "LC_ALL": "C.UTF-8",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_REPOSITORY": "owner/register",
            "GITHUB_WORKSPACE": str(repository),
            "RUNNER_OS": "Linux",
            "RUNNER_ARCH": "X64",
            "CALLS": str(self.calls_file),
            "KNOWN": known,
            "RELEASED": str(released),
            "BUILT": str(PROGRAM),
            "CARGO_TARGET_DIR": str(self.temporary / "target"),
        }
        for number, step in enumerate(ACTION["runs"]["steps"]):
            self.step(step, step.get("id", str(number)), context)
        self.calls = [json.loads(line) for line in self.calls_file.read_text().splitlines()]

    def step(self, step, name, context):
        condition = step.get("if", "")
        may_run = not self.failed or "always()" in condition
        if not may_run or (condition and not evaluate(condition, context)):
            return
        if "uses" in step:
            self.uses.append((step["uses"], {key: filled(value, context) for key, value in step["with"].items()}))
            return
        output = self.temporary / f"output-{name}"
        output.touch()
        environment = {key: filled(value, context) for key, value in step.get("env", {}).items()}
        assert "${{" not in step["run"], "a script with a value of a stranger in it"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.repository,
            env={**self.environment, **environment, "GITHUB_OUTPUT": str(output)},
            capture_output=True,
            text=True,
        )
        self.log[name] = done.stdout + done.stderr
        self.steps[name] = {"outputs": dict(line.split("=", 1) for line in output.read_text().splitlines())}
        if done.returncode != 0:
            self.failed.append(name)


def git(folder, *args):
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    done = subprocess.run(["git", *identity, *args], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def repository(below=""):
    """A repository with a workspace that `ropa init` made, and its first commit."""
    root = pathlib.Path(tempfile.mkdtemp())
    git(root, "init", "--quiet")
    workspace = root / below
    subprocess.run([PROGRAM, "init", "--yes", "--name", "Exempelby kommun", workspace], check=True, capture_output=True)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "first")
    return root, workspace, git(root, "rev-parse", "HEAD")


def changed(workspace, text_from, text_to):
    path = next(workspace.glob("registers/*/activities/*/example.yaml"))
    text = path.read_text()
    assert text_from in text
    path.write_text(text.replace(text_from, text_to))
    git(workspace, "commit", "--quiet", "--all", "--message", "second")


def pull_request(base, head="owner/register"):
    return {"pull_request": {"base": {"sha": base}, "head": {"repo": {"full_name": head}}, "number": "7"}}


def push_is_checked_built_and_published():
    root, _, _ = repository()
    run = Run(root, {"pages": "true"})
    assert run.failed == ["build"], run.log
    assert not any("pages" in uses for uses, _ in run.uses), "a draft is not published"
    run = Run(root, {})
    assert run.failed == [], run.log
    public = pathlib.Path(run.steps["build"]["outputs"]["public"])
    assert (public / "index.html").exists() and not (public.parent / "public" / "internal").exists()
    assert [uses.split("@")[0] for uses, _ in run.uses] == ["actions/cache"]
    assert run.steps["program"]["outputs"]["key"].startswith("ropa-Linux-X64-")
    assert "review-missing" in run.summary.read_text()
    municipality = next(root.glob("registers/*/municipality.yaml"))
    text = municipality.read_text()
    municipality.write_text(text.replace("contact: {unknown: ännu inte ifyllt}", "contact: {email: info@example.org}"))
    run = Run(root, {"pages": "true"})
    assert run.failed == [], run.log
    name, given = run.uses[-1]
    assert name.startswith("actions/upload-pages-artifact@"), name
    assert given == {"path": run.steps["build"]["outputs"]["public"]}


def findings_stand_beside_their_lines_and_all_in_the_summary():
    root, workspace, base = repository("it/data skydd")
    folder = next(workspace.glob("registers/*/activities/*"))
    for number in range(12):
        (folder / f"fel-{number}.yaml").write_text(f"id: fel-{number}\ntitel: Fel\n")
    run = Run(root, {"workspace": "it/data skydd", "sarif": "true"}, pull_request(base))
    assert "check" in run.failed and "build" not in run.log, run.log
    lines = [line for line in run.log["check"].splitlines() if line.startswith("::error ")]
    assert len(lines) > 10, run.log
    assert all("file=it/data skydd/registers/exempelby/activities/" in line for line in lines), lines[0]
    summary = run.summary.read_text()
    assert all(f"fel-{number}.yaml:" in summary for number in range(12)), summary
    uploaded = next(given for name, given in run.uses if name.startswith("github/codeql-action/upload-sarif@"))
    sarif = json.loads(pathlib.Path(uploaded["sarif_file"]).read_text())
    uris = {place["physicalLocation"]["artifactLocation"]["uri"] for result in sarif["runs"][0]["results"] for place in result["locations"]}
    assert uris and all((root / uri.replace("%20", " ")).exists() for uri in uris), uris


def a_change_is_one_comment_that_is_kept_up_to_date():
    root, workspace, base = repository("register")
    inputs = {"workspace": "register", "lang": "en"}
    run = Run(root, inputs, pull_request(base))
    assert run.failed == [] and [call["args"][1] for call in run.calls] == ["--paginate"], "no change, no comment"
    changed(workspace, "until: returned", "keep: 1 year\n    from: decision")
    run = Run(root, inputs, pull_request(base))
    assert run.failed == [], run.log
    post = run.calls[-1]
    assert post["args"][:4] == ["api", "--method", "POST", "repos/owner/register/issues/7/comments"], post
    assert post["body"].startswith("<!-- ropa-diff register -->\n## ") and "1 year" in post["body"], post
    assert post["body"] in run.summary.read_text()
    assert "::notice" not in run.log["diff"] and "file=register/registers/" in run.log["diff"], run.log["diff"]
    run = Run(root, inputs, pull_request(base), known="42")
    assert run.calls[-1]["args"][:4] == ["api", "--method", "PATCH", "repos/owner/register/issues/comments/42"]
    run = Run(root, {**inputs, "comment": "false"}, pull_request(base))
    assert run.calls == [] and "1 year" in run.summary.read_text()


def a_gate_fails_after_the_comment():
    root, workspace, base = repository()
    changed(workspace, "until: returned", "keep: 1 year\n    from: decision")
    run = Run(root, {"gate": "material"}, pull_request(base))
    assert run.failed == ["diff"] and run.calls[-1]["body"], run.log
    assert "::error::the change has the grade of the gate" in run.log["diff"]
    run = Run(root, {"gate": "breaking"}, pull_request(base))
    assert run.failed == [], run.log


def internal_values_are_not_told_unless_asked_for():
    root, workspace, base = repository()
    changed(workspace, "owner: bibliotekschefen", "owner: kulturchefen")
    run = Run(root, {}, pull_request(base))
    assert "kulturchefen" not in run.summary.read_text() and len(run.calls) == 1, run.log
    run = Run(root, {"internal": "true"}, pull_request(base))
    assert "kulturchefen" in run.calls[-1]["body"]


def a_stranger_gets_no_comment_and_no_command():
    root, workspace, base = repository()
    changed(workspace, "[låna ut böcker och andra medier]", '["x ::set-output name=a::b ::error::c $(touch owned) `touch owned` ##[error]d", <b>]')
    stranger = pull_request(base, head="stranger/register")
    run = Run(root, {}, stranger)
    assert run.calls == [], "a pull request from a fork has no right to comment"
    # In code, and behind a backslash, it is text.
    summary = re.sub(r"`[^`\n]*`", "", run.summary.read_text())
    assert "\\<b\\>" in summary and "<b>" not in summary, summary
    name = next(workspace.glob("registers/*/notices")) / "::error::x.yaml"
    name.write_text("id: ::error::y\n::error::z: 1\n")
    git(root, "add", "--all")
    for run in (run, Run(root, {}, stranger), Run(root, {"gate": "minor"}, stranger)):
        for step, log in run.log.items():
            for line in log.splitlines():
                is_command = re.match(r"\s*::|.*##\[", line) is not None
                is_ours = r"::(error|warning|notice) file=|::warning title=not-compared::|::stop-commands::|::[0-9a-f]{32}::$|::error::the change has"
                assert not is_command or re.match(is_ours, line), (step, line)
        assert not list(root.rglob("owned")), "text of a file was run"


def a_release_is_taken_if_its_sum_is_right():
    root, _, _ = repository()
    released = pathlib.Path(tempfile.mkdtemp())
    name = "ropa-0.1.0-x86_64-unknown-linux-gnu"
    with tarfile.open(released / f"{name}.tar.gz", "w:gz", compresslevel=1) as archive:
        archive.add(PROGRAM, f"{name}/ropa")
    digest = hashlib.sha256((released / f"{name}.tar.gz").read_bytes()).hexdigest()
    (released / f"{name}.tar.gz.sha256").write_text(f"{digest}  {name}.tar.gz\n")
    run = Run(root, {"release": "0.1.0"}, released=released)
    assert run.failed == [] and run.uses == [], run.log
    verified = ["attestation", "verify", f"{name}.tar.gz", "--repo", "ropa-dev/ropa"]
    assert [call["args"] for call in run.calls][-1] == verified, run.calls
    (released / f"{name}.tar.gz.sha256").write_text(f"{'0' * 64}  {name}.tar.gz\n")
    run = Run(root, {"release": "0.1.0"}, released=released)
    assert run.failed and "check" not in run.log, run.log


def a_wrong_input_is_refused():
    root, _, _ = repository()
    for wrong in ({"release": "0.1.0; touch owned"}, {"fail-on": "$(touch owned)"}, {"workspace": "../.."}):
        run = Run(root, wrong)
        assert run.failed, wrong
        assert not list(root.rglob("owned"))


def main():
    tests = [
        push_is_checked_built_and_published,
        findings_stand_beside_their_lines_and_all_in_the_summary,
        a_change_is_one_comment_that_is_kept_up_to_date,
        a_gate_fails_after_the_comment,
        internal_values_are_not_told_unless_asked_for,
        a_stranger_gets_no_comment_and_no_command,
        a_release_is_taken_if_its_sum_is_right,
        a_wrong_input_is_refused,
    ]
    scratch = tempfile.mkdtemp()
    tempfile.tempdir = scratch
    try:
        for test in tests:
            test()
            print("ok", test.__name__.replace("_", " "))
    finally:
        shutil.rmtree(scratch)


main()
