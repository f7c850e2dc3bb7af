//! The files that are generated from our sources and checked in: the public headers and the API's descriptions. The
//! tests fail when one of them is stale; `make headers` (these tests with `UPDATE=1`) rewrites them.

mod compile;
mod ctype;
mod description;
mod element;
mod header;
mod layout;
mod macros;
mod names;
#[path = "../../libs/script.rs"]
mod script;
mod source;
mod values;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs};

/// Compares a file of the repository with what it should be, or writes it.
fn check(path: &str, content: &str) {
    let full = source::root().join(path);
    if fs::read_to_string(&full).is_ok_and(|current| current == content) {
        return;
    }
    assert!(env::var_os("UPDATE").is_some(), "{path} is stale: run `make headers`");
    fs::create_dir_all(full.parent().unwrap_or(Path::new("/"))).expect("a folder to write to");
    fs::write(&full, content).unwrap_or_else(|error| panic!("{path}: {error}"));
}

/// A file in a folder of its own, for a tool that wants one. The tests run at the same time.
fn scratch(name: &str, content: &str) -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed).to_string();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated").join(number);
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let path = folder.join(name);
    fs::write(&path, content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path
}

#[test]
fn headers_are_current() {
    check("include/libvirt/libvirt.h", &header::umbrella());
    for header in source::read() {
        check(&format!("include/libvirt/{}.h", header.layout.name), &header::header(&header));
    }
}

#[test]
fn descriptions_are_current() {
    let headers = source::read();
    for library in layout::LIBRARIES {
        check(&format!("api-xml/{}-api.xml", library.name), &description::description(library, &headers));
    }
}
