//! The supervisor with real QEMU under TCG and a guest of our own: a boot sector that does what a character on its serial line says.

mod faults;
mod kills;
mod lifecycle;
mod machine;
mod start;
