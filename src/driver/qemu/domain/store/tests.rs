//! Definitions on disk: what one process changes the others see, and nothing is half.

use std::thread;

use super::*;
use crate::test_folder::TestFolder;
use crate::types::*;

fn definition(name: &str, digit: u32) -> Definition {
    let text = format!(
        "<domain type='qemu'><name>{name}</name><uuid>aaaaaaaa-bbbb-cccc-dddd-{digit:012}</uuid><memory>1024</memory>\
         <os><type arch='x86_64'>hvm</type></os></domain>"
    );
    definition::read_stored(&text).unwrap()
}

fn names(store: &Store) -> Vec<String> {
    let index = store.index().unwrap();
    let mut names: Vec<String> = index.entries().iter().map(|entry| entry.name.as_str().to_owned()).collect();
    names.sort();
    names
}

fn define(store: &Store, definition: &Definition) -> Result<()> {
    let change = store.change()?;
    change.claim(definition)?;
    change.define(definition)
}

#[test]
fn what_one_defines_the_other_finds() {
    let root = TestFolder::new();
    let layout = Layout::embedded(root.path());
    let (one, other) = (Store::new(&layout), Store::new(&layout));
    assert_eq!(names(&one), [""; 0]);
    define(&one, &definition("a", 1)).unwrap();
    define(&other, &definition("b", 2)).unwrap();
    assert_eq!((names(&one), names(&other)), (vec!["a".into(), "b".into()], vec!["a".into(), "b".into()]));
    let entry = other.index().unwrap().by_name("a").cloned().unwrap();
    assert_eq!(*other.definition(&entry).unwrap().unwrap(), definition("a", 1));

    for (name, digit) in [("a", 2), ("c", 1)] {
        assert_eq!(define(&one, &definition(name, digit)).unwrap_err().code(), VIR_ERR_OPERATION_FAILED);
    }
    one.change().unwrap().undefine(&entry).unwrap();
    assert_eq!(names(&other), ["b"]);
    assert!(other.definition(&entry).unwrap().is_none());
}

#[test]
fn edited_files_are_read_again() {
    let root = TestFolder::new();
    let store = Store::new(&Layout::embedded(root.path()));
    define(&store, &definition("a", 1)).unwrap();
    let entry = store.index().unwrap().by_name("a").cloned().unwrap();
    assert_eq!(store.definition(&entry).unwrap().unwrap().title, None);
    let path = store.file_of("a");
    let text = fs::read_to_string(&path).unwrap().replace("<memory", "<title>edited</title><memory");
    fs::write(&path, text).unwrap();
    assert_eq!(store.definition(&entry).unwrap().unwrap().title.as_deref(), Some("edited"));
    fs::write(&path, "<domain type='qemu'").unwrap();
    assert!(store.definition(&entry).unwrap_err().to_string().contains("domain_definition"));
}

#[test]
fn names_change_with_all_that_hangs_on_them() {
    let root = TestFolder::new();
    let store = Store::new(&Layout::embedded(root.path()));
    define(&store, &definition("a", 1)).unwrap();
    define(&store, &definition("b", 2)).unwrap();
    let change = store.change().unwrap();
    change.set_autostart("a", Autostart::Always, true).unwrap();
    change.set_autostart("a", Autostart::Always, true).unwrap();
    let entry = change.index.by_name("a").cloned().unwrap();
    assert_eq!(change.rename(&entry, &definition("a", 1), "a").unwrap_err().code(), VIR_ERR_OPERATION_INVALID);
    assert_eq!(change.rename(&entry, &definition("a", 1), "b").unwrap_err().code(), VIR_ERR_OPERATION_INVALID);
    change.rename(&entry, &definition("a", 1), "c").unwrap();
    drop(change);
    assert_eq!(names(&store), ["b", "c"]);
    assert!(store.autostart("c", Autostart::Always) && !store.autostart("a", Autostart::Always));
    let entry = store.index().unwrap().by_name("c").cloned().unwrap();
    assert_eq!(store.definition(&entry).unwrap().unwrap().name, "c");
    store.change().unwrap().undefine(&entry).unwrap();
    assert!(!store.autostart("c", Autostart::Always));
}

#[test]
fn of_many_who_define_the_same_name_one_wins() {
    let root = TestFolder::new();
    let layout = Layout::embedded(root.path());
    let winners: u32 = thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|digit| {
                let layout = &layout;
                scope.spawn(move || u32::from(define(&Store::new(layout), &definition("a", digit)).is_ok()))
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    assert_eq!(winners, 1);
    assert_eq!(names(&Store::new(&layout)), ["a"]);
}
