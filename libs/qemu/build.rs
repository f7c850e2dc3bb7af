//! Puts each function at its node and links to libvirt.so, which is built before (tools/stage).

#[path = "../versions.rs"]
mod versions;

fn main() {
    versions::link("libvirt-qemu.map", "libvirt-qemu.so.0");
    versions::link_to_libvirt();
}
