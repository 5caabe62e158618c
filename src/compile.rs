//! Compiles one checked municipality into its files.

mod registers;

use jiff::civil;

use crate::assets;
use crate::audience::{Audience, Sheets};
use crate::document::audience::Source;
use crate::document::page;
use crate::document::scene::Scene;
use crate::document::sheet::carried;
use crate::document::topics::{self, Topic};
use crate::document::{Block, Document, notice, overview, search, site, table};
use crate::error::Error;
use crate::language::line::Line;
use crate::language::{Language, language};
use crate::model::Lang;
use crate::model::activity::Activity;
use crate::model::notice::Notice;
use crate::render::html::{CONTENT, Pages};
use crate::render::search::Index;
use crate::render::{self, Artifact, Format, elements, json, markdown, to_root};
use crate::source;
use registers::{Registers, registers};

/// How many digits of the fingerprint of its content a reader of a page sends.
const DIGITS: usize = 16;

/// The part of one municipality in the files over all municipalities.
#[derive(Debug, Default)]
pub struct Fragment {
    /// Its CSV rows.
    pub csv: Vec<u8>,
    /// Its JSON lines.
    pub json: Vec<u8>,
    /// Its index in its first language.
    pub index: Option<Document>,
}

/// Compiles a municipality, checked as of `today`, and passes each file to `put` as soon as it is complete.
///
/// # Errors
/// The error of `put`, or an error in a table or the page template.
pub fn municipality(source: Source, languages: &[Lang], today: civil::Date, files: Files) -> Result<Fragment, Error> {
    let main = source.register().municipality.main_language();
    let mut fragment = Fragment::default();
    let published = match source {
        Source::Public(_) => None,
        Source::Internal(checked) => Some(checked.public_copy()),
    };
    let register = source.register();
    let has_main = main.is_some_and(|main| languages.contains(&main));
    let needs_json = has_main || files.sheets.xlsx;
    let [whole, lines] = if needs_json { json::register(register, today)? } else { Default::default() };
    let fingerprint = if files.sheets.xlsx { source::sha256(&lines) } else { String::new() };
    let carried = if files.sheets.xlsx { carried::files(source) } else { Vec::new() };
    let mut json = Some((whole, lines));
    for lang in languages {
        let Some(scene) = Scene::new(source, *lang).map(|scene| scene.as_of(today)) else { continue };
        let topics = match scene.audience() {
            Audience::Public => pages(&scene, &files)?,
            Audience::Internal => Vec::new(),
        };
        let is_main = main == Some(*lang);
        let Registers { csv, without } = registers(&scene, &files, is_main, (today, &fingerprint, &carried))?;
        let index = site::municipality(&scene, &topics, without, files.sheets);
        files.document(&index)?;
        let published = published.as_ref().and_then(|public| Scene::new(Source::Public(public), *lang));
        if let Some(published) = published.map(|scene| scene.as_of(today)) {
            files.document(&overview::overview(&scene, &published))?;
        }
        if let Some((whole, lines)) = json.take_if(|_| is_main) {
            files.file(&format!("{}/register", register.id), Format::Json, whole)?;
            fragment = Fragment { csv, json: lines, index: Some(index) };
        }
    }
    assets::sound()?;
    Ok(fragment)
}

/// The last paragraph of a page, with the fingerprint of its register. Empty if pages have no fingerprint.
fn signature(fingerprint: Option<&str>, lang: Lang) -> Vec<Block> {
    let line = |(fingerprint, language): (&str, &Language)| {
        Block::Paragraph(language.say("label.fingerprint", &[("value", Line::words(fingerprint))]))
    };
    fingerprint.zip(language(lang)).map(line).into_iter().collect()
}

/// The destination of the files.
pub struct Files<'f> {
    /// Renders pages.
    pub pages: &'f Pages,
    /// The fingerprint of the register, if pages end with it.
    pub fingerprint: Option<&'f str>,
    /// Whether the body of each notice is also written for pages of other sites.
    pub has_fragments: bool,
    /// Which sheets are written.
    pub sheets: Sheets,
    /// Writes a file.
    pub put: &'f (dyn Fn(Artifact) -> Result<(), Error> + Sync),
}

