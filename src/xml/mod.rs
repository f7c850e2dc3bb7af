//! Reading and writing of documents. What the documents say is in the folders: `domain/`, `network/`, …
//!
//! # How to write an element
//!
//! One element is one struct. How it stands in XML is said once, in the order in which libvirt *writes* it, and compiled
//! twice: against the [`Reader`] and against the [`Writer`]. Reading and writing cannot drift apart.
//!
//! ```ignore
//! words! { pub enum Bus { Ide = "ide", Scsi = "scsi" } }           // an enum of words, the first is the default
//!
//! element! {                                                      // attributes before children
//!     pub struct Target {
//!         device: String = required("dev"),
//!         bus: Option<Bus> = attr("bus") else VIR_ERR_CONFIG_UNSUPPORTED "unknown bus '{}'",
//!     }
//! }
//!
//! walk!(Disk, |disk, xml| {                                       // the same in plain Rust: conditions, groups, checks
//!     disk.source.tag("type", xml);                               // the word that chooses the variant …
//!     disk.source.child("source", xml);                           // … and its body
//!     xml.group("blockio", |xml| disk.logical.sparse("logical_block_size", xml));
//!     xml.live(|xml| disk.index.attr("index", xml));              // only in the document of a running object
//!     xml.check(|| disk.check());                                 // after reading; nothing when writing
//! });
//!
//! variants! { pub enum Source { File(File) = "file", Block(Block) = "block" } }
//!
//! impl Root for Domain { const NAME: &str = "domain"; const LABEL: &str = "domain_definition"; const ORIGIN: Origin = VIR_FROM_DOMAIN; }
//! ```
//!
//! | method | XML | field types |
//! |---|---|---|
//! | `attr(n)` | attribute | `Option<V>`: may be absent. `V`: default when absent, always written |
//! | `sparse(n)` | attribute | `V`: not written when it is the default (libvirt's "0 is not given") |
//! | `required(n)`, `required_attr(n)` | attribute that must be there | `V`, the second also `Option<V>` |
//! | `tag(n)` | attribute that chooses the variant | `variants!` enum, or `Option` of it |
//! | `required_tag(n)` | the same, must be there | `variants!` enum |
//! | `text()` | text of this element | `V`, `Option<V>` |
//! | `leaf(n)`, `sparse_leaf(n)` | `<n>text</n>` | `V`, `Option<V>`, `Vec<V>` |
//! | `via(e, n)`, `sparse_via(e, n)` | `<e n='…'/>` | `V`, `Option<V>` |
//! | `child(n)` | `<n …>` | `E`: left out when empty. `Option<E>`, `Vec<E>`: as they are. `bool`: `<n/>` |
//! | `slim(n)` | `<n …>`, left out when empty | `Option<E>`, `Vec<E>` |
//! | `among()` | elements named by the words of `E`, in the document's order | `Vec<E>` of a `variants!` enum |
//! | `inline()` | in the same element | `E` |
//!
//! What most documents do not have takes one word of memory: `Rare<E>` stands for an `E`, `Few<E>` for a `Vec<E>`,
//! `Option<Box<E>>` and `Option<Box<V>>` for an `Option`. A small machine is to fit in 4 KB (`tests/footprint.rs`).
//!
//! `xml` itself: `group(n, |xml| …)` an element without a struct, left out when empty; `element(n, …)` always written;
//! `open()` end tag even when empty; `apart()` empty lines between the children; `word(n, w)` a constant;
//! `live(|xml| …)` what only a running object has; `reported(|xml| …)` what is written and never read; `secure()` whether
//! passwords are shown; `check(|| …)`; `refuse(Code, "sentence {}", |xml| …)` libvirt's own words about a bad value;
//! `lacking(Code, "sentence", |xml| …)` the same about one that is missing; `named(n)`, `named_by(child)` what complaints say for `{name}`
//! from here on; `complaining(Origin, |xml| …)` who says it; `single(n, Code, "sentence")` of children that may not stand there twice;
//! `newer(|xml| …)` what libvirt 9.0.0 does not know (`@newer` in `element!`, `newer:` in `words!` and `variants!`);
//! `shaped(Shape::Ip, |xml| …)` what strict reading wants texts to look like; `filled(|xml| …)` where an empty attribute counts as none; `only(n, words, |xml| …)` of children that others share the name with;
//! `no_others(Code, "sentence {}")` for elements whose children must all be known; `namespace(p, uri, used)`.
//!
//! Values are types that implement [`Value`] (`u32`, `String`, `YesNo`, `Hex<4>`, `Uuid`, `Mac`, every `words!`), and are normalised
//! there, never in a walk. A type implements [`Element`] by hand only where a walk cannot say it (see `size.rs`).
//!
//! # What to know
//!
//! - The reader keeps the first fault and goes on with defaults: walks need no `?`. It notes every name that a walk asks for;
//!   what nobody asked for is dropped and reported as [`Unknown`]; strict reading makes the first of them the error.
//! - libvirt's complaint about a bad attribute is the default (`Invalid value for attribute …`, code 27); ask the oracle
//!   for every field, older ones have sentences and codes of their own.
//! - A field of a `walk!` struct that the walk forgets is silently absent: every sample must come back byte for byte.
//! - `check` sees one element. What needs several (defaults, addresses, duplicates) is a stage of its own over the whole
//!   model (`domain/postparse/`), not part of reading.

