//! `<node>`: the imagined host of `test:///FILE`, and what its domains say in the test driver's own namespace.
//! It is read only. What stands in it as a document of its own is given as that document's text.
//! Source: libvirt's page on the test driver.

use std::cell::Cell;

use roxmltree::Node as Element;

use super::{Fault, syntax};
use crate::error::excerpt;
use crate::types::*;

/// Elements in domains that are the test driver's.
const NAMESPACE: &str = "http://libvirt.org/schemas/domain/test/1.0";

/// Bytes of the longest address of a namespace that a part takes along from where it is declared.
const LONGEST_URI: usize = 200;

/// A host, with numbers as they were written.
#[derive(Debug, Default)]
pub struct Node {
    pub cpu: Cpu,
    pub memory: Option<String>,
    pub domains: Vec<Part>,
    pub networks: Vec<Part>,
    pub interfaces: Vec<Part>,
    pub pools: Vec<Part>,
    pub devices: Vec<Part>,
    pub users: Vec<User>,
}

/// `<cpu>` of a host.
#[derive(Debug, Default)]
pub struct Cpu {
    pub nodes: Option<String>,
    pub sockets: Option<String>,
    pub cores: Option<String>,
    pub threads: Option<String>,
    pub active: Option<String>,
    pub mhz: Option<String>,
    pub model: Option<String>,
}

/// Who may connect.
#[derive(Debug)]
pub struct User {
    pub name: String,
    /// Without one nobody asks for it.
    pub password: Option<String>,
}

/// An element that is a document of its own.
#[derive(Debug)]
pub enum Part {
    /// It stands in another file, whose path is relative to this one's folder.
    File(String),
    Here(Box<Inline>),
}

/// The text of an element and what is known of it besides.
#[derive(Debug)]
pub struct Inline {
    /// As a document.
    pub text: String,
    /// Lines above it in its file.
    pub above: u32,
    /// `<volume>` in a `<pool>`.
    pub volumes: Vec<Part>,
    pub imagined: Imagined,
}

/// What a `<domain>` says in the test driver's namespace, or a snapshot in it.
#[derive(Debug, Default)]
pub struct Imagined {
    /// The number of the state in which it begins.
    pub state: Option<String>,
    pub is_transient: bool,
    pub has_managed_save: bool,
    pub snapshots: Vec<Part>,
    /// Of a snapshot: whether it is the current one, as a number.
    pub is_current: Option<String>,
}

impl Node {
    /// Reads a file's text; `path` is for complaints.
    ///
    /// # Errors
    /// What is not XML, and a user without a name.
    pub fn parse(path: &str, text: &str) -> Result<Self, Fault> {
        with_root(path, text, "node", |root, lines| {
            let parts = |name| children(root, name).map(|element| part(element, name, lines)).collect();
            let cpu = children(root, "cpu").next();
            let number = |name| cpu.and_then(|cpu| children(cpu, name).find_map(content));
            Ok(Self {
                cpu: Cpu {
                    nodes: number("nodes"),
                    sockets: number("sockets"),
                    cores: number("cores"),
                    threads: number("threads"),
                    active: number("active"),
                    mhz: number("mhz"),
                    model: number("model"),
                },
                memory: children(root, "memory").find_map(content),
                domains: parts("domain"),
                networks: parts("network"),
                interfaces: parts("interface"),
                pools: parts("pool"),
                devices: parts("device"),
                users: children(root, "auth")
                    .flat_map(|auth| children(auth, "user"))
                    .map(user)
                    .collect::<Result<_, _>>()?,
            })
        })
    }
}

impl Inline {
    /// Reads a file that is a part of another, with a root element of that name.
    ///
    /// # Errors
    /// What is not XML, or another element.
    pub fn parse(path: &str, text: &str, name: &str) -> Result<Self, Fault> {
        with_root(path, text, name, |root, lines| Ok(inline(root, name, lines)))
    }

