//! Which municipalities of two versions are compared with each other.

use std::collections::BTreeSet;

use crate::Error;
use crate::cli::version::Version;
use crate::cli::workspace::Which;
use crate::source::git;

/// A municipality in each version; `None` where a version does not have it.
pub(super) type Pair = (Option<String>, Option<String>);

/// Maximum number of folders that only one version has, for looking for renamed ones.
const MOST: usize = 20;

/// Pairs the municipalities of both versions by name, or by content if a folder was renamed. If each version names the
/// folder of one municipality, these two are a pair.
pub(super) fn pairs((before, after): (&Version, &Version), which: &Which, may_lack: bool) -> anyhow::Result<Vec<Pair>> {
    if let (Some(old), Some(new)) = (before.only(), after.only()) {
        return Ok(vec![(Some(old.to_owned()), Some(new.to_owned()))]);
    }
    let (old, new) = (before.municipalities(may_lack)?, after.municipalities(may_lack)?);
    let all: BTreeSet<String> = match (before.only(), after.only()) {
        (Some(_), _) => old.iter().cloned().collect(),
        (_, Some(_)) => new.iter().cloned().collect(),
        _ => old.iter().chain(&new).cloned().collect(),
    };
    if before.only().is_some() || after.only().is_some() {
        for (version, held) in [(before, &old), (after, &new)] {
            if let Some(name) = all.iter().find(|name| !held.contains(name) && !may_lack) {
                return Err(git::fault::no_municipality(&version.label, name).into());
            }
        }
    }
    let names = which.among(all.iter().cloned().collect())?;
    let side = |side: &[String], name: &String| side.contains(name).then(|| name.clone());
    let pairs = all.iter().map(|name| (side(&old, name), side(&new, name))).collect();
    let mut pairs = with_renamed(pairs, (before, after))?;
    pairs.retain(|(old, new)| old.iter().chain(new).any(|name| names.contains(name)));
    Ok(pairs)
}

/// Joins two folders of which each is in one version only, if most of their files are the same.
fn with_renamed(pairs: Vec<Pair>, (before, after): (&Version, &Version)) -> Result<Vec<Pair>, Error> {
    let gone: Vec<&String> =
        pairs.iter().filter(|(_, new)| new.is_none()).filter_map(|(old, _)| old.as_ref()).collect();
    let come: Vec<&String> =
        pairs.iter().filter(|(old, _)| old.is_none()).filter_map(|(_, new)| new.as_ref()).collect();
    if gone.is_empty() || come.is_empty() || gone.len() > MOST || come.len() > MOST {
        return Ok(pairs);
    }
    let texts = |version: &Version, name: &str| -> Result<BTreeSet<(String, String)>, Error> {
        let files = version.read(name)?.sources.files;
        Ok(files.into_iter().map(|file| (file.inside, file.text)).collect())
    };
    let come: Vec<(&String, BTreeSet<_>)> =
        come.into_iter().map(|name| Ok((name, texts(after, name)?))).collect::<Result<_, Error>>()?;
    let mut renamed: Vec<(String, String)> = Vec::new();
    for old in gone {
        let own = texts(before, old)?;
        let alike = come.iter().filter(|(new, _)| renamed.iter().all(|(_, taken)| taken != *new));
        let alike = alike.map(|(new, files)| (own.intersection(files).count(), files.len().max(own.len()), *new));
        let best = alike.filter(|(same, all, _)| same * 2 > *all).max_by_key(|(same, _, _)| *same);
        renamed.extend(best.map(|(_, _, new)| (old.clone(), new.clone())));
    }
    let is_joined = |(old, new): &Pair| {
        let is = |name: &Option<String>, joined: &String| name.as_ref() == Some(joined);
        renamed.iter().any(|(before, after)| is(old, before) && new.is_none() || is(new, after) && old.is_none())
    };
    let mut pairs: Vec<Pair> = pairs.into_iter().filter(|pair| !is_joined(pair)).collect();
    pairs.extend(renamed.iter().map(|(old, new)| (Some(old.clone()), Some(new.clone()))));
    pairs.sort_by(|one, other| one.1.as_ref().or(one.0.as_ref()).cmp(&other.1.as_ref().or(other.0.as_ref())));
    Ok(pairs)
}
