//! The frame, on a small document of its own.

use std::fs;
use std::path::PathBuf;

use super::*;
use crate::types::*;
use crate::{element, variants, walk, words};

/// The documents of a folder of `tests-c/data/`: each with the file of what libvirt 9.0.0 gives for it, `NAME.out.xml`.
pub(super) fn samples(folder: &str) -> Vec<(PathBuf, PathBuf)> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests-c/data")).join(folder);
    let files = fs::read_dir(folder).expect("samples").map(|file| file.expect("a sample").path());
    let golden = |path: &PathBuf| path.to_string_lossy().ends_with(".out.xml");
    let inputs = files.filter(|path| path.extension().is_some_and(|end| end == "xml") && !golden(path));
    inputs.map(|path| (path.with_extension("out.xml"), path)).map(|(out, input)| (input, out)).collect()
}

/// What is written for each sample is what libvirt gives for it, is read again to the same model, and knows all its names.
pub(super) fn check_samples<R: Root + PartialEq + std::fmt::Debug>(folder: &str, read: impl Fn(&str) -> R) {
    let samples = samples(folder);
    assert!(samples.len() > 1, "{folder}");
    for (input, out) in samples {
        let golden = fs::read_to_string(&out).expect("readable");
        let model = read(&fs::read_to_string(&input).expect("readable"));
        assert_eq!(format(&model, Dump::default()), golden, "{}", input.display());
        assert_eq!(read(&golden), model, "{}", input.display());
        // Not strictly: libvirt writes what its schema refuses.
        let (_, unknown) = parse::<R>(&golden, Read::default()).expect("readable");
        assert_eq!(unknown, []);
    }
}

words! { pub enum Colour { Red = "red", Green = "green", Blue = "blue" } }

element! {
    pub struct Wheel {
        name: String = required("name"),
        colour: Colour = sparse("colour"),
        spokes: Option<u32> = attr("spokes") else VIR_ERR_CONFIG_UNSUPPORTED "no wheel has '{}' spokes",
        notes: Vec<String> = leaf("note"),
    }
}

variants! {
    pub enum Drive {
        Motor(Motor) = "motor",
        Pedals(()) = "pedals",
    }
}

