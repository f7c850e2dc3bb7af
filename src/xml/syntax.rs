//! Documents that are not XML: what is wrong with them, in the words of libxml2, which programs see through libvirt.

use roxmltree::{Document, Error, ParsingOptions, TextPos};

use super::Fault;
use super::limits::{self, Excess, MOST_DEPTH};
use super::place::position;
use super::tag::{self, Broken};
use crate::error::excerpt;

/// How the namespaces begin that [`declare_prefixes`] invents.
pub(super) const UNDECLARED: &str = "undeclared:";

/// Bytes of the longest line that a complaint shows whole.
const LONGEST_LINE: usize = 1000;

/// Parses `text` and gives the document to `read`. `source` is what complaints say where it stands: `(domain_definition)`,
/// or a file's path.
///
/// A document type is let through, as libvirt does. What stands elsewhere (`<!ENTITY a SYSTEM 'file'>`) is never fetched
/// and counts as empty.
///
/// # Errors
/// What is not XML, what has elements too deep in each other, what would take too long; and what `read` says.
pub(super) fn read<R>(text: &str, source: &str, read: impl FnOnce(&Document) -> Result<R, Fault>) -> Result<R, Fault> {
    let excessive = |text: &str, Excess { at, what }| complaint(text, source, position(text, at), &what);
    declaration(text).and_then(|()| limits::check(text)).map_err(|excess| excessive(text, excess))?;
    let patched;
    let (text, document) = match parse(text) {
        Err(Error::UnknownNamespace(..)) => {
            patched = declare_prefixes(text);
            limits::check(&patched).map_err(|excess| excessive(&patched, excess))?;
            (patched.as_str(), parse(&patched))
        }
        other => (text, other),
    };
    let document = document.map_err(|error| match broken_tag(text, &error) {
        Some(Broken { at, what, .. }) => complaint(text, source, position(text, at), &what),
        None => {
            let (place, what) = what(text, &error);
            complaint(text, source, place, &what)
        }
    })?;
    check_depth(&document).map_err(|excess| excessive(text, excess))?;
    read(&document)
}

fn parse(text: &str) -> Result<Document<'_>, Error> {
    let options = ParsingOptions { allow_dtd: true, entity_resolver: Some(&|_, _| Ok(Some(""))), ..Default::default() };
    Document::parse_with_options(text, options)
}

/// The version that a document says that it has, at which the parser does not look. Nor does anybody look at the encoding:
/// what comes here is UTF-8, as libvirt takes it whatever is declared.
fn declaration(text: &str) -> Result<(), Excess> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some((declaration, _)) = body.strip_prefix("<?xml ").and_then(|rest| rest.split_once("?>")) else {
        return Ok(());
    };
    let Some((_, rest)) = declaration.split_once("version") else { return Ok(()) };
    let rest = rest.trim_start_matches([' ', '\t', '\r', '\n', '=']);
    let Some(version) = rest.split(['\'', '"']).nth(1) else { return Ok(()) };
    let at = text.len() - body.len() + "<?xml ".len() + (declaration.len() - rest.len()) + 1;
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|c| c.is_ascii_digit());
    match version.split_once('.') {
        Some(("1", minor)) if is_number(minor) => Ok(()),
        Some((major, minor)) if major.len() == 1 && is_number(major) && is_number(minor) => {
            let what = format!("Unsupported version '{}'", excerpt(version));
            Err(Excess { at: at + version.len() + 1, what })
        }
        _ => Err(Excess { at, what: "String not closed expecting \" or '".to_owned() }),
    }
}

fn check_depth(document: &Document) -> Result<(), Excess> {
    // Most documents have fewer nodes than that.
    if document.root().descendants().nth(MOST_DEPTH).is_none() {
        return Ok(());
    }
    let mut depth = 1;
    let mut node = document.root_element();
    loop {
        if depth > MOST_DEPTH && node.is_element() {
            return Err(Excess::depth(node.range().start));
        }
        if let Some(child) = node.first_child() {
            (node, depth) = (child, depth + 1);
            continue;
        }
        loop {
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            match node.parent() {
                Some(parent) if depth > 1 => (node, depth) = (parent, depth - 1),
                _ => return Ok(()),
            }
        }
    }
}

