//! Which names and words the walks ask for, and which of them documents have: whether samples cover a model.

use std::cell::RefCell;
use std::collections::BTreeSet;

use roxmltree::Node;

use super::Expected;

/// What a walk asks for: `child`, `@attribute` or `@attribute='word'`, and which element it is in below that of the walk.
type Name = (&'static str, String, String);

#[derive(Default)]
struct Coverage {
    asked: BTreeSet<Name>,
    found: BTreeSet<Name>,
}

thread_local! {
    static COVERAGE: RefCell<Coverage> = RefCell::default();
}

/// Whose walk it is, and the element that it stands in.
#[derive(Clone, Copy)]
pub struct Walk<'d> {
    model: &'static str,
    node: Node<'d, 'd>,
}

impl<'d> Walk<'d> {
    pub fn new(model: &'static str, node: Node<'d, 'd>) -> Self {
        Self { model, node }
    }

    /// A name is asked for in `here`.
    pub fn name(&self, here: Node, name: &str, found: bool) {
        let element = if here == self.node { "" } else { here.tag_name().name() };
        let key = (self.model, element.to_owned(), name.to_owned());
        COVERAGE.with_borrow_mut(|coverage| {
            if found {
                coverage.found.insert(key.clone());
            }
            coverage.asked.insert(key);
        });
    }

    /// A value is asked for at a name, or as text where that is empty.
    pub fn words(&self, here: Node, at: &str, expected: Expected, value: Option<&str>) {
        if let Expected::OneOf(words) = expected {
            words.iter().for_each(|word| self.name(here, &format!("{at}='{word}'"), value == Some(word)));
        }
    }
}

/// What was asked for in this thread and never found; begins again.
pub fn missed() -> Vec<String> {
    let Coverage { asked, found } = COVERAGE.take();
    asked.difference(&found).map(|(model, element, name)| format!("{model} {element} {name}")).collect()
}
