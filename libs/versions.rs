//! Symbol versions for a build script: the version script for the linker, and `symver!` for the code.

#[path = "script.rs"]
mod script;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

/// Links the cdylib under `soname` with the version script `map` (relative to the crate), and writes `$OUT_DIR/symver.rs`:
/// a macro with one arm for each symbol of the script.
///
/// Only lld, which rustc brings along and uses by default, accepts a second version script beside rustc's own.
pub fn link(map: &str, soname: &str) {
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets it");
    let path = Path::new(&root).join(map);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));

    let mut arms = String::new();
    for (symbol, node) in script::symbols(&text) {
        let directive = format!(".symver {symbol}, {symbol}@@@{node}");
        writeln!(arms, "    ({symbol}) => {{ core::arch::global_asm!(\"{directive}\"); }};").expect("memory");
    }
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("symver.rs");
    fs::write(&out, format!("macro_rules! symver {{\n{arms}}}\n"))
        .unwrap_or_else(|error| panic!("{}: {error}", out.display()));

    println!("cargo:rerun-if-changed={}", path.display());
    for argument in ["-Wl,-z,nodelete", "-Wl,--fatal-warnings"] {
        println!("cargo:rustc-cdylib-link-arg={argument}");
    }
    println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,{soname}");
    println!("cargo:rustc-cdylib-link-arg=-Wl,--version-script={}", path.display());
}

/// Links a sister to libvirt.so, which lies in the profile's folder, four levels above `OUT_DIR`.
#[allow(dead_code)] // the main library's build script has no use for it
pub fn link_to_libvirt() {
    let out = env::var("OUT_DIR").expect("cargo sets it");
    let profile = Path::new(&out).ancestors().nth(3).expect("a folder of cargo's").display();
    println!("cargo:rustc-cdylib-link-arg=-L{profile}");
    println!("cargo:rustc-cdylib-link-arg=-lvirt");
}
