//! What stands in an element of others, piece by piece as in the document: which text was a section, and which blanks
//! libxml2 takes for layout.

use std::borrow::Cow;

use roxmltree::{Document, Node};

use super::{Blanks, Element, Tree, escape};

/// All that is in `node`.
pub(super) fn children(document: &Document, node: Node, blanks: Blanks) -> Vec<Tree> {
    let mut content = Content { trees: Vec::new(), keeps: blanks == Blanks::Kept };
    for child in node.children() {
        let source = &document.input_text()[child.range().start..];
        if child.is_element() {
            content.trees.push(Tree::Element(Element::of(document, child, blanks)));
        } else if child.is_text() {
            content.text(source, child.text().unwrap_or_default());
        } else {
            content.trees.push(Tree::Verbatim(source[..child.range().len()].to_owned()));
        }
    }
    content.trees
}

/// A part of a text as the document writes it.
#[derive(Clone, Copy)]
enum Piece<'t> {
    Data(&'t str),
    /// `&…;`
    Reference(&'t str),
    /// What stands between the brackets.
    Section(&'t str),
}

/// Takes the first piece of a text away, unless it ends here.
fn next_piece<'t>(source: &mut &'t str) -> Option<Piece<'t>> {
    const OPEN: &str = "<![CDATA[";
    const CLOSE: &str = "]]>";
    let text = *source;
    if let Some(section) = text.strip_prefix(OPEN) {
        let length = section.find(CLOSE)?;
        *source = &section[length + CLOSE.len()..];
        return Some(Piece::Section(&section[..length]));
    }
    let first = text.bytes().next().filter(|byte| *byte != b'<')?;
    let end = match first {
        b'&' => text.find(';')? + 1,
        // libxml2 begins anew at the end of a line that has two letters.
        _ => text.char_indices().skip(1).find(|(_, c)| matches!(c, '<' | '&' | '\r')).map_or(text.len(), |(at, _)| at),
    };
    *source = &text[end..];
    Some(if first == b'&' { Piece::Reference(&text[..end]) } else { Piece::Data(&text[..end]) })
}

impl<'t> Piece<'t> {
    /// None for an entity that the document declares.
    fn decoded(self) -> Option<Cow<'t, str>> {
        match self {
            Self::Data(text) | Self::Section(text) if text.contains('\r') => {
                Some(text.replace("\r\n", "\n").replace('\r', "\n").into())
            }
            Self::Data(text) | Self::Section(text) => Some(text.into()),
            Self::Reference("&lt;") => Some("<".into()),
            Self::Reference("&gt;") => Some(">".into()),
            Self::Reference("&amp;") => Some("&".into()),
            Self::Reference("&quot;") => Some("\"".into()),
            Self::Reference("&apos;") => Some("'".into()),
            Self::Reference(text) => {
                let number = text.strip_prefix("&#")?.strip_suffix(';')?;
                let number = match number.strip_prefix('x') {
                    Some(digits) => u32::from_str_radix(digits, 16),
                    None => number.parse(),
                };
                Some(char::from_u32(number.ok()?)?.to_string().into())
            }
        }
    }
}

struct Content {
    trees: Vec<Tree>,
    /// From here on, blanks are no layout.
    keeps: bool,
}

impl Content {
    /// A text that begins where `source` does and means `meant`.
    fn text(&mut self, source: &str, meant: &str) {
        let mut pieces = Vec::new();
        let mut rest = source;
        let mut left = Some(meant);
        while let Some(piece) = next_piece(&mut rest) {
            let decoded = piece.decoded();
            left = decoded.as_ref().and_then(|text| left?.strip_prefix(&**text));
            let (Some(text), Some(_)) = (decoded, left) else { break };
            pieces.push((piece, text, rest));
        }
        if left != Some("") {
            // Entities of the document's own are gone where this is read again.
            return self.data(meant, "<");
        }
        for (piece, text, behind) in pieces {
            match piece {
                Piece::Data(_) => self.data(&text, behind),
                Piece::Reference(_) => self.add(&text),
                Piece::Section(_) => match self.trees.last_mut() {
                    Some(Tree::Section(before)) => before.push_str(&text),
                    _ => self.trees.push(Tree::Section(text.into_owned())),
                },
            }
        }
    }

    fn data(&mut self, text: &str, behind: &str) {
        if self.is_layout(text, behind) {
            return;
        }
        self.keeps |= text.starts_with(|c: char| c.is_ascii_whitespace()) || !text.is_ascii();
        self.add(text);
    }

    fn is_layout(&self, text: &str, behind: &str) -> bool {
        let is_alone = self.trees.is_empty() && behind.starts_with("</");
        let is_text = |tree: Option<&Tree>| matches!(tree, Some(Tree::Text(_)));
        let among_text = is_text(self.trees.last()) || is_text(self.trees.first());
        let is_blank = text.trim_ascii().is_empty() && !behind.starts_with('&');
        is_blank && !self.keeps && !is_alone && !among_text
    }

    fn add(&mut self, text: &str) {
        if let Some(Tree::Text(before)) = self.trees.last_mut() {
            return escape(text, false, before);
        }
        let mut escaped = String::with_capacity(text.len());
        escape(text, false, &mut escaped);
        self.trees.push(Tree::Text(escaped));
    }
}
