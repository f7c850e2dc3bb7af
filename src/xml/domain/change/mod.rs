//! What calls on a domain change in its definition, and what they read from it: the same for every driver.

mod iothread;
mod vcpu;
