"""Holds the list of parts of an archive against the schema of CycloneDX and against Cargo.lock.

    python3 tests/packaging/parts.py FOLDER
"""

import json
import pathlib
import sys
import tomllib

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

folder = pathlib.Path(sys.argv[1])
text = (folder / "ropa.cdx.json").read_text()
fault = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
assert fault is None, fault
bom = json.loads(text)
locked = {
    (package["name"], package["version"]): package.get("checksum")
    for package in tomllib.loads(pathlib.Path("Cargo.lock").read_text())["package"]
}
refs = {bom["metadata"]["component"]["bom-ref"]}
licences = (folder / "THIRD-PARTY.txt").read_text()
for part in bom["components"]:
    refs.add(part["bom-ref"])
    known = f"{part['name']} {part['version']}: {part['licenses'][0]['expression']}\n"
    assert known in licences, known
    if part["name"] in ("rust-std", "glibc"):
        continue
    assert part["hashes"][0]["content"] == locked[part["name"], part["version"]], part
names = {part["name"] for part in bom["components"]}
assert {"clap", "granit-parser", "mimalloc", "glibc", "rust-std"} <= names, "a part of the program is not listed"
assert not {"insta", "proptest", "comrak", "clap_mangen"} & names, "a part of the tests is listed"
assert {entry["ref"] for entry in bom["dependencies"]} <= refs
assert all(set(entry["dependsOn"]) <= refs for entry in bom["dependencies"]), "a part that is not listed"
print(f"The list has {len(names)} parts.")
