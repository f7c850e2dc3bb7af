//! Machines through a connection: what is defined, and who is told.

use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use super::*;
use crate::connect;
use crate::driver::Nobody;
use crate::driver::qemu::{definition, layout::Layout};
use crate::event_hub::{Event, Kind, Listener, Registration};
use crate::object::Connection;
use crate::test_folder::TestFolder;

struct Teller(Sender<String>);

impl Listener for Teller {
    fn deliver(&self, _: &Arc<Connection>, event: &Event) {
        let Event::Domain(subject, happening) = event else { return };
        let _ = self.0.send(format!("{} {happening:?}", subject.name));
    }
    fn retire(&self) {}
}

fn open(root: &Path) -> Arc<Connection> {
    let uri = format!("qemu:///embed?root={}", root.display());
    connect::open(Some(&uri), &Nobody, 0).unwrap()
}

fn listen(connection: &Arc<Connection>, id: i32) -> (i32, Receiver<String>) {
    let (told, telling) = channel();
    let registration = Registration {
        connection: Arc::clone(connection),
        kind: Kind::Domain(id),
        subject: None,
        by_function: false,
        function: 1,
        listener: Box::new(Teller(told)),
    };
    (connection.driver.events().unwrap().register(registration).unwrap(), telling)
}

fn document(name: &str, title: &str) -> String {
    format!(
        "<domain type='qemu'><name>{name}</name><title>{title}</title><memory>1024</memory><os><type>hvm</type></os></domain>"
    )
}

fn lifecycle(name: &str, event: i32, detail: i32) -> String {
    format!("{name} Lifecycle {{ event: {event}, detail: {detail} }}")
}

#[test]
fn listeners_hear_of_each_change_once_whoever_makes_it() {
    let folder = TestFolder::new();
    let connection = open(folder.path());
    let (id, telling) = listen(&connection, VIR_DOMAIN_EVENT_ID_LIFECYCLE);
    let heard = || telling.recv_timeout(Duration::from_secs(10)).unwrap();
    let domains = connection.driver.domains().unwrap();

    let a = domains.define_xml(&connection, &document("a", "one"), 0).unwrap();
    assert_eq!(heard(), lifecycle("a", VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_ADDED));
    domains.set_metadata(&a, VIR_DOMAIN_METADATA_TITLE, Some("two"), None, None, 0).unwrap();
    domains.rename(&a, "b", 0).unwrap();
    assert_eq!(heard(), lifecycle("a", VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_RENAMED));
    assert_eq!(heard(), lifecycle("b", VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_RENAMED));

    // What another process would do.
    let other = Store::new(&Layout::embedded(folder.path()));
    let mut definition = definition::read_stored(&document("c", "x")).unwrap();
    other.change().unwrap().define(&definition).unwrap();
    assert_eq!(heard(), lifecycle("c", VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_ADDED));
    definition.title = Some("y".to_owned());
    other.change().unwrap().define(&definition).unwrap();
    assert_eq!(heard(), lifecycle("c", VIR_DOMAIN_EVENT_DEFINED, VIR_DOMAIN_EVENT_DEFINED_UPDATED));
    let entry = other.index().unwrap().by_name("c").cloned().unwrap();
    other.change().unwrap().undefine(&entry).unwrap();
    assert_eq!(heard(), lifecycle("c", VIR_DOMAIN_EVENT_UNDEFINED, VIR_DOMAIN_EVENT_UNDEFINED_REMOVED));

    assert!(telling.recv_timeout(Duration::from_millis(50)).is_err());
    connection.driver.events().unwrap().deregister(&connection, id).unwrap();
}

#[test]
fn changes_of_metadata_are_told_as_such() {
    let folder = TestFolder::new();
    let connection = open(folder.path());
    let domains = connection.driver.domains().unwrap();
    let a = domains.define_xml(&connection, &document("a", "one"), 0).unwrap();
    let (id, telling) = listen(&connection, VIR_DOMAIN_EVENT_ID_METADATA_CHANGE);
    domains.set_metadata(&a, VIR_DOMAIN_METADATA_TITLE, Some("two"), None, None, 0).unwrap();
    let heard = telling.recv_timeout(Duration::from_secs(10)).unwrap();
    assert_eq!(heard, format!("a MetadataChange {{ kind: {VIR_DOMAIN_METADATA_TITLE}, uri: None }}"));
    assert_eq!(domains.metadata(&a, VIR_DOMAIN_METADATA_TITLE, None, 0).unwrap(), "two");
    let live = domains.set_metadata(&a, VIR_DOMAIN_METADATA_TITLE, None, None, None, VIR_DOMAIN_AFFECT_LIVE);
    assert_eq!(live.unwrap_err().code(), VIR_ERR_OPERATION_INVALID);
    connection.driver.events().unwrap().deregister(&connection, id).unwrap();
}

#[test]
fn nothing_is_lost_when_a_machine_may_not_be_undefined() {
    let folder = TestFolder::new();
    let connection = open(folder.path());
    let domains = connection.driver.domains().unwrap();
    let a = domains.define_xml(&connection, &document("a", "one"), 0).unwrap();
    let image = folder.path().join("lib/qemu/save/a.save");
    std::fs::create_dir_all(image.parent().unwrap()).unwrap();
    std::fs::write(&image, "memory").unwrap();
    assert_eq!(domains.undefine(&a, 0).unwrap_err().code(), VIR_ERR_OPERATION_INVALID);
    assert!(image.exists() && domains.by_name(&connection, "a").is_ok());
    let saved = domains.list(&connection, VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE).unwrap();
    assert_eq!(saved.iter().map(|one| one.name()).collect::<Vec<_>>(), ["a"]);
    domains.undefine(&a, VIR_DOMAIN_UNDEFINE_MANAGED_SAVE).unwrap();
    assert!(!image.exists());
    assert_eq!(domains.xml(&a, 0).unwrap_err().code(), VIR_ERR_NO_DOMAIN);
}

#[test]
fn other_hypervisors_machines_are_refused() {
    let folder = TestFolder::new();
    let connection = open(folder.path());
    let text = document("a", "one").replace("'qemu'", "'xen'");
    let error = connection.driver.domains().unwrap().define_xml(&connection, &text, 0).err().unwrap();
    assert_eq!(error.code(), VIR_ERR_CONFIG_UNSUPPORTED);
    // What stands in files of 2007 is kept.
    let text = document("a", "one").replace("'qemu'", "'kqemu'");
    let old = connection.driver.domains().unwrap().define_xml(&connection, &text, 0).unwrap();
    assert!(connection.driver.domains().unwrap().xml(&old, 0).unwrap().starts_with("<domain type='kqemu'>"));
}

#[test]
fn the_uri_says_whose_documents_are_read() {
    let folder = TestFolder::new();
    let uri = |release: &str| format!("qemu:///embed?root={}&vocabulary={release}", folder.path().display());
    let text = document("a", "one").replace("</os>", "</os><devices><panic model='pvpanic'/></devices>");
    let define = |release: &str| {
        let connection = connect::open(Some(&uri(release)), &Nobody, 0)?;
        connection.driver.domains()?.define_xml(&connection, &text, 0)
    };
    assert_eq!(define("9.0.0").err().unwrap().code(), VIR_ERR_CONFIG_UNSUPPORTED);
    assert_eq!(define("12.8.0").unwrap().name(), "a");
    let error = define("9").err().unwrap();
    assert_eq!(error.code(), VIR_ERR_INVALID_ARG);
    assert!(error.to_string().contains("vocabulary=9.0.0"), "{error}");
}