impl Files<'_> {
    /// Writes a document as Markdown and HTML, with the fingerprint if there is one.
    pub fn document(&self, document: &Document) -> Result<(), Error> {
        let forms = self.begin(document)?;
        self.end(document, forms)
    }

    /// Starts both forms of a document with its blocks; more can be added.
    fn begin(&self, document: &Document) -> Result<Forms, Error> {
        let (page, foot) = self.pages.around(document)?;
        let mut forms = Forms { text: markdown::title(document), page, foot, root: to_root(&document.path) };
        forms.add(&document.blocks);
        Ok(forms)
    }

    fn end(&self, document: &Document, mut forms: Forms) -> Result<(), Error> {
        forms.add(&signature(self.fingerprint, document.lang));
        forms.page.push_str(&signed(forms.foot, &source::sha256(forms.text.as_bytes())));
        self.file(&document.path, Format::Markdown, forms.text.into_bytes())?;
        self.file(&document.path, Format::Html, forms.page.into_bytes())
    }

    /// Writes a document as a page only, with HTML before and after its blocks.
    fn page(&self, document: &Document, [before, after]: [&str; 2]) -> Result<(), Error> {
        let (mut page, foot) = self.pages.around(document)?;
        let root = to_root(&document.path);
        page.push_str(before);
        elements::blocks(&document.blocks, &root, &mut page);
        page.push_str(after);
        elements::blocks(&signature(self.fingerprint, document.lang), &root, &mut page);
        let content = source::sha256(page.as_bytes());
        page.push_str(&signed(foot, &content));
        self.file(&document.path, Format::Html, page.into_bytes())
    }

    /// Writes the body of a notice for a page of another site, if that is wanted.
    fn fragment(&self, document: &Document) -> Result<(), Error> {
        let Some((folder, name)) = document.path.split_once("/notices/").filter(|_| self.has_fragments) else {
            return Ok(());
        };
        let body = self.pages.fragment(document, &signature(self.fingerprint, document.lang), name)?;
        self.file(&format!("{folder}/fragments/{name}"), Format::Html, body.into_bytes())
    }

    fn file(&self, name: &str, format: Format, bytes: Vec<u8>) -> Result<(), Error> {
        (self.put)(Artifact { path: format!("{name}.{}", format.ending()), bytes })
    }
}

/// The foot of a page with the first digits of the fingerprint of its content.
fn signed(foot: String, content: &str) -> String {
    match foot.split_once(CONTENT) {
        Some((before, after)) => format!("{before}{}{after}", &content[..DIGITS]),
        None => foot,
    }
}

/// A document while it is rendered. Blocks are dropped as soon as they are written.
struct Forms {
    text: String,
    page: String,
    foot: String,
    root: String,
}

impl Forms {
    fn add(&mut self, blocks: &[Block]) {
        markdown::blocks(blocks, &self.root, &mut self.text);
        elements::blocks(blocks, &self.root, &mut self.page);
    }
}

/// Writes the notices and the pages of activities, then the pages that repeat what they say. Returns the topics that
/// have a page.
fn pages(scene: &Scene, files: &Files) -> Result<Vec<Topic>, Error> {
    let mut index = Index::default();
    notices(scene, files, &mut index)?;
    activities(scene, files, &mut index)?;
    let topics = topics::topics(scene);
    for (topic, document) in &topics {
        index.add_names(document, topic.title(scene));
        files.page(document, ["", ""])?;
    }
    let (document, table) = table::table(scene);
    files.page(&document, ["", &render::table::table(&table, &to_root(&document.path))])?;
    let document = search::search(scene, index.pages());
    files.page(&document, [&index.html(scene.language, &to_root(&document.path))?, ""])?;
    Ok(topics.into_iter().map(|(topic, _)| topic).collect())
}

fn notices(scene: &Scene, files: &Files, index: &mut Index) -> Result<(), Error> {
    let is_said = |notice: &&Notice| scene.register.municipality.languages_of(notice).contains(&scene.lang());
    let all: Vec<&Notice> = scene.register.notices.values().filter(is_said).collect();
    let name = |notice: &&Notice| (notice::path(scene, notice), scene.text(&notice.title));
    in_turn(&all, name, |notice| notice::notice(scene, notice), (files, index))
}

fn activities(scene: &Scene, files: &Files, index: &mut Index) -> Result<(), Error> {
    let all: Vec<&Activity> = scene.register.activities.values().filter(|activity| scene.is_told(activity)).collect();
    let name = |activity: &&Activity| (page::path(scene, &activity.id), page::name(scene, activity));
    let files = Files { has_fragments: false, ..*files };
    in_turn(&all, name, |activity| page::page(scene, activity), (&files, index))
}

/// Writes documents that lead to the one before and the one after, and adds them to the index of the search.
fn in_turn<'r, T>(
    all: &[&'r T],
    name: impl Fn(&&'r T) -> (String, Line),
    document: impl Fn(&'r T) -> Document,
    (files, index): (&Files, &mut Index),
) -> Result<(), Error> {
    for (number, one) in all.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|before| all.get(before));
        let mut document = document(one);
        document.frame.turns = [before, all.get(number + 1)].map(|other| other.map(&name));
        index.add(&document, name(one).1);
        files.document(&document)?;
        files.fragment(&document)?;
    }
    Ok(())
}
