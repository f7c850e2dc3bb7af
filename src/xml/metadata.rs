//! `<metadata>`: elements of others, one for each namespace, kept and written as libxml2 writes a tree.

mod content;

use std::collections::HashSet;

use roxmltree::{Document, Namespace, Node};

use super::element::ChildField;
use super::{Fault, Reader, Writer, syntax};
use crate::types::VIR_FROM_XML;

/// What applications keep in a definition. Other than everywhere else, attributes stand in double quotes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// Declarations and attributes of `<metadata>` itself, as they are written.
    attributes: String,
    items: Vec<Item>,
}

/// An element in somebody's namespace.
#[derive(Clone, Debug, PartialEq)]
struct Item {
    uri: String,
    tree: Tree,
}

#[derive(Clone, Debug, PartialEq)]
enum Tree {
    Element(Element),
    /// Already escaped.
    Text(String),
    /// `<![CDATA[…]]>`, without its brackets.
    Section(String),
    /// A comment or a processing instruction, with its brackets.
    Verbatim(String),
}

#[derive(Clone, Debug, PartialEq)]
struct Element {
    prefix: String,
    /// None for names in no namespace.
    uri: Option<String>,
    name: String,
    /// Prefix and URI of the namespaces declared here.
    declarations: Vec<(String, String)>,
    /// As they are written, each with a blank before it.
    attributes: String,
    children: Vec<Tree>,
}

impl Metadata {
    /// The element of that namespace, with its names as they were before [`Metadata::set`] gave them a prefix.
    pub fn get(&self, uri: &str) -> Option<String> {
        let mut tree = self.items.iter().find(|item| item.uri == uri)?.tree.clone();
        tree.walk(&mut |element| {
            if element.uri.as_deref() == Some(uri) {
                (element.prefix, element.uri) = (String::new(), None);
            }
            element.declarations.retain(|(_, declared)| declared != uri);
        });
        let mut text = String::new();
        tree.write(&mut text, Some(0));
        Some(text)
    }

    /// Puts `element` in the place of what is there for `uri`; its names without a namespace get that one, with the prefix `key`.
    ///
    /// # Errors
    /// When `element` is not XML or something stands before its root, or `key` is not a name.
    pub fn set(&mut self, element: &str, key: &str, uri: &str) -> Result<(), Fault> {
        let is_name = |c: char| c.is_alphanumeric() || "-_.".contains(c);
        let mut tree = syntax::read(element, "(metadata_xml)", |document| {
            if !key.starts_with(|c: char| c.is_alphabetic() || c == '_') || !key.chars().all(is_name) {
                let fault = Fault::internal("failed to validate prefix for a new XML namespace");
                return Err(fault.with_origin(VIR_FROM_XML));
            }
            if !begins_with_root(document) {
                // libvirt takes what stands first for the element.
                let fault = Fault::internal("failed to create a new XML namespace");
                return Err(fault.with_origin(VIR_FROM_XML));
            }
            Ok(Tree::Element(Element::of(document, document.root_element(), Blanks::Kept)))
        })?;
        tree.walk(&mut |element| {
            if element.uri.is_none() {
                (element.prefix, element.uri) = (key.to_owned(), Some(uri.to_owned()));
            }
        });
        // An element that has a namespace of its own is found by that one, as libvirt finds it.
        let mut found_by = uri.to_owned();
        if let Tree::Element(root) = &mut tree {
            root.declarations.push((key.to_owned(), uri.to_owned()));
            found_by = root.uri.clone().unwrap_or(found_by);
        }
        self.remove(uri);
        self.items.push(Item { uri: found_by, tree });
        Ok(())
    }

