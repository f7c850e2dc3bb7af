//! What calls on a domain change in its definition, and what they read from it: the same for every driver.

mod bandwidth;
mod blkio;
mod disk;
mod iothread;
mod iotune;
mod numatune;
mod perf;
mod vcpu;
