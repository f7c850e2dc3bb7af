//! Changes of networks, and what is refused.

use super::*;
use crate::xml::{Dump, format};

const TEXT: &str = "<network><name>n</name>
    <dns><txt name='t1' value='v'/><srv service='s1' protocol='tcp' domain='d1'/><srv service='s1' protocol='tcp' domain='d2'/>
    <host ip='10.0.0.9'><hostname>h1</hostname></host></dns>
    <ip address='10.0.0.1' prefix='24'><dhcp><range start='10.0.0.10' end='10.0.0.20'/><host mac='52:54:00:00:00:01' name='m1'
    ip='10.0.0.31'/><host name='m2' ip='10.0.0.32'/></dhcp></ip><ip address='10.0.1.1' prefix='24'/>
    <portgroup name='p1' default='yes'/></network>";

fn change(command: virNetworkUpdateCommand, section: virNetworkUpdateSection, xml: &str) -> Result<String, Fault> {
    let (mut network, _) = Network::parse(TEXT, Read::default()).expect("valid");
    let before = network.clone();
    let (command, section) = (command as u32, section as u32);
    match network.update(&Change { command, section, parent_index: -1, xml }) {
        Ok(()) => Ok(format(&network, Dump::default())),
        Err(fault) => {
            assert_eq!(network, before, "a failure changes nothing");
            Err(fault)
        }
    }
}

fn changed(command: virNetworkUpdateCommand, section: virNetworkUpdateSection, xml: &str) -> String {
    change(command, section, xml).unwrap_or_else(|fault| panic!("{fault}"))
}

fn refused(command: virNetworkUpdateCommand, section: virNetworkUpdateSection, xml: &str) -> (i32, String) {
    let fault = change(command, section, xml).expect_err(xml);
    (fault.code, fault.text)
}

const ADD: virNetworkUpdateCommand = VIR_NETWORK_UPDATE_COMMAND_ADD_LAST;
const DELETE: virNetworkUpdateCommand = VIR_NETWORK_UPDATE_COMMAND_DELETE;
const MODIFY: virNetworkUpdateCommand = VIR_NETWORK_UPDATE_COMMAND_MODIFY;
const HOST: virNetworkUpdateSection = VIR_NETWORK_SECTION_IP_DHCP_HOST;

#[test]
fn hosts() {
    let xml = "<host mac='52:54:00:00:00:09' ip='10.0.0.39'/>";
    assert!(changed(ADD, HOST, xml).contains(&format!("ip='10.0.0.32'/>\n      {xml}\n")));
    let first = changed(VIR_NETWORK_UPDATE_COMMAND_ADD_FIRST, HOST, xml);
    assert!(first.contains(&format!("end='10.0.0.20'/>\n      {xml}\n")));
    let other = changed(MODIFY, HOST, "<host mac='52:54:00:00:00:01' ip='10.0.0.77'/>");
    assert!(other.contains("10.0.0.77") && !other.contains("10.0.0.31"));
    assert!(!changed(DELETE, HOST, "<host name='m1'/>").contains("m1"));
    assert_eq!(refused(ADD, HOST, "<host name='m1' ip='10.0.0.40'/>").0, VIR_ERR_OPERATION_INVALID);
    assert_eq!(
        refused(DELETE, HOST, "<host mac='52:54:00:00:00:77'/>"),
        (VIR_ERR_OPERATION_INVALID, "couldn't locate a matching dhcp host entry in network 'n'".to_owned()),
        "not the host that has no card"
    );
    assert_eq!(
        refused(ADD, HOST, "<range/>").1,
        "unexpected element <range>, expecting <host>, while updating network 'n'"
    );
}

#[test]
fn records() {
    assert!(changed(ADD, VIR_NETWORK_SECTION_DNS_TXT, "<txt name='t2' value='v'/>").contains("t2"));
    assert!(!changed(DELETE, VIR_NETWORK_SECTION_DNS_TXT, "<txt name='t1'/>").contains("t1"));
    assert!(!changed(DELETE, VIR_NETWORK_SECTION_DNS_SRV, "<srv domain='d2'/>").contains("'d2'"));
    assert_eq!(
        refused(DELETE, VIR_NETWORK_SECTION_DNS_SRV, "<srv service='s1'/>").1,
        "multiple DNS SRV records matching all specified fields were found in network n"
    );
    assert!(!changed(DELETE, VIR_NETWORK_SECTION_DNS_HOST, "<host><hostname>h1</hostname></host>").contains("h1"));
    assert_eq!(refused(MODIFY, VIR_NETWORK_SECTION_DNS_TXT, "<txt name='t1'/>").0, VIR_ERR_OPERATION_UNSUPPORTED);
}

#[test]
fn what_cannot_be_changed() {
    for (section, text) in [
        (VIR_NETWORK_SECTION_BRIDGE, "can't update 'bridge' section of network 'n'"),
        (VIR_NETWORK_SECTION_NONE, "can't update unrecognized section of network"),
        (99, "can't update unrecognized section of network"),
    ] {
        assert_eq!(refused(ADD, section, "<x/>"), (VIR_ERR_OPERATION_UNSUPPORTED, text.to_owned()));
    }
    let text = "unrecognized network update command code 0".to_owned();
    let group = "<portgroup name='p9'/>";
    assert_eq!(
        refused(VIR_NETWORK_UPDATE_COMMAND_NONE, VIR_NETWORK_SECTION_PORTGROUP, group),
        (VIR_ERR_OPERATION_UNSUPPORTED, text)
    );
    assert_eq!(
        refused(ADD, VIR_NETWORK_SECTION_PORTGROUP, "<portgroup name='p2' default='yes'/>").0,
        VIR_ERR_OPERATION_INVALID
    );
}
