//! Where something stands in a document: lines, columns and paths, each found in time that does not grow with how many
//! were found before.

use std::collections::HashMap;

use roxmltree::{Document, Node, NodeId, TextPos};

use crate::error::excerpt_of;

/// Names of a path that are told, from either end.
const PATH_HEAD: usize = 8;
const PATH_TAIL: usize = 16;

/// Bytes of a name that are told.
const LONGEST_NAME: usize = 100;

/// Line and column of a byte, both from 1; columns are letters.
pub(super) fn position(text: &str, at: usize) -> TextPos {
    let at = text.floor_char_boundary(at);
    let before = &text[..at];
    let row = before.bytes().filter(|byte| *byte == b'\n').count();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    TextPos::new(row as u32 + 1, before[line..].chars().count() as u32 + 1)
}

/// The path of the device that has an alias, in a document of this library's own.
pub fn path_of_alias(document: &str, alias: &str) -> Option<String> {
    let document = Document::parse(document).ok()?;
    let is_it = |node: &Node| node.has_tag_name("alias") && node.attribute("name") == Some(alias);
    let device = document.descendants().find(is_it)?.parent_element()?;
    Some(Paths::default().of(device, None))
}

/// The path of the attribute or element that says exactly that, in a document of this library's own; the first of several.
pub fn path_of_value(document: &str, value: &str) -> Option<String> {
    let document = Document::parse(document).ok()?;
    document.descendants().filter(Node::is_element).find_map(|node| {
        let attribute =
            node.attributes().find(|attribute| attribute.value() == value).map(|attribute| attribute.name());
        let says = attribute.is_some() || node.text() == Some(value);
        says.then(|| Paths::default().of(node, attribute))
    })
}

/// Paths of elements: `/domain/devices/disk[2]/@device`.
#[derive(Default)]
pub(super) struct Paths<'d> {
    /// By parent and name, the last element that was numbered, its number, and whether it is the only one.
    numbers: HashMap<(NodeId, &'d str), (NodeId, usize, bool)>,
}

impl<'d> Paths<'d> {
    pub(super) fn of(&mut self, node: Node<'d, 'd>, attribute: Option<&str>) -> String {
        let mut parts: Vec<String> = Vec::new();
        let elements = node.ancestors().filter(Node::is_element).count();
        for (above, element) in node.ancestors().filter(Node::is_element).enumerate() {
            match above {
                _ if above < PATH_TAIL || elements - above <= PATH_HEAD => parts.push(self.part(element)),
                PATH_TAIL => parts.push("…".to_owned()),
                _ => {}
            }
        }
        let mut path = String::new();
        for part in parts.iter().rev() {
            path.extend(["/", part]);
        }
        if let Some(attribute) = attribute {
            path.extend(["/@", &excerpt_of(attribute, LONGEST_NAME)]);
        }
        path
    }

    /// The name of an element, with its number where its parent has several of that name.
    fn part(&mut self, node: Node<'d, 'd>) -> String {
        let told = excerpt_of(node.tag_name().name(), LONGEST_NAME);
        match self.number(node) {
            Some(number) => format!("{told}[{number}]"),
            None => told.into_owned(),
        }
    }

    fn number(&mut self, node: Node<'d, 'd>) -> Option<usize> {
        let parent = node.parent_element()?;
        let name = node.tag_name().name();
        let is_alike = |other: &Node| other.is_element() && other.tag_name().name() == name;
        let key = (parent.id(), name);
        let known = self.numbers.get(&key).copied();
        let (last, number) =
            known.filter(|(last, ..)| last.get() <= node.id().get()).map_or((None, 0), |(id, n, _)| (Some(id), n));
        // Those from the last one that was numbered, or from the first child, to this one.
        let new = node.prev_siblings().take_while(|other| Some(other.id()) != last).filter(is_alike).count();
        let number = number + new;
        let is_alone = match known {
            Some((.., is_alone)) => is_alone,
            None => number == 1 && !node.next_siblings().skip(1).any(|other| is_alike(&other)),
        };
        self.numbers.insert(key, (node.id(), number, is_alone));
        (!is_alone).then_some(number)
    }
}
