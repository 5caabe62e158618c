"""Runs the scripts of the template for GitLab in one shell per job, as a runner does: variables are the environment, the
program is in the cache, artifacts must be there. What GitLab does with them is not tried.

    python3 tests/pipelines/gitlab.py PROGRAM
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
TEMPLATE = yaml.safe_load((ROOT / "gitlab/ropa.gitlab-ci.yml").read_text())


def job(name, repository, variables):
    """The exit code of a job, and its output."""
    own = {**TEMPLATE[".ropa"], **TEMPLATE[name]}
    cached = repository / ".ropa-program/bin"
    cached.mkdir(parents=True, exist_ok=True)
    shutil.copy(PROGRAM, cached / "ropa")
    script = "\n".join(["set -eo pipefail", *own["before_script"], *own["script"]])
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **TEMPLATE["variables"], **variables}
    done = subprocess.run(["bash", "-c", script], cwd=repository, env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def git(folder, *args):
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    done = subprocess.run(["git", *identity, *args], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def main():
    root = pathlib.Path(tempfile.mkdtemp())
    try:
        git(root, "init", "--quiet")
        made = ["init", "--yes", "--name", "Exempelby kommun", "--pipeline", "gitlab", root / "data skydd"]
        subprocess.run([PROGRAM, *made], check=True, capture_output=True)
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--message", "first")
        base = git(root, "rev-parse", "HEAD")
        workspace = {"ROPA_WORKSPACE": "data skydd"}
        code, log = job("ropa-check", root, workspace)
        assert code == 0, log
        quality = json.loads((root / "ropa-quality.json").read_text())
        assert quality and all((root / entry["location"]["path"]).exists() for entry in quality), quality
        assert (root / "ropa-junit.xml").read_text().startswith("<?xml")
        code, log = job("ropa-check", root, {**workspace, "ROPA_FAIL_ON": "warning"})
        assert code == 1, log
        example = next(root.glob("data skydd/registers/*/activities/*/example.yaml"))
        example.write_text(example.read_text().replace("until: returned", "keep: 1 year\n    from: decision"))
        request = {**workspace, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
        code, log = job("ropa-diff", root, request)
        assert code == 0 and "1 år" in (root / "ropa-diff.html").read_text(), log
        assert "retention" in (root / "ropa-diff.xml").read_text()
        code, log = job("ropa-diff", root, {**request, "ROPA_GATE": "material"})
        assert code == 1, log
        code, log = job("ropa-build", root, workspace)
        assert code == 0 and (root / "ropa-build/public/index.html").exists(), log
        code, log = job("pages", root, workspace)
        assert code == 1 and not (root / "public").exists(), "a draft is published"
        municipality = next(root.glob("data skydd/registers/*/municipality.yaml"))
        text = municipality.read_text()
        municipality.write_text(text.replace("contact: {unknown: ännu inte ifyllt}", "contact: {email: info@example.org}"))
        code, log = job("pages", root, workspace)
        assert code == 0 and (root / "public/index.html").exists() and not (root / "public/internal").exists(), log
        print("ok the jobs of the template for GitLab")
    finally:
        shutil.rmtree(root)


main()
