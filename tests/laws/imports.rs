//! The imports between modules, read from the source as paths, resolved through `pub use`, and compared with
//! ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::sources::{sources, without_tests};
use std::fs;

use crate::support::root;

type Path = Vec<String>;

/// The program, and what tests call: not modules of the library.
const OUTSIDE: [&str; 2] = ["src/main.rs", "src/internals.rs"];

/// The names in a source file.
struct Module {
    path: Path,
    /// Every path in the file, from the root of the library.
    paths: BTreeSet<Path>,
    /// The names imported by `use`, each with its path and whether it is re-exported.
    names: BTreeMap<String, (Path, bool)>,
    /// The modules re-exported with a glob.
    globs: Vec<Path>,
}

impl Module {
    fn of(file: &str, text: &str) -> Self {
        let inside = file.trim_start_matches("src/").trim_end_matches(".rs");
        let path: Path = inside.split('/').filter(|part| *part != "lib").map(str::to_owned).collect();
        let mut this = Self { path, paths: BTreeSet::new(), names: BTreeMap::new(), globs: Vec::new() };
        let tokens: TokenStream = without_tests(text).parse().unwrap_or_else(|fault| panic!("{file}: {fault}"));
        this.read(tokens.into_iter().collect());
        this
    }

    fn read(&mut self, tokens: Vec<TokenTree>) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Ident(word) if *word == "use" => {
                    let end = at + tokens[at..].iter().position(|token| is_punct(token, ';')).unwrap_or(1);
                    let is_passed_on = at > 0 && is_visible(&tokens[at - 1]);
                    self.take(&tokens[at + 1..end], Vec::new(), is_passed_on);
                    at = end;
                }
                TokenTree::Ident(_) => {
                    let (path, next) = path_at(&tokens, at);
                    if path.len() > 1 {
                        self.add(path);
                    }
                    at = next;
                    continue;
                }
                TokenTree::Group(group) => self.read(group.stream().into_iter().collect()),
                _ => {}
            }
            at += 1;
        }
    }

    /// Reads a `use` tree.
    fn take(&mut self, tokens: &[TokenTree], before: Path, is_passed_on: bool) {
        for tree in tokens.split(|token| is_punct(token, ',')) {
            let mut path = before.clone();
            let mut name = None;
            for (index, token) in tree.iter().enumerate() {
                match token {
                    TokenTree::Ident(word) if *word == "as" => {
                        name = tree.get(index + 1).map(ToString::to_string);
                        break;
                    }
                    TokenTree::Ident(word) if *word == "self" && !path.is_empty() => {}
                    TokenTree::Ident(word) => path.push(word.to_string()),
                    TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                        let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                        self.take(&inside, std::mem::take(&mut path), is_passed_on);
                    }
                    token if is_punct(token, '*') => {
                        let from = self.absolute(&std::mem::take(&mut path));
                        self.paths.extend(from.clone());
                        self.globs.extend(from.filter(|_| is_passed_on));
                    }
                    _ => {}
                }
            }
            if let (Some(last), Some(target)) = (path.last().cloned(), self.absolute(&path)) {
                self.names.insert(name.unwrap_or(last), (target.clone(), is_passed_on));
                self.paths.insert(target);
            }
        }
    }

    /// Adds a path in an expression, a type or a macro.
    fn add(&mut self, path: Path) {
        let target = match self.names.get(&path[0]) {
            Some((start, _)) => Some(start.iter().chain(&path[1..]).cloned().collect()),
            None => self.absolute(&path),
        };
        self.paths.extend(target);
    }

    /// The path from the root of the library, if it leads into it.
    fn absolute(&self, path: &[String]) -> Option<Path> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some(self.path.iter().chain(rest).cloned().collect()),
            "super" => {
                let ups = 1 + rest.iter().take_while(|part| *part == "super").count();
                let above = &self.path[..self.path.len().saturating_sub(ups)];
                Some(above.iter().chain(&rest[ups - 1..]).cloned().collect())
            }
            _ => None,
        }
    }
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

/// Whether a token before `use` re-exports it: `pub`, or the parentheses of `pub(crate)`.
fn is_visible(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(word) => *word == "pub",
        TokenTree::Group(group) => group.delimiter() == Delimiter::Parenthesis,
        _ => false,
    }
}

