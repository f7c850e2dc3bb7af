//! libvirt's C API without a daemon. Where things are: ARCHITECTURE.md.