pub mod backup;
pub mod capabilities;
pub mod checkpoint;
pub mod common;
#[cfg(test)]
mod coverage;
pub mod cpu;
mod cpuset;
pub mod domain;
pub mod domain_capabilities;
mod element;
mod fault;
pub mod interface;
mod limits;
mod metadata;
pub mod network;
pub mod network_port;
pub mod node;
pub mod nodedev;
pub mod nwfilter;
mod place;
mod rare;
mod reader;
pub mod secret;
mod shape;
mod size;
pub mod snapshot;
pub mod storage;
mod syntax;
pub mod sysinfo;
mod tag;
mod value;
mod variant;
mod writer;

use crate::error::Origin;
use crate::log;

pub use cpuset::CpuSet;
pub use element::{AmongField, AttrField, ChildField, Element, LeafField, TagField, UnitField, read, write};
pub use fault::{Fault, Unknown, nearest};
pub use metadata::Metadata;
pub use place::{path_of_alias, path_of_value};
pub use rare::{Absent, Few, Rare};
pub use reader::{Read, Reader};
pub use shape::Shape;
pub use size::{Size, Unit, WholeSize, bytes_in};
pub use value::{
    AnyBase, Base16, Expected, Filled, Hex, IsYes, Lenient, Long, Long16, NonZero, Octal, OnOff, OnlyYes, Value, YesNo,
    signed, unsigned, wrapping,
};
pub use variant::Variant;
pub use writer::{Dump, Text, Writer};

/// A kind of document.
pub trait Root: Element {
    /// What its root element is called.
    const NAME: &'static str;
    /// What error messages call it: `domain_definition`.
    const LABEL: &'static str;
    /// Who complains about it.
    const ORIGIN: Origin;
}

/// Reads a whole document. Unknown elements and attributes come back beside the model.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn parse<R: Root>(text: &str, options: Read) -> Result<(R, Vec<Unknown>), Fault> {
    let mut model = R::default();
    let unknown = parse_with(text, R::LABEL, R::ORIGIN, options, |reader| {
        reader.expect_name(R::NAME);
        model.read(reader);
    })?;
    Ok((model, unknown))
}

/// Reads a document whose root element may have several names: `body` is called in it and looks at [`Reader::name`].
///
/// # Errors
/// The first thing that is wrong with it.
pub fn parse_with(
    text: &str,
    label: &str,
    origin: Origin,
    options: Read,
    body: impl FnOnce(&mut Reader),
) -> Result<Vec<Unknown>, Fault> {
    let source = format!("({label})");
    let unknown = syntax::read(text, &source, |document| {
        let mut reader = Reader::new(document, origin, options);
        reader.root(body);
        reader.finish()
    })
    .map_err(|fault| Fault { origin: fault.origin.or(Some(origin)), ..fault })?;
    for name in &unknown {
        log::info("xml", "parse", format_args!("{label}: {name}"));
    }
    Ok(unknown)
}

/// The text of a document. It has to be UTF-8, whatever encoding it declares.
///
/// # Errors
/// The first byte that is not.
pub fn decode<'t>(bytes: &'t [u8], label: &str) -> Result<&'t str, Fault> {
    std::str::from_utf8(bytes)
        .map_err(|error| syntax::encoding_fault(bytes, error.valid_up_to(), &format!("({label})")))
}

/// Writes a whole document in libvirt's layout.
pub fn format<R: Root>(model: &R, dump: Dump) -> String {
    format_as(model, R::NAME, dump)
}

/// Writes an element as a document of its own.
pub fn format_as<E: Element>(model: &E, name: &'static str, dump: Dump) -> String {
    let mut writer = Writer::new(dump);
    writer.element(name, |writer| model.write(writer));
    writer.finish()
}

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
