//! The embedded tables: a damaged row is an error with file and line.

use std::error::Error as _;
use std::fs;

use ropa::internals::assets::{self, Files};
use ropa::internals::cli;

use crate::support::{assert_kept, root, tree};

/// A change to the last line of a table that begins with a given text.
struct Damage {
    /// The file below `templates/`, or every table of a folder if it ends with `/`.
    table: &'static str,
    begins: &'static str,
    instead: &'static str,
    /// Part of the expected message.
    said: &'static str,
}

const fn damage(table: &'static str, begins: &'static str, instead: &'static str, said: &'static str) -> Damage {
    Damage { table, begins, instead, said }
}

const DAMAGES: &[Damage] = &[
    damage("authorities/", "country = ", "land = ", "unknown field `land`"),
    damage("authorities/", "web = ", "web = 1 # ", "invalid type: integer"),
    damage("authorities/", "name = {", "name = { english = \"\" } # {", "there is no language `english`"),
    damage("authorities/", "name = {", "name = { sv = \"\", en = \"\" } # {", "`name.da` is missing"),
    damage("authorities/", "country = \"", "country = \"X", "there is no country `X"),
    damage(
        "authorities/se-imy.toml",
        "country = \"SE",
        "country = \"NO",
        "already in templates/authorities/no-datatilsynet.toml",
    ),
    damage("authorities/se-imy.toml", "valid-from = \"", "valid-from = \"1", "month"),
    damage("authorities/se-imy.toml", "formerly = [{ name", "formerly = [{ nome", "unknown field `nome`"),
    damage("claims/claims.toml", "id = \"", "id = \"un", "unknown variant"),
    damage("claims/claims.toml", "id = \"", "id = \"stays-in-eea\" # ", "`stays-in-eea` is in two lists"),
    damage("claims/claims.toml", "  { all = [\"erase\"", "  { all = [\"erases\"", "`erases` is not known"),
    damage("claims/slots.toml", "verbs = \"", "verbs = \"un", "is not known"),
    damage("claims/slots.toml", "slots = \"\"\"", "slots = \"\"\"data data", "`data` is in two lists"),
    damage("claims/slots.toml", "rights = ", "wrongs = ", "unknown variant `wrongs`"),
    damage("claims/sv.toml", "data = ", "date = ", "`date` is not known"),
    damage("claims/sv.toml", "data = \"", "more = \"\"\ndata = \"", "`more` is not known"),
    damage("claims/da.toml", "not = ", "nots = ", "`nots` is not known"),
    damage("claims/en.toml", "data = \"", "data = \"Data, ", "`Data` is not a key here"),
    damage("claims/no.toml", "data = \"", "data = \"*, ", "`*` is not a key here"),
    damage("claims/no.toml", "passive-s = ", "passive = ", "unknown field `passive`"),
    damage("explain/da.toml", "[placeholder-published]", "[placeholder]", "`placeholder` is not known"),
    damage("explain/format.toml", "[key-empty]", "[law-missing]", "`law-missing` is in two lists"),
    damage("explain/sv.toml", "[notice-empty]", "[notice]", "`notice` is not known"),
    damage("explain/da.toml", "bad = ", "wrong = ", "unknown field `wrong`"),
    damage("fields.toml", "title = { en", "title = { xx", "`en`, `sv` and `da`"),
    damage("fields.toml", "title = {", "title = 1 # {", "`en`, `sv` and `da`"),
    damage("forms/", "layout = \"", "layout = \"un", "unknown variant"),
    damage("forms/", "  [\"rights\"", "  [\"wrongs\"", "unknown variant `wrongs`"),
    damage("forms/", "  [\"rights\"", "  [\"complaint\", \"complaint\"", "the part `complaint` is already in the form"),
    damage("ask/answers.toml", "roles = ", "rolls = ", "unknown field `rolls`"),
    damage("ask/answers.toml", "assessment-missing = ", "assessment-gone = ", "`assessment-gone` is not known"),
    damage("ask/answers.toml", "[needed]", "[wanted]", "unknown field `wanted`"),
    damage("ask/da.toml", "lang = ", "lang = 1 # ", "invalid type: integer"),
    damage("ask/en.toml", "lang = ", "lang = 1 # ", "invalid type: integer"),
    damage("ask/sv.toml", "title = ", "more = \"\"\ntitle = ", "`more` is not known"),
    damage("ask/form.html.j2", "", "{% no %}", "unknown statement no"),
    damage("forms/", "numbered = ", "numbred = ", "unknown field `numbred`"),
    damage("format/", "gap-since = ", "gap-from = ", "unknown field `gap-from`"),
    damage("help/", "usage = ", "use = ", "unknown field `use`"),
    damage("import/headers.toml", "[exact.volume]", "[exact.amount]", "`amount` is not known"),
    damage("import/headers.toml", "field = \"", "field = \"x", "is not known"),
    damage("import/words.toml", "yes = ", "yess = ", "unknown field `yess`"),
    damage("import/bases.toml", "contract = ", "contracts = ", "`contracts` is not known"),
    damage("import/events.toml", "[received]", "[recieved]", "`recieved` is not known"),
    damage("languages/", "between = ", "beetween = ", "unknown field `beetween`"),
    damage("languages/", "months = [", "months = [\"\", ", "a year has 12 months"),
    damage("languages/", "years = {", "decades = {", "unknown field `decades`"),
    damage("languages/", "years = { one", "years = { two", "unknown field `two`"),
    damage("languages/", "complaint = ", "complaints = ", "`code.open.complaints` is in no other language"),
    damage("languages/", "consent = ", "colour = \"\"\nconsent = ", "`code.open.colour` is in no other language"),
    damage("law/adequacy.toml", "from = \"", "from = \"1", "month"),
    damage("law/adequacy.toml", "covers = \"", "covers = \"un", "unknown variant"),
    damage("law/adequacy.toml", "country = \"", "country = \"X", "there is no country `X"),
    damage("law/adequacy.toml", "territory = ", "organisation = \"\"\nterritory = ", "not both"),
    damage("law/version.toml", "version = \"", "version = \"1", "month"),
    damage("law/citations.toml", "kind = \"", "kind = \"un", "unknown variant"),
    damage("law/citations.toml", "pattern = '", "pattern = '(", "unclosed group"),
    damage("law/citations.toml", "source = ", "sauce = ", "unknown field `sauce`"),
    damage("law/commencement.toml", "country = \"", "country = \"X", "there is no country `X"),
    damage("law/commencement.toml", "act = '", "act = '(", "unclosed group"),
    damage("law/commencement.toml", "from = \"", "from = \"1", "month"),
    damage("law/commencement.toml", "source = ", "sauce = ", "unknown field `sauce`"),
    damage("law/consent-ages.toml", "holds = { from = \"", "holds = { from = \"1", "month"),
    damage("law/consent-ages.toml", "country = \"", "country = \"X", "there is no country `X"),
    damage("law/consent-ages.toml", "age = ", "age = \"\" # ", "invalid type: string"),
    damage("law/consent-ages.toml", "source = ", "sauce = ", "unknown field `sauce`"),
    damage("law/grades.toml", "grade = \"", "grade = \"un", "unknown variant"),
    damage("law/grades.toml", "grade = ", "until = \"2026-02-30\"\ngrade = ", "day"),
    damage("law/grades.toml", "when = [\"", "when = [\"un", "is not known"),
    damage("law/grades.toml", "law = [\"", "law = [\"Article ", "names no country and no source"),
    damage("law/grades.toml", "law = [\"", "law = [\"XX: lagen\", \"", "`XX` is not known"),
    damage("law/grades.toml", "path = ", "path = 1 # ", "one path or several"),
    damage("law/grades.toml", "reason = { en", "reason = { xx", "`en`, `sv` and `da`"),
    damage("law/grades.toml", "obliges = [", "obliges = [\"nothing\", ", "unknown variant `nothing`"),
    damage("law/pending.toml", "from = \"", "from = \"1", "month"),
    damage("law/pending.toml", "source = ", "sauce = ", "unknown field `sauce`"),
    damage("law/phrases.toml", "pattern = '", "pattern = '(", "unclosed group"),
    damage("law/phrases.toml", "kind = \"", "kind = \"un", "unknown variant"),
    damage("law/phrases.toml", "language = \"", "language = \"x", "there is no language `x"),
    damage("law/phrases.toml", "none = true", "none = false", "`pattern` is missing"),
    damage("law/phrases.toml", "pattern = '", "none = true\npattern = '", "not both"),
    damage("law/profiles.toml", "holds = { from = \"", "holds = { from = \"1", "month"),
    damage("law/profiles.toml", "country = \"", "country = \"X", "there is no country `X"),
    damage("law/profiles.toml", "rule = \"", "rule = \"un", "is not known"),
    damage("law/profiles.toml", "level = \"", "level = \"un", "unknown variant"),
    damage("law/retention.toml", "holds = { from = \"", "holds = { from = \"1", "month"),
    damage("law/retention.toml", "country = \"", "country = \"X", "there is no country `X"),
    damage("law/retention.toml", "records = '", "records = '(", "unclosed group"),
    damage("law/retention.toml", "least = ", "least = -", "invalid value"),
    damage("law/rights.toml", "holds = { from = \"", "holds = { from = \"1", "month"),
    damage("law/rights.toml", "country = \"", "country = \"X", "there is no country `X"),
    damage("law/rights.toml", "law = '", "law = '(", "unclosed group"),
    damage("law/rights.toml", "right = \"", "right = \"un", "is not known"),
    damage("law/consent-ages.toml", "country = \"DK", "country = \"SE", "has a row for that time already"),
    damage("law/grades.toml", "path = [\"activities.same-as-parent\"", "path = \"**\" #", "are never reached"),
    damage("law/rights.toml", "applies = \"", "applies = \"un", "is not known"),
    damage("law/stale.toml", "countries = [\"", "countries = [\"X", "there is no country `X"),
    damage("law/stale.toml", "languages = [\"", "languages = [\"x", "there is no language `x"),
    damage("law/stale.toml", "from = \"", "from = \"1", "month"),
    damage("law/stale.toml", "pattern = '", "pattern = '(", "unclosed group"),
    damage("law/stale.toml", "level = \"", "level = \"un", "unknown variant"),
    damage("law/stale.toml", "source = ", "sauce = ", "unknown field `sauce`"),
    damage("lexicon/", "en = ", "xx = ", "there is no language `xx`"),
    damage("lexicon/", "en = ", "en = [] # ", "a list of words in small letters"),
    damage("lexicon/", "en = ", "en = [\"A\"] # ", "a list of words in small letters"),
    damage("lexicon/", "[", "[no-", "unknown field `no-"),
    damage("lexicon/answers.toml", "en = [\"unknown\"", "en = [\"none\"", "`none` is in two lists"),
    damage("lexicon/periods.toml", "10 = { en = [\"ten", "10 = { en = [\"nine", "`nine` is in two lists"),
    damage("lexicon/events.toml", "sv = [\"vid\"", "sv = [\"när\"", "`när` is in two lists"),
    damage("lexicon/periods.toml", "12 = ", "twelve = ", "invalid digit"),
    damage("diff.html.j2", "", "{% no %}", "unknown statement no"),
    damage("evidence.html.j2", "", "{% no %}", "unknown statement no"),
    damage("page.html.j2", "", "{% no %}", "unknown statement no"),
    damage("init/codeowners.j2", "", "{% no %}", "unknown statement no"),
    damage("init/dk/activity.yaml.j2", "", "{% no %}", "unknown statement no"),
    damage("init/dk/notice.yaml.j2", "", "{% no %}", "unknown statement no"),
    damage("init/dk/shared.yaml.j2", "", "{% no %}", "unknown statement no"),
    damage("init/extensions.json.j2", "", "{% no %}", "unknown statement no"),
    damage("init/gitattributes.j2", "", "{% no %}", "unknown statement no"),
    damage("init/github.yml.j2", "", "{% no %}", "unknown statement no"),
    damage("init/gitignore.j2", "", "{% no %}", "unknown statement no"),
    damage("init/gitlab.yml.j2", "", "{% no %}", "unknown statement no"),
    damage("init/municipality.yaml.j2", "", "{% no %}", "unknown statement no"),
    damage("init/ropa.toml.j2", "", "{% no %}", "unknown statement no"),
    damage("init/se/activity.yaml.j2", "", "{% no %}", "unknown statement no"),
    damage("init/se/notice.yaml.j2", "", "{% no %}", "unknown statement no"),
    damage("init/se/shared.yaml.j2", "", "{% no %}", "unknown statement no"),
    damage("init/settings.json.j2", "", "{% no %}", "unknown statement no"),
    damage("init/en.toml", "gitlab = ", "gitlub = ", "`gitlub` is not known"),
    damage("init/sv.toml", "gitlab = ", "gitlub = ", "`gitlub` is not known"),
    damage("init/da.toml", "gitlab = ", "gitlab = 1 # ", "invalid type: integer"),
    damage("new/activity.yaml.j2", "", "{% no %}", "unknown statement no"),
    damage("new/municipality.yaml.j2", "", "{% no %}", "unknown statement no"),
    damage("new/notice.yaml.j2", "", "{% no %}", "unknown statement no"),
    damage("new/parties.yaml.j2", "", "{% no %}", "unknown statement no"),
    damage("new/ropa.toml.j2", "", "{{", "unexpected `=`"),
    damage("letters.toml", "[letters]", "[leters]", "unknown field `leters`"),
    damage("letters.toml", "\"Ã¥\" = ", "\"Ã¥\" = 1 # ", "invalid type: integer"),
    damage("new/", "such_as = ", "such_as = 1 # ", "invalid type: integer"),
    damage("new/en.toml", "settings = ", "setting = ", "`setting` is not known"),
    damage("new/sv.toml", "[value]", "[values]", "unknown field `values`"),
    damage("sentences.toml", "title = ", "titles = ", "unknown field `titles`"),
    damage("sentences.toml", "\"right.access.*\"", "\"right.axes.*\"", "`right.axes.*` is not known"),
    damage("sheets.toml", "delimiter = ", "delimiter = \"|\" # ", "unknown variant `|`"),
    damage("sheets.toml", "date = ", "date = \"yy\" # ", "`yy` is not known"),
    damage("sheets.toml", "columns = [", "columns = [\"measures\", ", "the column `measures` is already in the list"),
    damage("sheets.toml", "columns = [", "columns = [\"title\", ", "unknown variant `title`"),
    damage("sheets.toml", "source = ", "origin = ", "unknown field `origin`"),
    damage("todo/questions.toml", "ask = \"", "ask = \"no-", "`no-"),
    damage("todo/questions.toml", "article = ", "articles = ", "unknown field `articles`"),
    damage("todo/questions.toml", "[rule.", "[rule.no-", "`no-"),
    damage("vocabulary/", "[", "[[x]]\n[", "invalid type: sequence"),
    damage("vocabulary/countries.toml", "sv = ", "sv = \"Sverige\" # ", "`Sverige` is already a word for `SE`"),
    damage("vocabulary/countries.toml", "eea = ", "eea = \"\" # ", "`eea` is not a key"),
    damage("vocabulary/countries.toml", "sv = ", "xx = ", "`xx` is not a key"),
    damage("vocabulary/data.toml", "sensitivity = \"", "sensitivity = \"un", "is not known"),
    damage("vocabulary/data.toml", "special = [", "special = [\"none\", ", "`none` is not known"),
    damage("vocabulary/data.toml", "also.sv = ", "also.xx = ", "`xx` is not known"),
    damage(
        "vocabulary/data.toml",
        "also.sv = [",
        "also.sv = [\"Adress\", ",
        "`Adress` is already a word for `address`",
    ),
    damage("vocabulary/events.toml", "from = { sv", "from = { xx", "`xx` is not known"),
    damage("vocabulary/recipients.toml", "country = \"", "country = \"X", "is not known"),
    damage("vocabulary/recipients.toml", "kind = ", "kinds = ", "`kinds` is not a key"),
    damage("vocabulary/records.toml", "en = ", "en = 1 # ", "`en` is not a key"),
    damage("vocabulary/subjects.toml", "vulnerable = ", "vulnerable = 1 # ", "`vulnerable` is not a key"),
];