    /// Takes away what is there for `uri`; whether there was something.
    pub fn remove(&mut self, uri: &str) -> bool {
        let before = self.items.len();
        self.items.retain(|item| item.uri != uri);
        self.items.len() < before
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    fn of(document: &Document, node: Node) -> Self {
        let mut root = Element::of(document, node, Blanks::LeftOut);
        // Namespaces declared further up come along with the elements that use them.
        for (prefix, uri) in used_from_above(node) {
            if !root.declarations.iter().any(|(declared, _)| *declared == prefix) {
                root.declarations.push((prefix, uri));
            }
        }
        let attributes = root.head();
        let mut items: Vec<Item> = Vec::new();
        let mut uris = HashSet::new();
        for tree in root.children {
            if let Tree::Element(Element { uri: Some(uri), .. }) = &tree
                && uris.insert(uri.clone())
            {
                items.push(Item { uri: uri.clone(), tree });
            }
        }
        Self { attributes, items }
    }
}

impl ChildField for Option<Box<Metadata>> {
    fn read(&mut self, xml: &mut Reader) {
        let node = xml.whole();
        *self = Some(Box::new(Metadata::of(node.document(), node)));
    }
    fn write(&self, name: &'static str, xml: &mut Writer) {
        let Some(metadata) = self else { return };
        xml.raw(|text, level| {
            text.extend(["<", name, &metadata.attributes]);
            if metadata.items.is_empty() {
                text.push_str("/>");
                return;
            }
            text.push('>');
            for item in &metadata.items {
                break_line(text, level + 1);
                item.tree.write(text, Some(level + 1));
            }
            break_line(text, level);
            text.extend(["</", name, ">"]);
        });
    }
}

impl Tree {
    fn walk(&mut self, change: &mut impl FnMut(&mut Element)) {
        if let Self::Element(element) = self {
            change(element);
            element.children.iter_mut().for_each(|child| child.walk(change));
        }
    }

    /// `level` is the depth at which it is indented; none inside an element that has text.
    fn write(&self, out: &mut String, level: Option<usize>) {
        let element = match self {
            Self::Text(text) | Self::Verbatim(text) => return out.push_str(text),
            // What would end a section is written as two.
            Self::Section(text) => return out.extend(["<![CDATA[", &text.replace("]]>", "]]]]><![CDATA[>"), "]]>"]),
            Self::Element(element) => element,
        };
        out.push('<');
        element.write_name(out);
        out.push_str(&element.head());
        if element.children.is_empty() {
            return out.push_str("/>");
        }
        out.push('>');
        let mixed = element.children.iter().any(|child| matches!(child, Self::Text(_) | Self::Section(_)));
        let inside = level.filter(|_| !mixed).map(|level| level + 1);
        for child in &element.children {
            if let Some(level) = inside {
                break_line(out, level);
            }
            child.write(out, inside);
        }
        if let (Some(_), Some(level)) = (inside, level) {
            break_line(out, level);
        }
        out.push_str("</");
        element.write_name(out);
        out.push('>');
    }
}

fn break_line(out: &mut String, level: usize) {
    out.push('\n');
    // libxml2 indents no further.
    out.extend(std::iter::repeat_n("  ", level.min(30)));
}

impl Element {
    fn of(document: &Document, node: Node, blanks: Blanks) -> Self {
        let text = document.input_text();
        let name = &text[node.range().start + 1..];
        let name = &name[..name.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(name.len())];
        // Most elements declare nothing; then the parser gives them what holds around them.
        let tag = text.get(node.range()).unwrap_or_default();
        let tag = tag.split_inclusive('<').nth(1).unwrap_or_default();
        let above: HashSet<_> = match tag.contains("xmlns") {
            true => node.parent_element().into_iter().flat_map(|parent| parent.namespaces()).map(declaration).collect(),
            false => HashSet::new(),
        };
        let declarations = tag.contains("xmlns").then(|| node.namespaces().map(declaration)).into_iter().flatten();
        let declarations = declarations.filter(|declared| !above.contains(declared));
        let mut attributes = String::new();
        for attribute in node.attributes() {
            attributes.extend([" ", &text[attribute.range_qname()], "=\""]);
            escape(attribute.value(), true, &mut attributes);
            attributes.push('"');
        }
        let uri = node.tag_name().namespace().filter(|uri| !uri.is_empty());
        // A prefix that was never declared is a part of the name.
        let uri = uri.filter(|uri| !uri.starts_with(syntax::UNDECLARED));
        let (prefix, name) = match (uri, name.split_once(':')) {
            (Some(_), Some(parts)) => parts,
            _ => ("", name),
        };
        Self {
            prefix: prefix.to_owned(),
            uri: uri.map(str::to_owned),
            name: name.to_owned(),
            declarations: declarations.map(|(prefix, uri)| (prefix.to_owned(), uri.to_owned())).collect(),
            attributes,
            children: content::children(document, node, blanks),
        }
    }

