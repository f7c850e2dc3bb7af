//! Reads the version script, src/abi/libvirt.map, twice: for the linker, and as a macro that puts each function at its node.

#[path = "libs/versions.rs"]
mod versions;

fn main() {
    versions::link("src/abi/libvirt.map", "libvirt.so.0");
}
