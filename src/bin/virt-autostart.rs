//! Starts machines with their host, or with a user's session. All of it is `virt::autostart`.

fn main() {
    std::process::exit(virt::autostart::run());
}