    fn write_name(&self, out: &mut String) {
        if !self.prefix.is_empty() {
            out.extend([&self.prefix, ":"]);
        }
        out.push_str(&self.name);
    }

    /// Declarations and attributes.
    fn head(&self) -> String {
        let mut head = String::new();
        for (prefix, uri) in self.declarations.iter().filter(|(_, uri)| !uri.starts_with(syntax::UNDECLARED)) {
            head.push_str(" xmlns");
            if !prefix.is_empty() {
                head.extend([":", prefix]);
            }
            head.push_str("=\"");
            escape(uri, true, &mut head);
            head.push('"');
        }
        head.push_str(&self.attributes);
        head
    }
}

/// What becomes of blanks between elements.
#[derive(Clone, Copy, PartialEq)]
enum Blanks {
    Kept,
    /// Where they are layout, see [`content`].
    LeftOut,
}

/// Whether no comment, instruction or document type stands before the root element.
fn begins_with_root(document: &Document) -> bool {
    let before = &document.input_text()[..document.root_element().range().start];
    let before = before.trim_start_matches('\u{feff}');
    let declaration = before.strip_prefix("<?xml ").and_then(|rest| rest.split_once("?>"));
    declaration.map_or(before, |(_, behind)| behind).trim_ascii().is_empty()
}

fn used_from_above(node: Node) -> Vec<(String, String)> {
    let Some(parent) = node.parent_element() else { return Vec::new() };
    let used: HashSet<_> = node.descendants().filter_map(|below| below.tag_name().namespace()).collect();
    let used = parent.namespaces().map(declaration).filter(|(_, uri)| used.contains(uri));
    used.map(|(prefix, uri)| (prefix.to_owned(), uri.to_owned())).collect()
}

/// Prefix and URI; the prefix is empty for names without one.
fn declaration<'d>(namespace: &'d Namespace) -> (&'d str, &'d str) {
    (namespace.name().unwrap_or_default(), namespace.uri())
}

