"""Compares sheets as LibreOffice and Python open them with what is in the files: `check.py BUILD SCRATCH`."""

import csv
import datetime
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile

BUILD, SCRATCH = map(pathlib.Path, sys.argv[1:])
NAMESPACE = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
# Regional settings: their name, and the number that LibreOffice gives the language of a file.
LOCALES = {"sv": ("sv-SE", 1053), "da": ("da-DK", 1030), "en": ("en-US", 1033)}
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item></oor:items>
"""
GUARD = re.compile("(^|[,;\"\n])([\\s\"]*)'('*[=+\\-@＝＋－＠−])", re.M)
csv.field_size_limit(1 << 24)
faults = []
count = 0


def same(where, one, other):
    """Notes two cells that differ. Line ends and the blanks at the end of a line do not count."""
    global count
    count += 1
    plain = lambda text: "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n"))
    if plain(one) != plain(other):
        faults.append(f"{where}: {one!r} is shown as {other!r}")


def unguarded(text):
    return GUARD.sub(r"\1\2\3", text)


def text_of(element):
    return "".join(part.text or "" for part in element.iter(f"{{{NAMESPACE['m']}}}t"))


def unescaped(text):
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def column(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def workbook(path):
    """The sheets of a workbook: names, and rows of texts and days."""
    with zipfile.ZipFile(path) as archive:
        read = lambda name: ET.fromstring(archive.read(name))
        shared = [unescaped(text_of(one)) for one in read("xl/sharedStrings.xml")]
        names = [one.get("name") for one in read("xl/workbook.xml").find("m:sheets", NAMESPACE)]
        for number, name in enumerate(names, 1):
            rows = []
            sheet = read(f"xl/worksheets/sheet{number}.xml")
            assert not list(sheet.iter(f"{{{NAMESPACE['m']}}}f")), f"{path} has a formula"
            for row in sheet.find("m:sheetData", NAMESPACE):
                rows += [[] for _ in range(int(row.get("r")) - len(rows))]
                for cell in row:
                    value = cell.find("m:v", NAMESPACE)
                    if value is None:
                        continue
                    at = column(cell.get("r"))
                    rows[-1] += [""] * (at + 1 - len(rows[-1]))
                    if cell.get("t") == "s":
                        rows[-1][at] = shared[int(value.text)]
                    else:
                        rows[-1][at] = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(float(value.text)))
            yield name, rows


def shown(cell, danish):
    """A cell as the country writes it."""
    if isinstance(cell, datetime.date):
        return cell.strftime("%d-%m-%Y" if danish else "%Y-%m-%d")
    return cell


def convert(files, target, locale, *options):
    """Opens and writes files in LibreOffice with the settings of a country."""
    target.mkdir(parents=True, exist_ok=True)
    name, _ = LOCALES[locale]
    profile = SCRATCH.resolve() / f"profile-{locale}"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    settings = profile / "user" / "registrymodifications.xcu"
    if not settings.exists():
        settings.write_text(SETTINGS.format(name))
    options = [f"-env:UserInstallation=file://{profile}", "--headless", *options]
    command = ["soffice", *options, "--outdir", str(target), *map(str, files)]
    settings = os.environ | {"LC_ALL": "C.UTF-8"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(command, check=True, env=settings, timeout=600, **quiet)


def table(path, delimiter):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter, strict=True))


def compare(where, rows, other, danish):
    width = max(map(len, rows), default=0)
    for number, (row, shown_row) in enumerate(zip(rows, other), 1):
        padded = row + [""] * (width - len(row))
        shown_row = shown_row + [""] * (width - len(shown_row))
        for at, (cell, text) in enumerate(zip(padded, shown_row), 1):
            same(f"{where} row {number} column {at}", shown(cell, danish), text)
    if len([row for row in rows if row]) > len(other):
        faults.append(f"{where}: {len(rows)} rows are shown as {len(other)}")


def is_danish(path):
    return path.relative_to(BUILD).parts[1] in ("dragor", "lilleby")


def converted(files, name, locale, *options):
    """The files as LibreOffice opens and writes them, all at once: the folder, and the name of each in it."""
    source, target = SCRATCH / name / "from", SCRATCH / name / "to"
    source.mkdir(parents=True)
    names = {}
    for file in files:
        names[file] = "-".join(file.relative_to(BUILD).with_suffix("").parts)
        shutil.copy(file, source / (names[file] + file.suffix))
    if files:
        convert(sorted(source.iterdir()), target, locale, *options)
    return target, names


AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false"

# Every sheet of every workbook as it is shown, each in a file.
books = sorted(BUILD.rglob("*.xlsx"))
assert books, "there is no workbook"
for locale in ("sv", "da"):
    own = [path for path in books if is_danish(path) == (locale == "da")]
    target, names = converted(own, f"books-{locale}", locale, "--convert-to", AS_SHOWN + ",-1")
    for book in own:
        for name, rows in workbook(book):
            compare(f"{book} {name}", rows, table(target / f"{names[book]}-{name}.csv", ","), is_danish(book))

# For people: with the delimiter of the country, opened with its settings.
people = [path for path in sorted(BUILD.rglob("register.csv")) if len(path.relative_to(BUILD).parts) == 4]
assert people, "there is no file for people"
for locale in ("sv", "da"):
    own = [path for path in people if is_danish(path) == (locale == "da")]
    infilter = f"--infilter=CSV:59,34,76,1,,{LOCALES[locale][1]},true,false"
    target, names = converted(own, f"people-{locale}", locale, infilter, "--convert-to", AS_SHOWN)
    for file in own:
        rows = table(file, ";")
        assert len({len(row) for row in rows}) == 1, f"{file} is no table"
        activities = [rows for _, rows in workbook(file.with_suffix(".xlsx"))][1]
        compare(f"{file} in Python", activities, [list(map(unguarded, row)) for row in rows], is_danish(file))
        compare(f"{file} in LibreOffice", rows, table(target / f"{names[file]}.csv", ","), False)

# For programs: commas, and a head of English names.
programs = [path for path in sorted(BUILD.rglob("register.csv")) if len(path.relative_to(BUILD).parts) < 4]
infilter = f"--infilter=CSV:44,34,76,1,,{LOCALES['en'][1]},true,false"
target, names = converted(programs, "programs", "en", infilter, "--convert-to", AS_SHOWN)
for file in programs:
    rows = table(file, ",")
    assert len({len(row) for row in rows}) == 1, f"{file} is no table"
    assert rows[0][0] == "municipality" and "subjects-ids" in rows[0] and rows[0][-1] == "format", f"{file}: {rows[0]}"
    assert all(row[-1] == "5" for row in rows[1:]), f"{file} is of another shape"
    assert file.read_bytes().endswith(b"\r\n"), f"{file} does not end as RFC 4180 wants"
    compare(f"{file} in LibreOffice", rows, table(target / f"{names[file]}.csv", ","), False)

print(f"{len(books)} workbooks, {count} cells compared; {len(faults)} differ")
for fault in faults[:20]:
    print(fault[:400])
sys.exit(bool(faults))
