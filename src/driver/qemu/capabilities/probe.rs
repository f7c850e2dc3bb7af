//! Asks an emulator what it can do: started without a machine, all questions at once (QMP over its standard input and output).

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::driver::qemu::error;
use crate::error::Result;
use crate::types::*;

/// In the order of the answers.
const QUESTIONS: [&str; 6] = [
    r#"{"execute":"query-version"}"#,
    r#"{"execute":"query-target"}"#,
    r#"{"execute":"query-kvm"}"#,
    r#"{"execute":"query-machines"}"#,
    r#"{"execute":"qom-list-types"}"#,
    r#"{"execute":"query-cpu-definitions"}"#,
];

/// No emulator needs so long to start and answer, on the slowest of machines.
const PATIENCE: Duration = Duration::from_secs(30);
/// How much of what it complained of is told.
const LAST_WORDS: u64 = 2000;

/// The answers to the questions; null for what this emulator does not understand.
///
/// # Errors
/// `VIR_ERR_OPERATION_FAILED` with the emulator's own words when it ends too early; `VIR_ERR_OPERATION_TIMEOUT` when it does not answer.
pub fn ask(binary: &Path) -> Result<Vec<Value>> {
    let name = binary.display();
    let failed = |text: String| error(VIR_ERR_OPERATION_FAILED, text);
    let mut child = Command::new(binary)
        .args(["-S", "-no-user-config", "-nodefaults", "-nographic", "-machine", "none,accel=kvm:tcg", "-qmp", "stdio"])
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|cause| failed(format!("cannot start '{name}': {cause}")))?;
    let (Some(mut to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(failed(format!("cannot talk to '{name}'")));
    };
    let questions =
        format!("{{\"execute\":\"qmp_capabilities\"}}\n{}\n{{\"execute\":\"quit\"}}\n", QUESTIONS.join("\n"));
    let (answered, answers) = channel();
    thread::scope(|scope| {
        scope.spawn(move || {
            // An emulator that is gone says why on its other output.
            let _ = to.write_all(questions.as_bytes());
            let _ = answered.send(read(from));
        });
        let answers = answers.recv_timeout(PATIENCE);
        let words = end(&mut child);
        match answers {
            Ok(Some(answers)) => Ok(answers),
            Ok(None) => Err(failed(format!("'{name}' ended before it told what it can do: {words}"))),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                let text = format!("'{name}' did not tell what it can do within {} seconds", PATIENCE.as_secs());
                Err(error(VIR_ERR_OPERATION_TIMEOUT, text))
            }
        }
    })
}

/// Ends the emulator, which has nothing to lose, and gives what it complained of.
fn end(child: &mut Child) -> String {
    let _ = child.kill();
    let mut words = String::new();
    if let Some(errors) = child.stderr.take() {
        let _ = errors.take(LAST_WORDS).read_to_string(&mut words);
    }
    let _ = child.wait();
    let words = words.trim().replace('\n', "; ");
    if words.is_empty() { "it said nothing".to_owned() } else { words }
}

/// The answers to the questions behind the greeting and the answer to `qmp_capabilities`; events are passed over.
fn read(from: impl Read) -> Option<Vec<Value>> {
    let mut answers = Vec::new();
    for line in BufReader::new(from).lines() {
        let mut message: Value = serde_json::from_str(&line.ok()?).ok()?;
        if let Some(answer) = message.get_mut("return") {
            answers.push(answer.take());
        } else if message.get("error").is_some() {
            answers.push(Value::Null);
        }
        if answers.len() > QUESTIONS.len() {
            answers.remove(0);
            return Some(answers);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_stand_in_the_order_of_the_questions() {
        let lines: Vec<String> =
            (0..6).map(|number| format!("{{\"return\":{number}}}\n{{\"event\":\"X\"}}\n")).collect();
        let text = format!("{{\"QMP\":{{}}}}\n{{\"return\":{{}}}}\n{}", lines.concat());
        let answers = read(text.as_bytes()).unwrap();
        assert_eq!(answers, (0..6).map(Value::from).collect::<Vec<_>>());
        let refused = text.replace("{\"return\":2}", "{\"error\":{\"class\":\"CommandNotFound\"}}");
        assert_eq!(read(refused.as_bytes()).unwrap()[2], Value::Null);
        assert_eq!(read(&text.as_bytes()[..text.len() - 30]), None);
    }

    #[test]
    fn programs_that_are_no_emulators_say_so() {
        let failure = ask(Path::new("/bin/false")).unwrap_err();
        assert_eq!(failure.code(), VIR_ERR_OPERATION_FAILED);
        assert!(failure.to_string().contains("/bin/false"), "{failure}");
        assert!(ask(Path::new("/no/such")).unwrap_err().to_string().contains("No such file"));
    }
}
