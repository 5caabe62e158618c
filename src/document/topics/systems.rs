//! Systems and processors (Article 13(1)(e), Article 28).

use crate::document::scene::Scene;
use crate::document::sections::processor::{processor_record, system_record};
use crate::document::topics::entries::{Entries, Key, sentences};
use crate::language::line::Line;
use crate::model::Id;
use crate::model::activity::{Activity, Listed};

/// Each system and processor, with what the register says of it and the activities that use it.
pub(super) fn entries<'s, 'r>(scene: &'s Scene<'r>) -> Entries<'s, 'r> {
    let mut entries = Entries::new(scene);
    for activity in scene.register.activities.values() {
        for used in &activity.processors {
            processor(&mut entries, scene, &used.processor.id, activity);
            used.systems.iter().for_each(|used| system(&mut entries, scene, &used.id, activity));
        }
        for used in &activity.systems {
            system(&mut entries, scene, &used.system.id, activity);
        }
        let has_gap = activity.processors.iter().any(|used| !used.systems.gaps.is_empty());
        let is_open = has_gap || !activity.processors.gaps.is_empty() || !activity.systems.gaps.is_empty();
        if is_open || activity.may_have_more(Listed::Processors) {
            entries.open(activity);
        }
    }
    entries
}

/// Adds a system, and the processor that provides it.
fn system<'r>(entries: &mut Entries<'_, 'r>, scene: &Scene<'r>, id: &Id, activity: &'r Activity) {
    let Some(system) = scene.register.shared.systems.get(id) else { return };
    let describe = || {
        let (name, details) = system_record(scene, system, activity);
        (name, sentences(scene, details))
    };
    entries.described(Key::Record(format!("system.{id}")), describe).used(activity, Line::default());
    system.processor.value().into_iter().for_each(|provider| processor(entries, scene, &provider.id, activity));
}

fn processor<'r>(entries: &mut Entries<'_, 'r>, scene: &Scene<'r>, id: &Id, activity: &'r Activity) {
    let Some(processor) = scene.register.shared.processors.get(id) else { return };
    let describe = || {
        let (name, details) = processor_record(scene, processor);
        (name, sentences(scene, details))
    };
    entries.described(Key::Record(format!("processor.{id}")), describe).used(activity, Line::default());
}