impl Damage {
    fn is_of(&self, file: &str) -> bool {
        file == self.table || self.table.ends_with('/') && file.starts_with(self.table) && file.ends_with(".toml")
    }

    /// The damaged text, and the number of its line.
    fn to(&self, text: &str) -> (String, usize) {
        let lines: Vec<&str> = text.lines().collect();
        let at = lines.iter().rposition(|line| line.starts_with(self.begins));
        let at = at.unwrap_or_else(|| panic!("{}: no line begins with `{}`", self.table, self.begins));
        let damaged = format!("{}{}", self.instead, &lines[at][self.begins.len()..]);
        ([&lines[..at], &[damaged.as_str()], &lines[at + 1..]].concat().join("\n"), at + 1)
    }
}

/// The tables and templates below `templates/`.
fn tables() -> Vec<(String, String)> {
    let files = tree(&root().join("templates")).into_iter();
    let tables = files.filter(|(path, _)| path.ends_with(".toml") || path.ends_with(".j2"));
    tables.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect()
}

/// The error that stops the program, with its cause.
fn fault(files: &Files) -> Option<String> {
    let found = cli::check_tables(files).err()?;
    let cause = found.source().map(ToString::to_string).unwrap_or_default();
    Some(format!("{found}: {cause}"))
}

