//! What the libraries show to the dynamic linker: exactly the public symbols, each at its node, the soname, and what they
//! are linked to. The main library is the one that cargo built for these tests; those of the staged tree, all four, are
//! looked at where there is one (`make` makes it, `make check` does so first).

#[path = "../libs/script.rs"]
mod script;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

struct Library {
    soname: &'static str,
    script: &'static str,
    /// How many symbols the original of 12.8.0 has.
    symbols: usize,
}

const MAIN: Library = Library { soname: "libvirt.so.0", script: "src/abi/libvirt.map", symbols: 526 };

const SISTERS: [Library; 3] = [
    Library { soname: "libvirt-qemu.so.0", script: "libs/qemu/libvirt-qemu.map", symbols: 6 },
    Library { soname: "libvirt-lxc.so.0", script: "libs/lxc/libvirt-lxc.map", symbols: 4 },
    Library { soname: "libvirt-admin.so.0", script: "libs/admin/libvirt-admin.map", symbols: 33 },
];

/// What any of them may be linked to; a sister also to the main library.
const SYSTEM: [&str; 3] = ["libc.so.6", "libgcc_s.so.1", "ld-linux"];

fn output(program: &str, arguments: &[&str], file: &Path) -> String {
    let result = Command::new(program).args(arguments).arg(file).output();
    let result = result.unwrap_or_else(|error| panic!("{program} (binutils): {error}"));
    assert!(result.status.success(), "{program} {}: {}", file.display(), String::from_utf8_lossy(&result.stderr));
    String::from_utf8(result.stdout).expect("symbols are ASCII")
}

/// "symbol@@node" of each symbol that a library defines; nodes themselves are absolute symbols.
fn defined(file: &Path) -> BTreeSet<String> {
    let listing = output("nm", &["-D", "--defined-only", "--with-symbol-versions"], file);
    let symbols = listing.lines().filter_map(|line| match *line.split_whitespace().collect::<Vec<_>>() {
        [_, "A", _] => None,
        [_, _, symbol] => Some(symbol.to_owned()),
        _ => panic!("not known what this line of nm says: {line}"),
    });
    symbols.collect()
}

fn check(library: &Library, file: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join(library.script)).expect("a readable version script");
    let wanted = script::symbols(&text).into_iter().map(|(symbol, node)| format!("{symbol}@@{node}"));
    let (wanted, found): (BTreeSet<String>, _) = (wanted.collect(), defined(file));
    let missing: Vec<_> = wanted.difference(&found).collect();
    let surplus: Vec<_> = found.difference(&wanted).collect();
    assert!(missing.is_empty() && surplus.is_empty(), "{}: missing {missing:?}, surplus {surplus:?}", file.display());
    assert_eq!(found.len(), library.symbols, "{}", file.display());

    let dynamic = output("readelf", &["-dW"], file);
    let named = |tag: &str| {
        let lines = dynamic.lines().filter(|line| line.contains(tag)).map(str::to_owned).collect::<Vec<_>>();
        let names = lines.iter().filter_map(|line| Some(line.split_once('[')?.1.trim_end_matches(']').to_owned()));
        names.collect::<Vec<_>>()
    };
    assert_eq!(named("(SONAME)"), [library.soname]);
    for needed in named("(NEEDED)") {
        let sister = library.soname != MAIN.soname && needed == MAIN.soname;
        assert!(sister || SYSTEM.iter().any(|name| needed.starts_with(name)), "{} needs {needed}", file.display());
    }
}

#[test]
fn the_main_library_shows_its_symbols() {
    let test = env::current_exe().expect("a path to this test");
    check(&MAIN, &test.with_file_name("libvirt.so"));
}

#[test]
fn the_staged_libraries_show_their_symbols() {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("build/lib");
    if folder.is_dir() {
        SISTERS.iter().chain([&MAIN]).for_each(|library| check(library, &folder.join(library.soname)));
    }
}