/// libvirt's layout: place, complaint, the line, and an arrow below the place.
fn complaint(text: &str, source: &str, place: TextPos, what: &str) -> Fault {
    let line = text.lines().nth(place.row as usize - 1);
    let arrow = line.map_or(0, |_| place.col as usize - 1);
    let (line, arrow) = clip(line.unwrap_or("(null)"), arrow);
    let text = format!("{source}:{}: {what}\n{line}\n{:->width$}", place.row, "^", width = arrow + 1);
    Fault { place: (place.row, place.col), ..Fault::detail(text) }
}

/// What is wrong with a document whose bytes are UTF-8 only up to `at`.
pub(super) fn encoding_fault(bytes: &[u8], at: usize, source: &str) -> Fault {
    let shown: Vec<String> = bytes[at..].iter().take(4).map(|byte| format!("0x{byte:02X}")).collect();
    let what = format!("Input is not proper UTF-8, indicate encoding !\nBytes: {}", shown.join(" "));
    let begin = bytes[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = bytes[begin..].split(|byte| *byte == b'\n').next().unwrap_or_default();
    let row = bytes[..begin].iter().filter(|byte| **byte == b'\n').count();
    let column = String::from_utf8_lossy(&line[..at - begin]).chars().count();
    // The line alone, with as many above it as there are.
    let text = "\n".repeat(row) + &String::from_utf8_lossy(line);
    complaint(&text, source, TextPos::new(row as u32 + 1, column as u32 + 1), &what)
}

/// What is shown of a line: all, or when it is long what stands around the letter `at`; and where that letter is then.
fn clip(line: &str, at: usize) -> (&str, usize) {
    const BEFORE: usize = 120;
    const BEHIND: usize = 40;
    if line.len() <= LONGEST_LINE {
        return (line, at);
    }
    let first = at.saturating_sub(BEFORE);
    let mut letters = line.char_indices().map(|(at, _)| at);
    let begin = letters.by_ref().nth(first).unwrap_or(line.len());
    let end = letters.nth(at - first + BEHIND - 1).unwrap_or(line.len());
    (&line[begin..end], at - first)
}

/// The place just behind the error, and libxml2's sentence.
fn what(text: &str, error: &Error) -> (TextPos, String) {
    let pos = error.pos();
    let behind = |more: usize| TextPos::new(pos.row, pos.col + more as u32);
    let end = end_of(text);
    match error {
        Error::NoRootNode if text.trim_ascii().is_empty() => (TextPos::new(end.row, 1), "Document is empty".to_owned()),
        Error::NoRootNode => (behind(0), "Start tag expected, '<' not found".to_owned()),
        Error::UnexpectedCloseTag(_, actual, _) => {
            let (name, line) = innermost(text, pos);
            let what = format!("Opening and ending tag mismatch: {name} line {line} and {actual}");
            (behind(actual.chars().count() + 3), what)
        }
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => {
            let (name, line) = innermost(text, end);
            (end, format!("Premature end of data in tag {name} line {line}"))
        }
        Error::UnknownEntityReference(name, _) => {
            (behind(name.chars().count() + 2), format!("Entity '{name}' not defined"))
        }
        Error::MalformedEntityReference(_) => malformed_reference(text, pos),
        Error::EntityReferenceLoop(_) => (pos, "Detected an entity reference loop".to_owned()),
        Error::InvalidAttributeValue(_) => (pos, "Unescaped '<' not allowed in attributes values".to_owned()),
        Error::DuplicatedAttribute(name, _) => (pos, format!("Attribute {name} redefined")),
        Error::DuplicatedNamespace(name, _) => (pos, format!("Attribute xmlns:{name} redefined")),
        Error::UnexpectedDeclaration(_) => {
            (pos, "XML declaration allowed only at the start of the document".to_owned())
        }
        Error::NonXmlChar(c @ '\u{fffe}'..='\u{ffff}', _) => {
            (pos, format!("Char 0x{:X} out of allowed range", u32::from(*c)))
        }
        Error::NonXmlChar(c, _) => (pos, format!("PCDATA invalid Char value {}", u32::from(*c))),
        Error::InvalidCharacterData(_) => (pos, "Sequence ']]>' not allowed in content".to_owned()),
        Error::InvalidChar2("a quote", ..) => (pos, "AttValue: \" or ' expected".to_owned()),
        Error::InvalidName(_) => (pos, "StartTag: invalid element name".to_owned()),
        Error::UnknownToken(_) if innermost(text, pos).0.is_empty() && text.trim_ascii_start().starts_with('<') => {
            (pos, "Extra content at the end of the document".to_owned())
        }
        Error::UnknownToken(_) => (pos, "Start tag expected, '<' not found".to_owned()),
        other => {
            let said = other.to_string();
            let said = said.rsplit_once(" at ").map_or(said.as_str(), |(what, _)| what);
            (pos, said.to_owned())
        }
    }
}

/// The tag that is not one, if that is the first thing that is wrong.
fn broken_tag(text: &str, error: &Error) -> Option<Broken> {
    let broken = tag::first_broken(text)?;
    match error {
        // Where is not told of these, or they are about the end.
        Error::UnclosedRootNode | Error::UnexpectedEndOfStream => Some(broken),
        Error::NoRootNode => text.trim_ascii_start().starts_with('<').then_some(broken),
        other => {
            let (begin, place) = (position(text, broken.tag), other.pos());
            ((begin.row, begin.col) <= (place.row, place.col)).then_some(broken)
        }
    }
}

/// What is wrong with what begins with `&` at `place`.
fn malformed_reference(text: &str, place: TextPos) -> (TextPos, String) {
    let line = text.lines().nth(place.row as usize - 1).unwrap_or_default();
    let at = line.char_indices().nth(place.col as usize - 1).map_or(line.len(), |at| at.0);
    let behind = |bytes: usize| TextPos::new(place.row, place.col + bytes as u32);
    match limits::character(&line[at..]) {
        Some((length, what)) => (behind(length), what),
        None => (behind(1), "xmlParseEntityRef: no name".to_owned()),
    }
}

fn end_of(text: &str) -> TextPos {
    let last = text.rsplit('\n').next().unwrap_or_default();
    TextPos::new(text.matches('\n').count() as u32 + 1, last.chars().count() as u32 + 1)
}

/// The element that is open at `place`, and the line where it begins; nothing and 0 outside of all elements.
fn innermost(text: &str, place: TextPos) -> (&str, usize) {
    let mut open: Vec<(&str, usize)> = Vec::new();
    let line_start: usize = text.split_inclusive('\n').take(place.row as usize - 1).map(str::len).sum();
    let column =
        text[line_start..].char_indices().nth(place.col as usize - 1).map_or(text.len() - line_start, |at| at.0);
    let before = &text[..line_start + column];
    let (mut rest, mut line) = (before, 1);
    while let Some(at) = rest.find('<') {
        let tag = &rest[at + 1..];
        line += rest[..at].matches('\n').count();
        let stop = match tag {
            _ if tag.starts_with("!--") => tag.find("-->"),
            _ if tag.starts_with("![CDATA[") => tag.find("]]>"),
            _ => tag.find('>'),
        };
        let body = &tag[..stop.unwrap_or(tag.len())];
        if body.starts_with('/') {
            open.pop();
        } else if !body.starts_with(['!', '?']) && !body.ends_with('/') {
            let name = body.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or_default();
            open.push((name, line));
        }
        line += body.matches('\n').count();
        rest = &tag[body.len()..];
    }
    open.pop().unwrap_or(("", 0))
}

/// libxml2 takes names with a prefix that was never declared as names without namespace. Here they get one of their own,
/// so that nobody mistakes them for ours: all prefixes that the root element does not declare are declared there.
fn declare_prefixes(text: &str) -> String {
    let Some(root) = root_name_end(text) else { return text.to_owned() };
    let mut patched = String::with_capacity(text.len() + 64);
    patched.push_str(&text[..root]);
    for prefix in limits::undeclared(text) {
        patched.extend([" xmlns:", prefix, "='", UNDECLARED, prefix, "'"]);
    }
    patched.push_str(&text[root..]);
    patched
}

/// Where the name of the root element ends.
fn root_name_end(text: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + text[from..].find('<')? + 1;
        let tag = &text[at..];
        let stop = match tag {
            _ if tag.starts_with("!--") => "-->",
            _ if tag.starts_with(['!', '?']) => ">",
            _ => return Some(at + tag.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>')?),
        };
        from = at + tag.find(stop)?;
    }
}
