//! Moments of a domain: its snapshots, or its checkpoints. A tree by names, one of which may be the current one.

use std::collections::HashMap;

use crate::error::{Error, Result};
use crate::types::*;

/// A tree of `T`, each under a name of its own.
#[derive(Clone, Debug)]
pub struct Moments<T> {
    nodes: HashMap<String, Node<T>>,
    /// Those without a parent, the newest last.
    roots: Vec<String>,
    current: Option<String>,
}

#[derive(Clone, Debug)]
struct Node<T> {
    content: T,
    parent: Option<String>,
    /// The newest last.
    children: Vec<String>,
}

/// What is removed with a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Removal {
    /// It alone; what was below it is then below its parent.
    Alone,
    WithChildren,
    ChildrenOnly,
}

impl<T> Default for Moments<T> {
    fn default() -> Self {
        Self { nodes: HashMap::new(), roots: Vec::new(), current: None }
    }
}

impl<T> Moments<T> {
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    pub fn get(&self, name: &str) -> Option<&T> {
        self.nodes.get(name).map(|node| &node.content)
    }

    /// Where the domain is now: a new moment's parent.
    pub fn current(&self) -> Option<&str> {
        self.current.as_deref()
    }

    pub fn set_current(&mut self, name: &str) {
        self.current = Some(name.to_owned());
    }

    pub fn parent(&self, name: &str) -> Option<&str> {
        self.nodes.get(name)?.parent.as_deref()
    }

    pub fn has_children(&self, name: &str) -> bool {
        self.nodes.get(name).is_some_and(|node| !node.children.is_empty())
    }

    /// Names with their moments, parents before children and the newest child first: the children of `from`, without it the
    /// roots; and all below them if `deep`.
    pub fn list(&self, from: Option<&str>, deep: bool) -> Vec<(&str, &T)> {
        let first = match from {
            Some(name) => self.nodes.get(name).map_or(&[][..], |node| &node.children),
            None => &self.roots,
        };
        let mut waiting: Vec<&str> = first.iter().map(String::as_str).collect();
        let mut listed = Vec::new();
        while let Some(name) = waiting.pop() {
            let Some(node) = self.nodes.get(name) else { continue };
            listed.push((name, &node.content));
            if deep {
                waiting.extend(node.children.iter().map(String::as_str));
            }
        }
        listed
    }

    /// Adds a moment, or puts another in the place of one of that name, whose children it takes over.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when the parent is not there or would be its own ancestor.
    pub fn insert(&mut self, name: &str, parent: Option<&str>, content: T) -> Result<()> {
        self.check_parent(name, parent)?;
        self.unlink(name);
        let children = self.nodes.remove(name).map(|old| old.children).unwrap_or_default();
        self.siblings(parent).push(name.to_owned());
        self.nodes.insert(name.to_owned(), Node { content, parent: parent.map(str::to_owned), children });
        Ok(())
    }

    /// Complains about a parent that `name` cannot have.
    ///
    /// # Errors
    /// As [`Moments::insert`].
    pub fn check_parent(&self, name: &str, parent: Option<&str>) -> Result<()> {
        let Some(parent) = parent else { return Ok(()) };
        if parent == name {
            return Err(refused(format!("cannot set moment {name} as its own parent")));
        }
        if !self.nodes.contains_key(parent) {
            return Err(refused(format!("parent {parent} for moment {name} not found")));
        }
        let mut below = parent;
        while let Some(above) = self.parent(below) {
            if above == name {
                return Err(refused(format!("parent {below} would create cycle to {name}")));
            }
            below = above;
        }
        Ok(())
    }

    /// Removes a moment and what belongs to the removal. If the current one is among them, the nearest one above it that
    /// is left becomes current.
    pub fn remove(&mut self, name: &str, removal: Removal) {
        let Some(node) = self.nodes.get_mut(name) else { return };
        let parent = node.parent.clone();
        let mut gone = Vec::new();
        if removal != Removal::Alone {
            gone.append(&mut node.children);
            let mut at = 0;
            while let Some(next) = gone.get(at) {
                let below = self.nodes.get(next).map(|node| node.children.clone()).unwrap_or_default();
                gone.extend(below);
                at += 1;
            }
        }
        if removal != Removal::ChildrenOnly {
            self.unlink(name);
            gone.push(name.to_owned());
        }
        let left = if removal == Removal::ChildrenOnly { Some(name.to_owned()) } else { parent.clone() };
        if self.current.as_ref().is_some_and(|current| gone.contains(current)) {
            self.current = left;
        }
        for name in gone {
            let children = self.nodes.remove(&name).map(|node| node.children).unwrap_or_default();
            if removal == Removal::Alone {
                self.adopt(parent.as_deref(), children);
            }
        }
    }

