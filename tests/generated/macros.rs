//! The function-like macros of the headers, which have no counterpart in Rust: they stand in ".h" files beside the types
//! that they work on, and go into the headers as they are.

use std::fs;
use std::path::Path;

/// One macro.
pub struct Macro {
    pub name: String,
    /// The arguments, as in `(cpumap, cpu)`; none for a macro that takes none.
    pub arguments: Option<String>,
    pub body: String,
    pub doc: String,
    /// All of it, with the comment, as it stands in the file.
    pub text: String,
}

/// Reads a file of macros, none when there is no such file. Macros stand apart by empty lines, each with its comment.
pub fn read(path: &Path) -> Vec<Macro> {
    let Ok(text) = fs::read_to_string(path) else { return Vec::new() };
    text.split("\n\n").filter(|block| block.contains("#define")).map(|block| parse(block, path)).collect()
}

fn parse(block: &str, path: &Path) -> Macro {
    let (comment, definition) = block
        .split_once("#define ")
        .filter(|(comment, _)| comment.trim_end().ends_with("*/"))
        .unwrap_or_else(|| panic!("{}: a comment and one #define are wanted here:\n{block}", path.display()));
    let definition = definition.replace("\\\n", " ");
    let end = definition.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(definition.len());
    let (name, rest) = definition.split_at(end);
    let (arguments, body) = match rest.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((arguments, body)) => (Some(arguments.to_owned()), body),
        None => (None, rest),
    };
    let doc = comment.lines().map(|line| line.trim_matches(|c: char| c.is_whitespace() || c == '/' || c == '*'));
    Macro {
        name: name.to_owned(),
        arguments,
        body: body.split_whitespace().collect::<Vec<_>>().join(" "),
        doc: doc.collect::<Vec<_>>().join("\n").trim().to_owned(),
        text: block.trim().to_owned(),
    }
}
