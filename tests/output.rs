//! The compiled output: reproducible, complete, and without anything internal.

/// The notice in brief, drafts, versions, and the length of notices.
mod brief;
/// What must not be told as if it held, or as if it were nothing.
mod brief_truth;
/// Consents and their withdrawals.
mod consents;
/// The drawing of an activity.
mod drawing;
/// A page and its Markdown.
mod elements;
/// Every text is on a page.
mod every_text;
/// What is written, removed and left alone.
mod folder;
/// The bodies of notices for pages of other sites.
mod fragments;
/// What is around the content of a page.
mod frame;
/// Reasons of gaps, and what the public reads.
mod gaps;
/// A gap in the place of each value.
mod gaps_everywhere;
/// What is not settled, and what each question is about.
mod gaps_named;
/// What is never published.
mod internal;
/// `register.json`: explained, described by its schema, and dated.
mod json;
/// The law on data and on transfers.
mod law;
/// Items of lists that are one text, or there twice.
mod lists;
/// An id names one record.
mod named;
/// Who is responsible, and what the organisation says of itself.
mod organisation;
/// The overview for the data protection officer.
mod overview;
/// Links and headings of every page.
mod pages;
/// What a child writes and what it inherits.
mod phases;
/// What a template or a copy leaves in a text, and words for nothing.
mod placeholders;
/// Retention rules as sentences, and what is asked where a rule is none.
mod retention;
/// Retention rules in every combination.
mod retention_combined;
/// The text on a right if legal bases and purposes differ.
mod rights;
/// The same register gives the same bytes.
mod same;
/// What is said once, and to which activities it does not apply.
mod scopes;
/// Workbooks and CSV files.
mod sheets;
/// The pages that repeat what others say: topics, the table, the search.
mod site;
/// A statement on one item is not read as one on another.
mod told;
/// Records changed by the schema.
mod walk;
/// The files over all municipalities.
mod whole;
/// Words are published as they are written.
mod words;