    /// Has `read` read the document. What it complains about is told where it stands in the file.
    ///
    /// # Errors
    /// What `read` says.
    pub fn read<R, E>(&self, read: impl Fn(&str) -> Result<R, E>) -> Result<R, E> {
        // As many lines above each document as there are above it in the file would make the square of the file's length.
        read(&self.text).or_else(|_| read(&("\n".repeat(self.above as usize) + &self.text)))
    }
}

fn with_root<R>(
    path: &str,
    text: &str,
    name: &str,
    read: impl FnOnce(Element, &Lines) -> Result<R, Fault>,
) -> Result<R, Fault> {
    syntax::read(text, path, |document| {
        let root = document.root_element();
        if root.tag_name().name() == name {
            return read(root, &Lines { text: document.input_text(), last: Cell::default() });
        }
        let is = excerpt(root.tag_name().name());
        let text = format!("expecting root element of '{name}', not '{is}'");
        Err(Fault::new(VIR_ERR_XML_ERROR, text).with_origin(VIR_FROM_XML))
    })
    .map_err(|fault| Fault { origin: fault.origin.or(Some(VIR_FROM_TEST)), ..fault })
}

/// Children of that name in no namespace.
fn children<'a, 'd>(parent: Element<'a, 'd>, name: &str) -> impl Iterator<Item = Element<'a, 'd>> {
    parent.children().filter(move |child| child.has_tag_name(name))
}

/// Children of that name in the test driver's namespace.
fn imagined<'a, 'd>(parent: Element<'a, 'd>, name: &str) -> impl Iterator<Item = Element<'a, 'd>> {
    parent.children().filter(move |child| child.has_tag_name((NAMESPACE, name)))
}

/// The text of an element, when there is some.
fn content(element: Element) -> Option<String> {
    let text: String = element.descendants().filter_map(|node| node.is_text().then(|| node.text()).flatten()).collect();
    Some(text).filter(|text| !text.is_empty())
}

fn user(element: Element) -> Result<User, Fault> {
    let missing =
        || Fault::new(VIR_ERR_XML_ERROR, "missing username in /node/auth/user field").with_origin(VIR_FROM_TEST);
    let password = element.attribute("password").map(str::to_owned);
    Ok(User { name: content(element).ok_or_else(missing)?, password })
}

fn part(element: Element, name: &str, lines: &Lines) -> Part {
    match element.attribute("file") {
        Some(path) => Part::File(path.to_owned()),
        None => Part::Here(Box::new(inline(element, name, lines))),
    }
}

fn inline(element: Element, name: &str, lines: &Lines) -> Inline {
    // Only where they count: copies in copies would make the square of the file's length.
    let parts_in = |owner: &str| if name == owner { Some(element) } else { None };
    let snapshots = parts_in("domain").into_iter().flat_map(|domain| imagined(domain, "domainsnapshot"));
    let volumes = parts_in("pool").into_iter().flat_map(|pool| children(pool, "volume"));
    Inline {
        text: document(element, name),
        above: lines.above(element.range().start),
        volumes: volumes.map(|volume| part(volume, "volume", lines)).collect(),
        imagined: Imagined {
            state: imagined(element, "runstate").find_map(content),
            is_transient: imagined(element, "transient").next().is_some(),
            has_managed_save: imagined(element, "hasmanagedsave").next().is_some(),
            snapshots: snapshots.map(|snapshot| part(snapshot, "domainsnapshot", lines)).collect(),
            is_current: children(element, "active").find_map(content),
        },
    }
}

