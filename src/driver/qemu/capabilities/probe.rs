//! Asks an emulator what it can do: started without a machine, all questions at once (QMP over its standard input and output).

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::driver::qemu::error;
use crate::error::Result;
use crate::types::*;

/// No emulator needs so long to start and answer, on the slowest of machines.
const PATIENCE: Duration = Duration::from_secs(30);
/// How much of what it complained of is told.
const LAST_WORDS: u64 = 2000;

/// The answers to the questions; null for what this emulator does not understand. `accelerator` is QEMU's word for how it would run
/// machines: `kvm:tcg` takes KVM where it can. What is asked then may depend on the answers: `more` gets all that there are and
/// gives further questions, until it has none.
///
/// # Errors
/// `VIR_ERR_OPERATION_FAILED` with the emulator's own words when it ends too early; `VIR_ERR_OPERATION_TIMEOUT` when it does not answer.
pub fn ask(
    binary: &Path,
    accelerator: &str,
    questions: &[&str],
    more: impl FnMut(&[Value]) -> Vec<String> + Send,
) -> Result<Vec<Value>> {
    let name = binary.display();
    let failed = |text: String| error(VIR_ERR_OPERATION_FAILED, text);
    let machine = format!("none,accel={accelerator}");
    let mut child = Command::new(binary)
        .args(["-S", "-no-user-config", "-nodefaults", "-nographic", "-machine", &machine, "-qmp", "stdio"])
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|cause| failed(format!("cannot start '{name}': {cause}")))?;
    let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(failed(format!("cannot talk to '{name}'")));
    };
    let (answered, answers) = channel();
    thread::scope(|scope| {
        scope.spawn(move || {
            let _ = answered.send(talk(to, from, questions, more));
        });
        let answers = answers.recv_timeout(PATIENCE);
        // It is not asked to quit: it would do so before its last answers are through the pipe.
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

fn talk(
    mut to: ChildStdin,
    from: impl Read,
    questions: &[&str],
    mut more: impl FnMut(&[Value]) -> Vec<String>,
) -> Option<Vec<Value>> {
    let mut lines = BufReader::new(from).lines().map_while(|line| line.ok());
    // An emulator that is gone says why on its other output.
    let mut say = |questions: &[&str]| to.write_all((questions.join("\n") + "\n").as_bytes()).ok();
    say(&[r#"{"execute":"qmp_capabilities"}"#])?;
    say(questions)?;
    let mut answers = read(&mut lines, questions.len() + 1)?;
    answers.remove(0);
    loop {
        let more = more(&answers);
        if more.is_empty() {
            return Some(answers);
        }
        say(&more.iter().map(String::as_str).collect::<Vec<_>>())?;
        answers.extend(read(&mut lines, more.len())?);
    }
}

/// The next answers; greetings and events are passed over.
fn read(lines: &mut impl Iterator<Item = String>, count: usize) -> Option<Vec<Value>> {
    let mut answers = Vec::new();
    while answers.len() < count {
        let mut message: Value = serde_json::from_str(&lines.next()?).ok()?;
        if let Some(answer) = message.get_mut("return") {
            answers.push(answer.take());
        } else if message.get("error").is_some() {
            answers.push(Value::Null);
        }
    }
    Some(answers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_stand_in_the_order_of_the_questions() {
        let lines = [
            r#"{"QMP":{}}"#,
            r#"{"return":0}"#,
            r#"{"event":"X"}"#,
            r#"{"error":{"class":"CommandNotFound"}}"#,
            r#"{"return":2}"#,
        ];
        let mut lines = lines.into_iter().map(str::to_owned);
        assert_eq!(read(&mut lines, 2).unwrap(), [Value::from(0), Value::Null]);
        assert_eq!(read(&mut lines, 1).unwrap(), [Value::from(2)]);
        assert_eq!(read(&mut lines, 1), None);
    }

    #[test]
    fn programs_that_are_no_emulators_say_so() {
        let failure = ask(Path::new("/bin/false"), "tcg", &[], |_| Vec::new()).unwrap_err();
        assert_eq!(failure.code(), VIR_ERR_OPERATION_FAILED);
        assert!(failure.to_string().contains("/bin/false"), "{failure}");
        let failure = ask(Path::new("/no/such"), "tcg", &[], |_| Vec::new()).unwrap_err();
        assert!(failure.to_string().contains("No such file"));
    }
}
