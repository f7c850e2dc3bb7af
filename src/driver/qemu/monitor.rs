//! Commands to QEMU through a machine's supervisor, and what is said of their replies.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Root, error};
use crate::error::Result;
use crate::object::Domain;
use crate::supervisor::Failure;
use crate::supervisor::client::{Command, Connection};
use crate::types::*;

/// Lets the guest run.
pub const CONTINUE: &str = r#"{"execute":"cont"}"#;
/// How often a command is sent again when the supervisor dies over it; each time another one has been found or started.
const TRIES: u32 = 3;

/// Sends a command of which only the success counts, and which may be sent twice.
///
/// # Errors
/// Those of [`ask`], and `VIR_ERR_OPERATION_INVALID` when the machine does not run.
pub fn run(root: &Root, domain: &Domain, command: &Command) -> Result<()> {
    call(root, domain, command).map(drop)
}

/// Sends a command that may be sent twice; what it returns.
///
/// # Errors
/// As [`run`].
pub fn call(root: &Root, domain: &Domain, command: &Command) -> Result<Value> {
    let name = domain.name();
    for _ in 1..TRIES {
        match root.supervisor(domain)?.execute(command) {
            Err(Failure::SupervisorDied) => {}
            replied => return returned(replied, name, command),
        }
    }
    ask(&root.supervisor(domain)?, name, command)
}

/// The text of a command; without arguments for those that are `null`.
pub fn text(command: &str, arguments: Value) -> String {
    match arguments {
        Value::Null => json!({ "execute": command }).to_string(),
        arguments => json!({ "execute": command, "arguments": arguments }).to_string(),
    }
}

/// Sends a command; what it returns.
///
/// # Errors
/// `VIR_ERR_OPERATION_FAILED` with QEMU's own words when it refuses; those of [`Connection::execute`].
pub fn ask(supervisor: &Connection, name: &str, command: &Command) -> Result<Value> {
    returned(supervisor.execute(command), name, command)
}

/// Lets the guest of a machine that waits run, for that reason.
///
/// # Errors
/// As [`ask`].
pub fn let_run(supervisor: &Connection, name: &str, reason: virDomainRunningReason, deadline: Duration) -> Result<()> {
    let command = Command { text: CONTINUE, deadline, resumes: Some(reason), ..Command::default() };
    ask(supervisor, name, &command).map(drop)
}

fn returned(reply: Result<String, Failure>, name: &str, command: &Command) -> Result<Value> {
    let reply = reply.map_err(|failure| failure.into_error(name))?;
    let mut reply: Value = serde_json::from_str(&reply).map_err(|cause| {
        error(VIR_ERR_OPERATION_FAILED, format!("domain '{name}': QEMU's reply is no JSON: {cause}"))
    })?;
    if let Some(refusal) = reply.get("error") {
        let words = refusal.get("desc").and_then(Value::as_str).unwrap_or("no reason given");
        let asked: Value = serde_json::from_str(command.text).unwrap_or_default();
        let asked = asked.get("execute").and_then(Value::as_str).unwrap_or(command.text);
        let text = format!("domain '{name}': unable to execute QEMU command '{asked}': {words}");
        return Err(error(VIR_ERR_OPERATION_FAILED, text));
    }
    Ok(reply.get_mut("return").map_or(Value::Null, Value::take))
}