/// As libxml2 writes text, and attributes, where line ends and letters beyond ASCII become numbers.
fn escape(text: &str, attribute: bool, out: &mut String) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' if attribute => out.push_str("&quot;"),
            '\n' | '\t' if attribute => out.push_str(&format!("&#{};", u32::from(c))),
            '\r' => out.push_str("&#13;"),
            c if attribute && !c.is_ascii() => out.push_str(&format!("&#x{:X};", u32::from(c))),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Dump, Read, Root, format, parse};
    use super::*;
    use crate::element;

    element! {
        pub struct Thing {
            metadata: Option<Box<Metadata>> = child("metadata"),
        }
    }

    impl Root for Thing {
        const NAME: &'static str = "thing";
        const LABEL: &'static str = "thing";
        const ORIGIN: crate::error::Origin = VIR_FROM_XML;
    }

    fn written(metadata: &str) -> String {
        let text = format!("<thing xmlns:z='zz'>{metadata}</thing>");
        let (thing, unknown) = parse::<Thing>(&text, Read::default()).expect("valid");
        assert_eq!(unknown, []);
        let text = format(&thing, Dump::default());
        text.strip_prefix("<thing>\n").and_then(|text| text.strip_suffix("</thing>\n")).expect("in a thing").to_owned()
    }

    #[test]
    fn is_written_as_libxml2_does() {
        assert_eq!(
            written(
                "<metadata>\n<a:a xmlns:a='x'>\n<a:b c=\"1'\" d='2\"'/><!-- hi --></a:a>\n\n<c xmlns='k'>t<d/></c></metadata>"
            ),
            "  <metadata>\n    <a:a xmlns:a=\"x\">\n      <a:b c=\"1'\" d=\"2&quot;\"/>\n      <!-- hi -->\n    </a:a>\n    \
             <c xmlns=\"k\">t<d/></c>\n  </metadata>\n"
        );
        assert_eq!(
            written("<metadata a='b'><a:a xmlns:a='x'>\n <b/>  mixed <c/> \n</a:a><a:b xmlns:a='x'/></metadata>"),
            "  <metadata a=\"b\">\n    <a:a xmlns:a=\"x\"><b/>  mixed <c/> \n</a:a>\n  </metadata>\n"
        );
        assert_eq!(
            written("<metadata><z:a><z:b> </z:b></z:a></metadata>"),
            "  <metadata xmlns:z=\"zz\">\n    <z:a>\n      <z:b> </z:b>\n    </z:a>\n  </metadata>\n"
        );
    }

    #[test]
    fn sections_stay_sections() {
        let within = |text: &str| {
            let text = written(&format!("<metadata><a:a xmlns:a='x'>{text}</a:a></metadata>"));
            let text = text.strip_prefix("  <metadata>\n    <a:a xmlns:a=\"x\">").expect("one element");
            text.strip_suffix("</a:a>\n  </metadata>\n").expect("one element").to_owned()
        };
        assert_eq!(within("t&amp;<![CDATA[b<c]]>u"), "t&amp;<![CDATA[b<c]]>u");
        assert_eq!(within("<![CDATA[a\r\nb]]>\r\n&#13;&#x41;"), "<![CDATA[a\nb]]>\n&#13;A");
        assert_eq!(within("<![CDATA[x]]> <![CDATA[y]]>"), "<![CDATA[xy]]>");
        assert_eq!(within("<![CDATA[]]]]><![CDATA[>]]>"), "<![CDATA[]]]]><![CDATA[>]]>");
        assert_eq!(within("<a:b/> <![CDATA[]]>\n"), "<a:b/><![CDATA[]]>");
        // Blanks are layout unless text came before.
        assert_eq!(within("<![CDATA[x]]> y <a:b/> <a:c/> "), "<![CDATA[x]]> y <a:b/> <a:c/> ");
        assert_eq!(within("x<![CDATA[a]]> <![CDATA[b]]> "), "x<![CDATA[a]]> <![CDATA[b]]> ");
        assert_eq!(within("<a:z/>t <a:b/> <a:c/>"), "<a:z/>t <a:b/><a:c/>");
        assert_eq!(within(" &#32; <a:b/> <a:c/>"), "   <a:b/> <a:c/>");
    }

    #[test]
    fn what_is_in_no_namespace_is_not_kept() {
        assert_eq!(written("<metadata>text<a>1</a><b:c>2</b:c></metadata>"), "  <metadata/>\n");
    }

    #[test]
    fn elements_are_found_by_their_namespace() {
        let mut metadata = Metadata::default();
        metadata.set("<foo a='1'><b>é</b><c/> </foo>", "k", "http://x").expect("valid");
        assert_eq!(metadata.get("http://x").as_deref(), Some("<foo a=\"1\"><b>é</b><c/> </foo>"));
        metadata.set("<foo xmlns:z='zz'><z:b>é</z:b></foo>", "k2", "http://x").expect("valid");
        assert_eq!(metadata.get("http://x").as_deref(), Some("<foo xmlns:z=\"zz\">\n  <z:b>é</z:b>\n</foo>"));
        let thing = Thing { metadata: Some(Box::new(metadata.clone())) };
        assert_eq!(
            format(&thing, Dump::default()),
            "<thing>\n  <metadata>\n    <k2:foo xmlns:z=\"zz\" xmlns:k2=\"http://x\">\n      <z:b>é</z:b>\n    </k2:foo>\n  \
             </metadata>\n</thing>\n"
        );
        assert!(metadata.set("<foo", "k", "http://x").is_err());
        assert!(metadata.set("<foo/>", "1 k", "http://x").is_err());
        for before in ["<!-- c -->", "<?p i?>", "<!DOCTYPE foo>"] {
            assert!(metadata.set(&format!("{before}<foo/>"), "k", "http://x").is_err(), "{before}");
        }
        assert_eq!(metadata.get("http://x").as_deref(), Some("<foo xmlns:z=\"zz\">\n  <z:b>é</z:b>\n</foo>"));
        assert!(metadata.remove("http://x") && !metadata.remove("http://x") && metadata.is_empty());
    }
}
