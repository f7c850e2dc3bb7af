//! Documents that are not XML: what is wrong with them, in the words of libxml2, which programs see through libvirt.

use roxmltree::{Document, Error, ParsingOptions, TextPos};

use super::Fault;

/// As libxml2's limit. Models that hold themselves (`<backingStore>`) recurse at most so deep.
const MAX_DEPTH: usize = 256;

/// How the namespaces begin that [`declare_prefixes`] invents.
pub(super) const UNDECLARED: &str = "undeclared:";

/// Parses `text`. A document type is let through, as libvirt does: entities are expanded at most ten deep and 255 times each.
pub(super) fn document(text: &str) -> Result<Document<'_>, Error> {
    Document::parse_with_options(text, ParsingOptions { allow_dtd: true, ..ParsingOptions::default() })
}

pub(super) fn check_depth(document: &Document, label: &str) -> Result<(), Fault> {
    // Most documents have fewer nodes than that.
    if document.root().descendants().nth(MAX_DEPTH).is_none() {
        return Ok(());
    }
    let mut depth = 1;
    let mut node = document.root_element();
    loop {
        if depth > MAX_DEPTH {
            let place = document.text_pos_at(node.range().start);
            let what = format!("Excessive depth in document: {MAX_DEPTH} use XML_PARSE_HUGE option");
            return Err(complaint(document.input_text(), &format!("({label})"), place, &what));
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

pub(super) fn fault(text: &str, label: &str, error: &Error) -> Fault {
    file_fault(text, &format!("({label})"), error)
}

/// As [`fault`], with the path of the file that the text stands in.
pub(super) fn file_fault(text: &str, path: &str, error: &Error) -> Fault {
    let (place, what) = what(text, error);
    complaint(text, path, place, &what)
}

/// libvirt's layout: place, complaint, the line, and an arrow below the place.
fn complaint(text: &str, source: &str, place: TextPos, what: &str) -> Fault {
    let line = text.lines().nth(place.row as usize - 1);
    let arrow = line.map_or(0, |_| place.col as usize - 1);
    let line = line.unwrap_or("(null)");
    let text = format!("{source}:{}: {what}\n{line}\n{:->width$}", place.row, "^", width = arrow + 1);
    Fault { place: (place.row, place.col), ..Fault::detail(text) }
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
        Error::MalformedEntityReference(_) => (behind(1), "xmlParseEntityRef: no name".to_owned()),
        Error::EntityReferenceLoop(_) => (pos, "Detected an entity reference loop".to_owned()),
        Error::InvalidAttributeValue(_) => (pos, "Unescaped '<' not allowed in attributes values".to_owned()),
        Error::DuplicatedAttribute(name, _) => (pos, format!("Attribute {name} redefined")),
        Error::DuplicatedNamespace(name, _) => (pos, format!("Attribute xmlns:{name} redefined")),
        Error::UnexpectedDeclaration(_) => {
            (pos, "XML declaration allowed only at the start of the document".to_owned())
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
/// so that nobody mistakes them for ours.
pub(super) fn declare_prefixes(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..16 {
        let Err(Error::UnknownNamespace(prefix, _)) = document(&text) else { break };
        let Some(root) = root_name_end(&text) else { break };
        text.insert_str(root, &format!(" xmlns:{prefix}='{UNDECLARED}{prefix}'"));
    }
    text
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