    /// Puts moments below another parent, as its newest.
    fn adopt(&mut self, parent: Option<&str>, children: Vec<String>) {
        for child in &children {
            if let Some(node) = self.nodes.get_mut(child) {
                node.parent = parent.map(str::to_owned);
            }
        }
        self.siblings(parent).extend(children);
    }

    /// Takes a moment out of its parent's children.
    fn unlink(&mut self, name: &str) {
        if let Some(parent) = self.nodes.get(name).map(|node| node.parent.clone()) {
            self.siblings(parent.as_deref()).retain(|sibling| sibling != name);
        }
    }

    /// The children of a moment; those without a parent for `None`.
    fn siblings(&mut self, parent: Option<&str>) -> &mut Vec<String> {
        match parent.and_then(|parent| self.nodes.get_mut(parent)) {
            Some(node) => &mut node.children,
            None => &mut self.roots,
        }
    }
}

fn refused(complaint: String) -> Error {
    Error::new(VIR_ERR_INVALID_ARG, complaint).from_origin(VIR_FROM_DOMAIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `a` with `b` and `d`, `b` with `c` and `e`, `e` with `f`; the current one is `f`.
    fn tree() -> Moments<()> {
        let mut moments = Moments::default();
        for (name, parent) in [("a", None), ("b", Some("a")), ("c", Some("b")), ("d", Some("a")), ("e", Some("b"))] {
            moments.insert(name, parent, ()).unwrap();
        }
        moments.insert("f", Some("e"), ()).unwrap();
        moments.set_current("f");
        moments
    }

    fn order(moments: &Moments<()>) -> String {
        moments.list(None, true).into_iter().map(|(name, ())| name).collect()
    }

    #[test]
    fn parents_come_before_children_and_the_newest_first() {
        let moments = tree();
        assert_eq!(order(&moments), "adbefc");
        assert_eq!(moments.list(Some("b"), false), [("e", &()), ("c", &())]);
        assert_eq!(moments.list(None, false), [("a", &())]);
    }

    #[test]
    fn children_of_a_removed_moment_move_up() {
        let mut moments = tree();
        moments.remove("b", Removal::Alone);
        assert_eq!(order(&moments), "aefcd");
        assert_eq!(moments.parent("c"), Some("a"));
        assert_eq!(moments.current(), Some("f"));
        moments.remove("a", Removal::Alone);
        assert_eq!(order(&moments), "efcd");
        assert_eq!(moments.parent("c"), None);
    }

    #[test]
    fn the_current_one_is_always_there() {
        let mut moments = tree();
        moments.remove("b", Removal::ChildrenOnly);
        assert_eq!((order(&moments).as_str(), moments.current()), ("adb", Some("b")));
        assert!(!moments.has_children("b"));
        let mut moments = tree();
        moments.remove("b", Removal::WithChildren);
        assert_eq!((order(&moments).as_str(), moments.current()), ("ad", Some("a")));
        moments.remove("a", Removal::WithChildren);
        assert_eq!((moments.len(), moments.current()), (0, None));
    }

    #[test]
    fn a_moment_is_put_in_another_place_but_not_below_itself() {
        let mut moments = tree();
        assert!(moments.insert("b", Some("b"), ()).is_err());
        assert!(moments.insert("b", Some("f"), ()).is_err());
        assert!(moments.insert("b", Some("x"), ()).is_err());
        assert_eq!(order(&moments), "adbefc");
        moments.insert("d", Some("f"), ()).unwrap();
        assert_eq!(order(&moments), "abefdc");
        moments.insert("b", None, ()).unwrap();
        assert_eq!(order(&moments), "befdca");
    }
}
