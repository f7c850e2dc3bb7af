//! Samples: what hosts that we imagined say of themselves.

use super::*;
use crate::xml::tests::check_samples;
use crate::xml::{Read, parse};

fn read(text: &str) -> Capabilities {
    parse(text, Read::default()).unwrap_or_else(|fault| panic!("{fault}")).0
}

#[test]
fn samples_come_back_as_libvirt_writes_them() {
    check_samples("capabilities", read);
}

#[test]
fn nothing_is_known_of_an_empty_document() {
    assert_eq!(read("<capabilities/>"), Capabilities::default());
    assert_eq!(Capabilities::default().format(), "<capabilities>\n\n</capabilities>\n");
}

#[test]
fn a_processor_may_say_what_only_a_guests_says() {
    let text = "<capabilities>\n\n  <host>\n    <cpu mode='custom'>\n    </cpu>\n  </host>\n\n</capabilities>\n";
    assert_eq!(read(text).format(), text);
}

/// The page of April 2007 tells readers where to look for these.
#[test]
fn readers_of_2007_find_what_they_look_for() {
    let text = read(include_str!("../../../tests-c/data/capabilities/server.xml")).format();
    let document = roxmltree::Document::parse(&text).expect("a document");
    let find = |path: &[&str]| {
        let down = |node: roxmltree::Node<'_, '_>, name: &&str| {
            node.children().find(|child| child.has_tag_name(*name)).map(|child| child.id())
        };
        let mut node = document.root();
        for name in path {
            node = down(node, name).and_then(|id| document.get_node(id)).expect(name);
        }
        node
    };
    assert_eq!(find(&["capabilities", "host", "cpu", "arch"]).text(), Some("x86_64"));
    assert_eq!(find(&["capabilities", "guest", "os_type"]).text(), Some("hvm"));
    assert_eq!(find(&["capabilities", "guest", "arch"]).attribute("name"), Some("i686"));
    assert_eq!(find(&["capabilities", "guest", "arch", "wordsize"]).text(), Some("32"));
    assert_eq!(find(&["capabilities", "guest", "arch", "domain"]).attribute("type"), Some("qemu"));
    assert_eq!(find(&["capabilities", "guest", "arch", "emulator"]).text(), Some("/opt/emu/bin/qemu-system-i386"));
    assert_eq!(find(&["capabilities", "guest", "arch", "machine"]).text(), Some("pc"));
    assert_eq!(find(&["capabilities", "guest", "arch", "loader"]).text(), Some("/opt/emu/share/bios.bin"));
    assert!(find(&["capabilities", "guest", "features", "pae"]).text().is_none());
}