#[test]
fn a_damaged_row_in_each_table_stops_the_program() {
    let mut wrong = Vec::new();
    for (file, text) in tables() {
        let damages: Vec<&Damage> = DAMAGES.iter().filter(|damage| damage.is_of(&file)).collect();
        assert!(!damages.is_empty(), "no row of templates/{file} is damaged here");
        for damage in damages {
            let (text, line) = damage.to(&text);
            let found = fault(&Files::with(&file, &text));
            let is_right = |found: &String| found.contains(&format!(" templates/{file} is damaged in line {line}: "));
            if !found.as_ref().is_some_and(|found| is_right(found) && found.contains(damage.said)) {
                wrong.push(format!("{file}:{line}: `{}`: {found:?}", damage.instead));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A run of the program checks all tables only if they are not those that this test has checked.
#[test]
fn the_tables_are_recorded_as_checked() {
    assert_eq!(fault(&Files::OWN), None);
    assert_kept("templates/checked", &format!("{}\n", assets::fingerprint()));
}

#[test]
fn every_damage_is_of_a_table() {
    let tables = tables();
    for damage in DAMAGES {
        assert!(tables.iter().any(|(file, _)| damage.is_of(file)), "templates/{} is no table", damage.table);
    }
}

#[test]
fn a_form_is_whole_and_of_a_country() {
    let own = fs::read_to_string(root().join("templates/forms/general.toml")).unwrap();
    let lacking = own.replace("  [\"sources\"],\n", "");
    let without = fault(&Files::with("forms/general.toml", &lacking)).unwrap();
    assert_eq!(
        without,
        "the program's own file templates/forms/general.toml is damaged in line 5: `sources` is missing"
    );
    for (file, name) in [("forms/xx.toml", "xx"), ("forms/NO.toml", "NO"), ("forms/sweden.toml", "sweden")] {
        let stray = fault(&Files::with(file, &own)).unwrap();
        assert!(stray.contains(file) && stray.ends_with(&format!("`{name}` is not known")), "{stray}");
    }
    assert_eq!(fault(&Files::with("forms/no.toml", &own)), None);
    let lost = fault(&Files::without("forms/general.toml")).unwrap();
    assert_eq!(lost, "the program lacks its file templates/forms/general.toml: ");
}

#[test]
fn a_kind_of_phrase_has_a_row_in_every_language() {
    let own = fs::read_to_string(root().join("templates/law/phrases.toml")).unwrap();
    let fewer =
        own.replace("also = [\"da\", \"en\"]\nkind = \"placeholder\"", "also = [\"da\"]\nkind = \"placeholder\"");
    assert_ne!(fewer, own);
    let found = fault(&Files::with("law/phrases.toml", &fewer)).unwrap();
    assert!(found.contains("templates/law/phrases.toml is damaged in line 1: "), "{found}");
    assert!(found.contains("no row has the kind `placeholder` in the language `en`"), "{found}");
}

#[test]
fn a_second_authority_of_a_country_stops_the_program() {
    let own = fs::read_to_string(root().join("templates/authorities/se-imy.toml")).unwrap();
    let found = fault(&Files::with("authorities/se-other.toml", &own)).unwrap();
    assert!(found.contains("templates/authorities/se-other.toml is damaged in line 3: "), "{found}");
    assert!(found.ends_with("the authority of SE is already in templates/authorities/se-imy.toml"), "{found}");
}
