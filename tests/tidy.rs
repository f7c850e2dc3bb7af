//! The invariants of ARCHITECTURE.md, checked on the source as text.

use std::fs;
use std::path::{Path, PathBuf};

/// All files below a folder whose names end so.
fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.to_string_lossy().ends_with(ending) {
                let text = fs::read_to_string(&entry).expect("text");
                found.push((entry, text));
            }
        }
    }
    found
}

/// Lines of code, without comments.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim_start()));
    lines.filter(|(_, line)| !line.starts_with("//"))
}

/// Complains about each line of code below `folder` that mentions one of the rooms.
fn must_not_mention(folder: &str, rooms: &[&str], except: &[&str]) -> Vec<String> {
    let mut complaints = Vec::new();
    let sources = files(folder, ".rs");
    assert!(!sources.is_empty(), "nothing in {folder}");
    for (path, text) in sources {
        let name = path.to_string_lossy().into_owned();
        if except.iter().any(|exception| name.contains(exception)) {
            continue;
        }
        for (line, text) in code(&text) {
            if let Some(room) = rooms.iter().find(|room| text.contains(**room)) {
                complaints.push(format!("{name}:{line}: {folder} must not know {room}"));
            }
        }
    }
    complaints
}

fn check(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn documents_know_no_driver_and_no_c() {
    check(must_not_mention(
        "src/xml",
        &["crate::driver", "crate::api", "crate::abi", "crate::object", "crate::connect"],
        &[],
    ));
}

#[test]
fn drivers_know_no_c() {
    check(must_not_mention("src/driver", &["crate::api", "crate::abi", "*mut ", "*const "], &[]));
}

#[test]
fn drivers_do_not_know_each_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/driver");
    // A folder of traits is named after a kind of object; the others are drivers.
    let entries = fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let names = entries.filter(|path| path.is_dir()).map(|path| path.file_name().unwrap_or_default().to_owned());
    let drivers: Vec<String> =
        names.filter_map(|name| name.into_string().ok()).filter(|name| name != "domain").collect();
    assert!(drivers.contains(&"test".to_owned()));
    let mut complaints = Vec::new();
    for driver in &drivers {
        let others: Vec<String> =
            drivers.iter().filter(|other| *other != driver).map(|other| format!("driver::{other}")).collect();
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        complaints.extend(must_not_mention(&format!("src/driver/{driver}"), &others, &[]));
    }
    check(complaints);
}

#[test]
fn leaves_know_nobody() {
    let rooms = ["crate::driver", "crate::api", "crate::abi", "crate::object", "crate::connect", "crate::xml"];
    for leaf in ["src/types", "src/sys", "src/error"] {
        check(must_not_mention(leaf, &rooms, &[]));
    }
}

#[test]
fn the_supervisor_knows_no_driver_and_no_document() {
    let rooms = ["crate::driver", "crate::api", "crate::abi", "crate::object", "crate::connect", "crate::xml"];
    check(must_not_mention("src/supervisor", &rooms, &[]));
}

#[test]
fn unsafe_has_an_address() {
    let mut complaints = Vec::new();
    for (path, text) in files("src", ".rs") {
        let name = path.to_string_lossy().into_owned();
        let allowed = ["/src/abi/", "/src/api/", "/src/sys/", "/src/types/"].iter().any(|room| name.contains(room));
        for (line, text) in code(&text) {
            if !allowed && text.contains("unsafe ") && !text.contains("unsafe extern \"C\" fn(") {
                complaints.push(format!("{name}:{line}: unsafe outside abi, api and sys"));
            }
        }
    }
    check(complaints);
}

#[test]
fn files_say_what_lives_in_them_and_stay_short() {
    let mut complaints = Vec::new();
    for (path, text) in files("src", ".rs") {
        let name = path.to_string_lossy().into_owned();
        if !text.starts_with("//!") {
            complaints.push(format!("{name}: does not begin with what lives in it"));
        }
        let lines = text.lines().count();
        if lines > 600 && !name.ends_with("_constants.rs") {
            complaints.push(format!("{name}: {lines} lines; a file past 600 wants to become a folder"));
        }
    }
    check(complaints);
}

#[test]
fn exported_functions_are_documented_and_guarded() {
    // What has no guard: functions that must not reset the last error, or that cannot fail.
    let unguarded = ["api/error.rs"];
    let mut complaints = Vec::new();
    for (path, text) in files("src/api", ".rs") {
        let name = path.to_string_lossy().into_owned();
        let lines: Vec<&str> = text.lines().collect();
        for (at, _) in lines.iter().enumerate().filter(|(_, line)| line.trim() == "#[unsafe(no_mangle)]") {
            if at == 0 || !lines[at - 1].starts_with("///") {
                complaints.push(format!("{name}:{}: an exported function without a word about it", at + 2));
            }
        }
        if unguarded.iter().any(|exception| name.ends_with(exception)) {
            continue;
        }
        let exported = lines.iter().filter(|line| line.trim() == "#[unsafe(no_mangle)]").count();
        if exported > 0 && !text.contains("entry(") {
            complaints.push(format!("{name}: exports functions and never calls the guard"));
        }
    }
    check(complaints);
}

#[test]
fn nothing_is_left_for_later() {
    let marks = ["todo!(", "unimplemented!(", "TODO", "FIXME", "XXX", "dbg!("];
    let mut complaints = Vec::new();
    for folder in ["src", "libs", "examples", "tests-c"] {
        for ending in [".rs", ".c", ".py", ".h"] {
            for (path, text) in files(folder, ending) {
                for (at, line) in text.lines().enumerate() {
                    // mkdtemp wants six of them.
                    let line = line.replace("XXXXXX", "");
                    if marks.iter().any(|mark| line.contains(mark)) {
                        complaints.push(format!("{}:{}: left for later", path.display(), at + 1));
                    }
                }
            }
        }
    }
    check(complaints);
}
