//! All of `virt-autostart`: starts the machines that are marked to start with their host, side by side, and says which could not be.

use std::env;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use parking_lot::Mutex;

use crate::connect;
use crate::driver::Nobody;
use crate::error::Result;
use crate::object::{Connection, Domain};
use crate::sys;
use crate::types::*;

const USAGE: &str = "usage: virt-autostart [URI]
Starts all machines that are marked to start with their host and do not run: those of qemu:///system for root, else of
qemu:///session, or those of URI. Marks of machines that start once are taken away. Exit status 1: some could not be started.";

/// So many are started at a time.
const SIDE_BY_SIDE: usize = 16;

/// Does it; the exit status.
pub fn run() -> i32 {
    let mut arguments = env::args().skip(1);
    let own = if sys::is_root() { "qemu:///system" } else { "qemu:///session" };
    let uri = match (arguments.next(), arguments.next()) {
        (Some(word), _) if word == "-h" || word == "--help" => {
            println!("{USAGE}");
            return 0;
        }
        (uri, None) => uri.unwrap_or_else(|| own.to_owned()),
        (_, Some(_)) => {
            eprintln!("{USAGE}");
            return 2;
        }
    };
    match start_all(&uri) {
        Ok(true) => 0,
        Ok(false) => 1,
        Err(error) => {
            eprintln!("virt-autostart: {uri}: {error}");
            1
        }
    }
}

/// Whether all were started that are marked.
fn start_all(uri: &str) -> Result<bool> {
    let connection = connect::open(Some(uri), &Nobody, 0)?;
    let domains = connection.driver.domains()?;
    let stopped = domains.list(&connection, VIR_CONNECT_LIST_DOMAINS_INACTIVE | VIR_CONNECT_LIST_DOMAINS_PERSISTENT)?;
    let is_marked = |domain: &Arc<Domain>| {
        let marks = [domains.autostart(domain), domains.autostart_once(domain)];
        marks.into_iter().any(|mark| mark.unwrap_or(false))
    };
    let marked: Vec<Arc<Domain>> = stopped.into_iter().filter(is_marked).collect();
    let threads = marked.len().min(SIDE_BY_SIDE);
    let (waiting, all_well) = (Mutex::new(marked), AtomicBool::new(true));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(domain) = { waiting.lock().pop() } {
                    if let Err(error) = start(&connection, &domain) {
                        eprintln!("virt-autostart: domain '{}': {error}", domain.name());
                        all_well.store(false, Ordering::Relaxed);
                    }
                }
            });
        }
    });
    Ok(all_well.into_inner())
}

fn start(connection: &Connection, domain: &Domain) -> Result<()> {
    let domains = connection.driver.domains()?;
    // Before the start: one that brings the host down is not to do so again.
    let unmarked = match domains.autostart_once(domain)? {
        true => domains.set_autostart_once(domain, false),
        false => Ok(()),
    };
    match domains.start(domain, &[], 0) {
        // Somebody else was faster.
        Err(_) if domains.is_active(domain).unwrap_or(false) => unmarked,
        started => started.and(unmarked),
    }
}