/// The segments of a path that begins at a token, and the index after it.
fn path_at(tokens: &[TokenTree], mut at: usize) -> (Path, usize) {
    let mut path = Vec::new();
    while let Some(TokenTree::Ident(word)) = tokens.get(at) {
        path.push(word.to_string());
        at += 1;
        let goes_on = |step: usize| tokens.get(at + step).is_some_and(|token| is_punct(token, ':'));
        if !(goes_on(0) && goes_on(1)) {
            break;
        }
        at += 2;
    }
    (path, at)
}

/// The targets of a path with every `pub use` resolved.
fn followed(path: Path, passed_on: &BTreeMap<Path, Path>, globs: &BTreeMap<Path, Vec<Path>>) -> Vec<Path> {
    let mut all = vec![path];
    let mut index = 0;
    while let Some(path) = all.get(index).filter(|_| index < 50).cloned() {
        for end in 0..=path.len() {
            let onward = |target: &Path| target.iter().chain(&path[end..]).cloned().collect::<Path>();
            let other = passed_on.get(&path[..end]).into_iter().map(onward);
            let glob = globs.get(&path[..end]).filter(|_| end < path.len()).into_iter().flatten().map(onward);
            let new: Vec<Path> = other.chain(glob).filter(|new| !all.contains(new)).collect();
            all.extend(new);
        }
        index += 1;
    }
    all
}

/// The modules that each module imports.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let sources = sources().into_iter().filter(|(path, _)| !OUTSIDE.contains(&path.as_str()));
    let modules: Vec<Module> = sources.map(|(path, text)| Module::of(&path, &text)).collect();
    let rooms: BTreeSet<String> = modules.iter().filter_map(|module| module.path.first().cloned()).collect();
    let mut passed_on = BTreeMap::new();
    let mut globs: BTreeMap<Path, Vec<Path>> = BTreeMap::new();
    for module in &modules {
        for (name, (target, _)) in module.names.iter().filter(|(_, (_, is_passed_on))| *is_passed_on) {
            let own: Path = module.path.iter().chain([name]).cloned().collect();
            if !target.starts_with(&own) {
                passed_on.insert(own, target.clone());
            }
        }
        globs.entry(module.path.clone()).or_default().extend(module.globs.iter().cloned());
    }
    let mut all: BTreeMap<String, BTreeSet<String>> =
        rooms.iter().map(|room| (room.clone(), BTreeSet::new())).collect();
    for module in modules.iter().filter(|module| !module.path.is_empty()) {
        let leads = module.paths.iter().flat_map(|path| followed(path.clone(), &passed_on, &globs));
        let leads = leads.filter_map(|path| path.first().cloned()).filter(|room| rooms.contains(room));
        let own = &module.path[0];
        all.entry(own.clone()).or_default().extend(leads.filter(|room| room != own));
    }
    all
}

/// The list in ARCHITECTURE.md: one module per line, below all its imports.
fn listed() -> Vec<(String, BTreeSet<String>)> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let list = text.split("## Who imports whom").nth(1).and_then(|text| text.split("```").nth(1)).unwrap();
    let line = |line: &str| {
        let (room, imports) = line.split_once(':')?;
        Some((room.trim().to_owned(), imports.split_whitespace().map(str::to_owned).collect()))
    };
    list.lines().filter_map(line).collect()
}

#[test]
fn each_room_imports_what_is_listed() {
    let imports = imports();
    let listed: BTreeMap<String, BTreeSet<String>> = listed().into_iter().collect();
    let told: Vec<String> = imports
        .iter()
        .map(|(room, imports)| {
            let imports: Vec<&str> = imports.iter().map(String::as_str).collect();
            format!("{room}: {}", imports.join(" "))
        })
        .collect();
    assert_eq!(listed, imports, "the source says:\n{}", told.join("\n"));
}

#[test]
fn no_rooms_import_each_other() {
    let mut above = BTreeSet::new();
    for (room, imports) in listed() {
        let below: Vec<&String> = imports.difference(&above).collect();
        assert!(below.is_empty(), "{room} stands above {below:?}, which it imports");
        above.insert(room);
    }
}