element! {
    pub struct Motor {
        power: Hex<2> = attr("power"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cart {
    pub id: Option<u32>,
    pub drive: Drive,
    pub weight: Size,
    pub wheels: Vec<Wheel>,
    pub bell: bool,
    pub width: u32,
    pub remark: Option<String>,
}

walk!(Cart, |cart, xml| {
    cart.drive.tag("drive", xml);
    xml.live(|xml| cart.id.attr("id", xml));
    xml.namespace("x", "urn:remarks", cart.remark.is_some());
    cart.weight.child("weight", xml);
    cart.drive.child("source", xml);
    xml.group("measures", |xml| cart.width.sparse("width", xml));
    cart.wheels.child("wheel", xml);
    cart.bell.child("bell", xml);
    cart.remark.leaf("x:remark", xml);
    xml.check(|| if cart.wheels.len() > 3 { Err(Fault::unsupported("too many wheels")) } else { Ok(()) });
});

impl Root for Cart {
    const NAME: &'static str = "cart";
    const LABEL: &'static str = "cart_definition";
    const ORIGIN: Origin = VIR_FROM_NETWORK;
}

fn read(text: &str) -> Result<Cart, Fault> {
    parse(text, Read::default()).map(|(cart, _)| cart)
}

fn refused(text: &str) -> Fault {
    read(text).expect_err("must be refused")
}

const ALL: &str = "<cart drive='motor' id='7' xmlns:x='urn:remarks'>
  <weight unit='KiB'>2048</weight>
  <source power='0x0a'/>
  <measures width='3'/>
  <wheel name='a&lt;b' colour='blue' spokes='0'>
    <note>one &amp; two</note>
    <note>three</note>
  </wheel>
  <wheel name='c'/>
  <bell/>
  <x:remark>r</x:remark>
</cart>
";

#[test]
fn comes_back_byte_for_byte() {
    let (cart, unknown) = parse::<Cart>(ALL, Read { strict: true, active: true, ..Read::default() }).expect("valid");
    assert_eq!(unknown, []);
    assert_eq!(format(&cart, Dump { active: true, ..Dump::default() }), ALL);
    let (stored, _) = parse::<Cart>(ALL, Read { strict: true, active: false, ..Read::default() }).expect("valid");
    assert_eq!(stored.id, None);
    assert_eq!(format(&stored, Dump { active: true, ..Dump::default() }), ALL.replace(" id='7'", ""));
}

#[test]
fn what_is_read_is_normal_when_written() {
    let cart = read(
        "<cart drive='pedals'><wheel name='w' colour='red'/><measures width='0'/><weight unit='mib'>2</weight></cart>",
    );
    assert_eq!(
        format(&cart.expect("valid"), Dump::default()),
        "<cart drive='pedals'>\n  <weight unit='KiB'>2048</weight>\n  <wheel name='w'/>\n</cart>\n"
    );
}

#[test]
fn blanks_are_kept_where_xml_would_replace_them() {
    let wheel = "<wheel name='a&#9;b&#10;c&#13;d'>\n    <note>a\tb\nc&#13;d</note>\n  </wheel>";
    let cart = read(&format!("<cart>{wheel}</cart>")).expect("valid");
    assert_eq!((&*cart.wheels[0].name, &*cart.wheels[0].notes[0]), ("a\tb\nc\rd", "a\tb\nc\rd"));
    assert!(format(&cart, Dump::default()).contains(wheel));
}

#[test]
fn text_is_that_of_all_below() {
    let cart = read("<cart><weight>1<!-- c -->0<b>0</b></weight></cart>").expect("valid");
    assert_eq!(cart.weight.kib, 100);
}

#[test]
fn faults_say_what_libvirt_says_then_where_and_what_instead() {
    let fault = refused("<cart>\n <wheel name='a' colour='gren'/></cart>");
    assert_eq!(
        fault.to_string(),
        "XML error: Invalid value for attribute 'colour' in element 'wheel': 'gren'. \
         (line 2, column 18, /cart/wheel/@colour); expected one of red, green, blue; did you mean 'green'?"
    );
    assert_eq!(fault.origin, Some(VIR_FROM_XML));
    let fault = refused("<cart><wheel name='a'/><wheel name='b' spokes='x'/></cart>");
    assert_eq!(fault.sentence(), "unsupported configuration: no wheel has 'x' spokes");
    assert_eq!((fault.origin, fault.path.as_str()), (Some(VIR_FROM_NETWORK), "/cart/wheel[2]/@spokes"));
    assert_eq!(refused("<cart><wheel/></cart>").text, "Missing required attribute 'name' in element 'wheel'");
    assert_eq!(refused("<car/>").text, "expecting root element of 'cart', not 'car'");
    let four = "<wheel name='w'/>".repeat(4);
    assert_eq!(refused(&format!("<cart>{four}</cart>")).sentence(), "unsupported configuration: too many wheels");
}

#[test]
fn unknown_names_are_reported_and_refused_only_when_strict() {
    let text = "<cart><wheel name='a' spoke='3'/><bel/></cart>";
    let (cart, unknown) = parse::<Cart>(text, Read::default()).expect("valid");
    assert_eq!(cart.wheels.len(), 1);
    let unknown: Vec<String> = unknown.iter().map(ToString::to_string).collect();
    assert_eq!(
        unknown,
        [
            "line 1, column 23: /cart/wheel/@spoke is not known, did you mean 'spokes'?",
            "line 1, column 34: /cart/bel is not known, did you mean 'bell'?",
        ]
    );
    let fault = parse::<Cart>(text, Read { strict: true, active: false, ..Read::default() }).expect_err("strict");
    assert_eq!((fault.code, fault.path.as_str()), (VIR_ERR_XML_INVALID_SCHEMA, "/cart/wheel/@spoke"));
}

#[test]
fn namespaces_are_their_addresses_not_their_prefixes() {
    let cart = read("<cart xmlns:q='urn:remarks'><q:remark>r</q:remark></cart>").expect("valid");
    assert_eq!(cart.remark.as_deref(), Some("r"));
    let cart = read("<cart xmlns:x='urn:other'><x:remark>r</x:remark><x:bell/></cart>").expect("valid");
    assert_eq!((cart.remark, cart.bell), (None, false));
    assert_eq!(read("<cart><never:declared/><bell/></cart>").map(|cart| cart.bell), Ok(true));
}

#[test]
fn broken_documents() {
    let said = |text: &str| refused(text).text;
    assert_eq!(
        said("<cart><bell></bel></cart>"),
        "(cart_definition):1: Opening and ending tag mismatch: bell line 1 and bel\n\
         <cart><bell></bel></cart>\n------------------^"
    );
    assert_eq!(said("<cart>"), "(cart_definition):1: Premature end of data in tag cart line 1\n<cart>\n------^");
    assert_eq!(said(""), "(cart_definition):1: Document is empty\n(null)\n^");
    assert_eq!(said("x"), "(cart_definition):1: Start tag expected, '<' not found\nx\n^");
    assert_eq!(said("<cart>&x;</cart>"), "(cart_definition):1: Entity 'x' not defined\n<cart>&x;</cart>\n---------^");
    let broken = "(cart_definition):1: Couldn't find end of Start Tag cart line 1\n<cart\n-----^";
    assert_eq!((refused("<cart").code, said("<cart")), (VIR_ERR_XML_DETAIL, broken.to_owned()));
    assert_eq!(said("<cart>&x;<bell"), "(cart_definition):1: Entity 'x' not defined\n<cart>&x;<bell\n---------^");
}

#[test]
fn bytes_that_are_no_text() {
    let said = decode(b"<cart>\n<bell a='\xe9x'/>", "cart").expect_err("not UTF-8").text;
    let bytes = "Bytes: 0xE9 0x78 0x27 0x2F\n<bell a='\u{fffd}x'/>\n---------^";
    assert_eq!(said, format!("(cart):2: Input is not proper UTF-8, indicate encoding !\n{bytes}"));
    assert_eq!(decode("é".as_bytes(), "cart"), Ok("é"));
}

#[test]
fn models_that_hold_themselves_need_little_stack() {
    let open = "<backingStore type='file'><format type='qcow2'/><source file='/a'/>";
    let chain = format!("{}<backingStore/>{}", open.repeat(250), "</backingStore>".repeat(250));
    let text = format!("<disk type='file'><source file='/a'/>{chain}<target dev='vda' bus='virtio'/></disk>");
    let body = move || {
        let (disk, _) = domain::device::Device::parse(&text, true).expect("valid");
        let written = disk.format(Dump::default());
        assert_eq!(written.matches("<backingStore").count(), 251);
        assert_eq!(disk.clone(), disk);
        assert!(format!("{disk:?}").matches("BackingStore").count() > 250);
    };
    // Programs have threads with little stack. Optimised, 192 KiB are enough to read and write it, and 128 are not.
    let thread = std::thread::Builder::new().stack_size(1024 * 1024).spawn(body).expect("a thread");
    thread.join().expect("enough stack");
}

#[test]
fn hostile_documents_end_early() {
    let deep = format!("<cart>{}{}</cart>", "<a>".repeat(300), "</a>".repeat(300));
    assert!(refused(&deep).text.contains("Excessive depth"));
    let not_so_deep = format!("<cart>{}{}</cart>", "<a>".repeat(255), "</a>".repeat(255));
    assert!(read(&not_so_deep).is_ok());
    let mut laughs = String::from("<!DOCTYPE cart [<!ENTITY a0 'ha'>");
    for level in 1..30 {
        laughs.push_str(&format!("<!ENTITY a{level} '&a{0};&a{0};&a{0};&a{0};'>", level - 1));
    }
    laughs.push_str("]><cart><weight>&a29;</weight></cart>");
    assert!(refused(&laughs).text.contains("entity reference loop"));
}

/// An element whose children and attributes count as in documents of devices.
#[derive(Clone, Debug, Default, PartialEq)]
struct Overlooking {
    first: Option<String>,
    second: Option<String>,
    mode: Option<YesNo>,
}

walk!(Overlooking, |this, xml| {
    xml.filled(|xml| this.mode.attr("mode", xml));
    let blank = xml.blank("c");
    xml.check(|| if blank { Err(Fault::xml("blank c")) } else { Ok(()) });
    let both = xml.says("mode", &["no", "never"]);
    xml.check(|| if both { Err(Fault::xml("says no")) } else { Ok(()) });
    xml.each_needs("c", "kind", crate::types::VIR_ERR_XML_ERROR, "a c without a kind");
    xml.only("kind", &["a"], |xml| this.first.leaf("c", xml));
    xml.only("kind", &["b"], |xml| this.second.leaf("c", xml));
});

impl Root for Overlooking {
    const NAME: &'static str = "o";
    const LABEL: &'static str = "o";
    const ORIGIN: crate::error::Origin = crate::types::VIR_FROM_XML;
}

#[test]
fn children_that_share_a_name_are_told_apart() {
    let text = "<o mode=''><c kind='b'>2</c><c kind='z'>3</c><c kind='a'>1</c></o>";
    let (read, unknown) = parse::<Overlooking>(text, Read::default()).expect("valid");
    assert_eq!(read, Overlooking { first: Some("1".to_owned()), second: Some("2".to_owned()), mode: None });
    let elements = unknown.iter().map(|unknown| unknown.path.as_str()).filter(|path| !path.contains('@'));
    assert_eq!(elements.collect::<Vec<_>>(), ["/o/c[2]"]);
}

#[test]
fn what_is_empty_or_lacks_its_kind() {
    let said = |text: &str| parse::<Overlooking>(text, Read::default()).expect_err(text).text;
    assert_eq!(said("<o><c kind='a'/></o>"), "blank c");
    assert_eq!(said("<o mode='no'/>"), "says no");
    assert_eq!(said("<o><c>1</c></o>"), "a c without a kind");
}

#[test]
fn text_stands_only_where_somebody_asks_for_it() {
    let strict = Read { strict: true, ..Read::default() };
    let text = "<o mode='yes'>\nwell</o>";
    assert!(parse::<Overlooking>(text, Read::default()).is_ok());
    let fault = parse::<Overlooking>(text, strict).expect_err("text");
    assert_eq!((fault.code, fault.path.as_str()), (VIR_ERR_XML_INVALID_SCHEMA, "/o"));
    assert!(parse::<Overlooking>(&text.replace("well", ""), strict).is_ok());
}
