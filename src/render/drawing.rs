//! Renders the drawing of an activity: a figure with its text for those who do not see it, and two forms as SVG, one
//! for wide and one for narrow windows. `templates/page.css` shows one of them.

mod layout;
mod measure;
mod picture;
mod svg;

use crate::document::drawing::Flow;
use crate::render::drawing::layout::{tall, wide};
use crate::render::elements::runs;

/// Appends the drawing. A screen reader skips the forms and reads the text.
pub(crate) fn figure(flow: &Flow, root: &str, page: &mut String) {
    page.push_str("<figure>\n<p>");
    for (number, line) in flow.text().iter().enumerate() {
        page.push_str(if number == 0 { "" } else { "\n" });
        runs(line, root, page);
    }
    page.push_str("</p>\n");
    svg::svg("wide", &wide(flow), page);
    svg::svg("tall", &tall(flow), page);
    page.push_str("</figure>\n");
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::{figure, tall, wide};
    use crate::document::drawing::{Column, Flow, Mark, Node, Sign};
    use crate::language::line::Line;
    use crate::render::drawing::layout::{MIDDLE, TALL};
    use crate::render::drawing::measure::width;
    use crate::render::drawing::picture::{Frame, Head, LINE, Look, Picture, Way, Words};

    fn name() -> impl Strategy<Value = Line> {
        let word = prop_oneof![
            "[a-zåäöæøA-ZÅÄÖ]{1,12}",
            "[a-zåäö]{20,60}",
            "[<>&\"'§0-9a-z/-]{1,40}",
            "(utbildnings-?){1,5}nämnd"
        ];
        vec(word, 1..9).prop_map(|words| Line::words(&words.join(" ")))
    }

    fn node() -> impl Strategy<Value = Node> {
        let mark = (name(), any::<bool>(), any::<bool>()).prop_map(|(words, is_abroad, is_open)| Mark {
            sign: if is_abroad { Sign::Abroad } else { Sign::Protected },
            words,
            is_open,
        });
        let kind = prop_oneof![Just(Line::default()), name()];
        (kind, vec(name(), 1..3), vec(name(), 0..3), vec(mark, 0..3), any::<bool>()).prop_map(
            |(kind, names, details, marks, is_open)| Node { kind, names, details, marks, is_open, has_gap: false },
        )
    }

    fn column() -> impl Strategy<Value = Column> {
        vec(node(), 1..10).prop_map(|nodes| Column { head: Line::words("Varifrån?"), nodes })
    }

    fn flow() -> impl Strategy<Value = Flow> {
        (column(), node(), vec(column(), 0..3), column(), vec(node(), 0..3))
            .prop_map(|(from, holder, inside, to, notes)| Flow { from, holder, inside, to, notes })
    }

    /// A rectangle: left, top, right, bottom.
    type Area = [usize; 4];

    fn of_frame(frame: &Frame) -> Area {
        [frame.x, frame.y, frame.x + frame.width, frame.y + frame.height]
    }

    fn of_words(words: &Words) -> Area {
        [words.x, words.y + 4 - LINE, words.x + width(&words.text, words.style), words.y + 4]
    }

    fn of_way(way: &Way) -> Area {
        match *way {
            Way::Level(x, end, y) => [x, y, end, y],
            Way::Upright(y, end, x) => [x, y, x, end],
        }
    }

    /// Whether two rectangles have more than an edge in common.
    fn meet(one: &Area, other: &Area) -> bool {
        one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
    }

    fn is_inside(inner: &Area, outer: &Area) -> bool {
        inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
    }

    fn assert_laid(picture: &Picture) {
        let whole = [0, 0, picture.width, picture.height];
        let drawn: Vec<(Area, Look)> = picture.boxes.iter().map(|frame| (of_frame(frame), frame.look)).collect();
        let is_holder = |number: usize| picture.boxes[number].width > 200 && number == holder(picture);
        for (number, (one, _)) in drawn.iter().enumerate() {
            assert!(is_inside(one, &whole), "{one:?} in {whole:?}");
            for (other, (two, _)) in drawn.iter().enumerate().skip(number + 1) {
                let is_held = is_holder(number) && is_inside(two, one) || is_holder(other) && is_inside(one, two);
                assert!(is_held || !meet(one, two), "{one:?} {two:?}");
            }
        }
        let texts: Vec<Area> = picture.texts.iter().map(of_words).collect();
        for (number, (text, words)) in texts.iter().zip(&picture.texts).enumerate() {
            assert!(width(&words.text, words.style) <= words.room, "{words:?}");
            assert!(is_inside(text, &whole), "{words:?}");
            assert!(texts.iter().skip(number + 1).all(|other| !meet(text, other)), "{words:?}");
            let cut = |frame: &Area| meet(text, frame) && !is_inside(text, frame);
            assert!(drawn.iter().all(|(frame, _)| !cut(frame)), "{words:?}");
        }
        for way in picture.ways.iter().map(of_way) {
            let wide = [way[0].saturating_sub(1), way[1].saturating_sub(1), way[2] + 1, way[3] + 1];
            let through = |frame: &Area| meet(&way, &[frame[0], frame[1] + 1, frame[2], frame[3] - 1]);
            assert!(drawn.iter().all(|(frame, _)| !through(frame)), "{way:?}");
            assert!(texts.iter().all(|text| !meet(&wide, text)), "{way:?}");
        }
        for head in &picture.heads {
            let (Head::Right(x, y) | Head::Down(x, y)) = *head;
            let is_near = |frame: &Area| {
                is_inside(&[x, y, x, y], &[frame[0] - frame[0].min(2), frame[1] - frame[1].min(2), frame[2], frame[3]])
            };
            assert!(drawn.iter().any(|(frame, _)| is_near(frame)), "{head:?}");
        }
    }

    /// The number of the box of the controllers: the first that is not a source.
    fn holder(picture: &Picture) -> usize {
        let is_wider = |frame: &Frame| frame.width == MIDDLE || frame.width == TALL - 2;
        picture.boxes.iter().position(is_wider).unwrap()
    }

    /// The letters and digits of all texts, in order.
    fn letters(picture: &Picture) -> String {
        picture.texts.iter().flat_map(|words| words.text.chars()).filter(|letter| letter.is_alphanumeric()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn nothing_overlaps_and_every_text_is_in_its_box(flow in flow()) {
            let forms = [wide(&flow), tall(&flow)];
            forms.iter().for_each(assert_laid);
            prop_assert_eq!(&forms[0], &wide(&flow));
            let text: String = flow.text().iter().map(Line::plain).collect();
            let words: String = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
            let is_cut = |picture: &Picture| picture.texts.iter().any(|words| words.text.ends_with('…'));
            for form in forms.iter().filter(|form| !is_cut(form)) {
                prop_assert_eq!(letters(form).to_lowercase(), words.to_lowercase());
            }
        }
    }

    #[test]
    fn names_are_text_and_not_markup() {
        let hostile = "</text></svg><script>alert(1)</script>&\"\u{0}";
        let node = Node { names: vec![Line::words(hostile)], ..Node::default() };
        let column = Column { head: Line::words("Varifrån?"), nodes: vec![node.clone()] };
        let flow = Flow {
            from: column.clone(),
            holder: node.clone(),
            inside: vec![column.clone()],
            to: column,
            notes: vec![node],
        };
        let mut page = String::new();
        figure(&flow, "", &mut page);
        let tags = page
            .split('<')
            .skip(1)
            .map(|tag| tag.split([' ', '>', '/']).find(|word| !word.is_empty()).unwrap_or_default());
        let known = ["figure", "p", "svg", "rect", "path", "g", "text"];
        assert!(tags.into_iter().all(|tag| known.contains(&tag)), "{page}");
        assert!(!page.contains('\0'));
    }
}
