//! The process that stands by one running machine. All of it is `virt::supervisor::server`.

fn main() {
    std::process::exit(virt::supervisor::server::run());
}