/// An element as a document: with the name that its kind of documents has, and the prefixes that are declared around it.
fn document(element: Element, name: &str) -> String {
    let whole = element.document().input_text();
    let text = whole.get(element.range()).unwrap_or_default();
    let written = text.trim_start_matches('<').find([' ', '\t', '\r', '\n', '/', '>']).unwrap_or(0) + 1;
    let (written, rest) = text.split_at(written.min(text.len()));
    let own = rest.split('>').next().unwrap_or_default();
    let mut prefixes = String::new();
    for namespace in element.namespaces().filter(|namespace| namespace.uri().len() <= LONGEST_URI) {
        let Some(prefix) = namespace.name().filter(|prefix| *prefix != "xml") else { continue };
        let is_used = rest.contains(&format!("{prefix}:"));
        if is_used && !own.contains(&format!("xmlns:{prefix}=")) {
            let uri = namespace.uri().replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&apos;");
            prefixes += &format!(" xmlns:{prefix}='{uri}'");
        }
    }
    match written.trim_start_matches('<') == name {
        true => format!("<{name}{prefixes}{rest}"),
        // `<test:domainsnapshot>`: its end tag has the prefix too.
        false => {
            let end = rest.rfind("</").filter(|_| !rest.ends_with("/>"));
            let (rest, end) = end.map_or((rest, String::new()), |end| (&rest[..end], format!("</{name}>")));
            format!("<{name}{prefixes}{rest}{end}")
        }
    }
}

/// Counts lines on the way through a file, so that each is counted once.
struct Lines<'t> {
    text: &'t str,
    /// A byte, and the line in which it is, from 0.
    last: Cell<(usize, usize)>,
}

impl Lines<'_> {
    /// Lines above a byte.
    fn above(&self, at: usize) -> u32 {
        let (from, line) = if self.last.get().0 <= at { self.last.get() } else { (0, 0) };
        let line = line + self.text.as_bytes()[from..at].iter().filter(|byte| **byte == b'\n').count();
        self.last.set((at, line));
        line as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_documents_of_their_own() {
        let text = "<node xmlns:t='http://libvirt.org/schemas/domain/test/1.0' xmlns:x='urn:x'>
<domain type='test' xmlns:x='urn:y'><name>a</name><t:runstate>5</t:runstate>
<t:domainsnapshot><name>s</name><active>1</active></t:domainsnapshot><t:domainsnapshot file='f'/></domain>
<pool><volume file='v.xml'/><volume><name>v</name></volume></pool>
<cpu><nodes>4</nodes><model/></cpu><auth><user password='p'>u</user></auth></node>";
        let node = Node::parse("f", text).unwrap();
        let Some(Part::Here(domain)) = node.domains.first() else { panic!("a domain") };
        let seen = std::cell::RefCell::new(Vec::new());
        let read = domain.read(|text| {
            seen.borrow_mut().push(text.to_owned());
            Err::<(), _>(seen.borrow().len())
        });
        assert_eq!((read, seen.borrow()[1].strip_prefix('\n')), (Err(2), Some(seen.borrow()[0].as_str())));
        assert!(
            domain.text.starts_with("<domain xmlns:t='http://libvirt.org/schemas/domain/test/1.0' type='test' xmlns:x")
        );
        assert_eq!(domain.imagined.state.as_deref(), Some("5"));
        let [Part::Here(snapshot), Part::File(file)] = domain.imagined.snapshots.as_slice() else {
            panic!("snapshots")
        };
        assert!(snapshot.text.ends_with("><name>s</name><active>1</active></domainsnapshot>"), "{}", snapshot.text);
        assert_eq!((snapshot.imagined.is_current.as_deref(), file.as_str()), (Some("1"), "f"));
        let Some(Part::Here(pool)) = node.pools.first() else { panic!("a pool") };
        assert!(matches!(pool.volumes.as_slice(), [Part::File(_), Part::Here(_)]));
        assert_eq!((node.cpu.nodes.as_deref(), node.cpu.model.as_deref()), (Some("4"), None));
        assert_eq!(node.users.first().map(|user| user.name.as_str()), Some("u"));
    }

    #[test]
    fn faults_name_the_file() {
        let fault = |text| Node::parse("/n.xml", text).unwrap_err().to_string();
        assert!(fault("<node><domain></node>").contains("/n.xml:1: Opening and ending tag mismatch"));
        assert!(fault("<x/>").contains("expecting root element of 'node', not 'x'"));
        assert!(fault("<node><auth><user/></auth></node>").contains("missing username in /node/auth/user field"));
    }
}
