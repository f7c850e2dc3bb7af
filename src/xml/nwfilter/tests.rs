//! Filters and bindings as documents: what libvirt makes of the samples, and what is wrong in its words.

use std::fs;

use super::*;
use crate::xml::tests::{check_samples, samples};
use crate::xml::{Dump, format};

fn read(text: &str) -> Result<Filter, Fault> {
    Filter::parse(text, Read::default()).map(|(filter, _)| filter)
}

/// The filter with one rule, whose match this is, as it is written.
fn written(matches: &str) -> String {
    let text = format!("<filter name='f'>{UUID}<rule action='drop' direction='in'>{matches}</rule></filter>");
    let text = format(&read(&text).unwrap_or_else(|fault| panic!("{fault}")), Dump::default());
    let (_, rule) = text.split_once("priority='500'>\n").expect("a rule");
    rule.strip_suffix("  </rule>\n</filter>\n").expect("a rule").replace("    ", "").replace('\n', "")
}

fn refused(text: &str) -> (i32, String) {
    let fault = read(text).expect_err(text);
    (fault.code, fault.text)
}

const UUID: &str = "<uuid>0f5c3a51-7d0e-4b0e-9d52-0d7a3c1f5e00</uuid>";

#[test]
fn samples_are_as_the_oracle_has_them() {
    check_samples("nwfilter", |text| read(text).unwrap_or_else(|fault| panic!("{fault}")));
    check_samples("binding", |text| {
        parse::<Binding>(text, Read::default()).unwrap_or_else(|fault| panic!("{fault}")).0
    });
}

#[test]
fn samples_have_every_attribute_of_every_protocol() {
    let files = samples("nwfilter").into_iter().map(|(_, out)| fs::read_to_string(out).expect("readable"));
    let filters: Vec<Filter> = files.map(|text| read(&text).expect("valid")).collect();
    let rules = filters.iter().flat_map(|filter| &filter.entries).filter_map(|entry| match entry {
        Entry::Rule(rule) => Some(&rule.matches),
        Entry::Filterref(_) => None,
    });
    let rules: Vec<&Match> = rules.collect();
    for word in Protocol::WORDS {
        let alike = || rules.iter().filter(|rule| rule.protocol.is_some_and(|protocol| protocol.word() == *word));
        let protocol = alike().find_map(|rule| rule.protocol).expect(word);
        for attribute in protocol.attributes() {
            let name = attribute.field.word();
            assert!(alike().any(|rule| rule.get(attribute.field).is_some()), "{word} {name}");
        }
    }
}

#[test]
fn what_libvirt_would_lose_is_kept() {
    assert_eq!(written("<tcp ipset='s' ipsetflags='dst,src'/>"), "<tcp ipset='s' ipsetflags='dst,src'/>");
    let filter = |priority: &str| {
        let filter = read(&format!("<filter name='f' chain='ipv4'{priority}>{UUID}</filter>")).expect("valid");
        format(&filter, Dump::default())
    };
    assert!(filter(" priority='0'").contains(" priority='0'"));
    assert!(filter("").contains(" priority='-700'"));
    let odd =
        "<filter name='a&amp;&lt;b' chain='root'>\n  <uuid>0f5c3a51-7d0e-4b0e-9d52-0d7a3c1f5e00</uuid>\n</filter>\n";
    assert_eq!(format(&read(odd).expect("valid"), Dump::default()), odd);
}

#[test]
fn long_comments_are_cut_between_letters() {
    let comment = |text: &str| written(&format!("<all comment='{text}'/>")).len() - "<all comment=''/>".len();
    assert_eq!(comment(&"x".repeat(300)), 256);
    assert_eq!(comment(&format!("x{}", "ü".repeat(200))), 255);
}

#[test]
fn values_out_of_range() {
    let bad = |attributes: &str| {
        let rule = format!("<rule action='drop' direction='in'><{attributes}/></rule>");
        refused(&format!("<filter name='f'>{UUID}{rule}</filter>"))
    };
    for (attributes, name, value) in [
        ("tcp dscp='64'", "dscp", "64"),
        ("tcp dscp='0x40'", "dscp", "0x40"),
        ("tcp connlimit-above='0x10'", "connlimit-above", "0x10"),
        ("tcp option='256'", "option", "256"),
        ("udp srcportstart='65536'", "srcportstart", "65536"),
        ("udp srcportstart=''", "srcportstart", ""),
        ("vlan vlanid='4096'", "vlanid", "4096"),
        ("vlan encap-protocol='0x3b'", "encap-protocol", "0x3b"),
        ("mac protocolid='600'", "protocolid", "600"),
        ("mac protocolid='ip'", "protocolid", "ip"),
        ("mac srcmacmask='ff:00:ff:00:00:00'", "srcmacmask", "ff:00:ff:00:00:00"),
        ("stp root-cost='4294967296'", "root-cost", "4294967296"),
        ("arp opcode='Demand'", "opcode", "Demand"),
        ("all srcipaddr='::1'", "srcipaddr", "::1"),
        ("all srcipmask='33'", "srcipmask", "33"),
        ("all srcipmask='255.0.255.0'", "srcipmask", "255.0.255.0"),
        ("all-ipv6 srcipaddr='10.0.0.1'", "srcipaddr", "10.0.0.1"),
        ("all-ipv6 dstipto='::1'", "dstipto", "::1"),
        ("all-ipv6 srcipmask='129'", "srcipmask", "129"),
        ("all state='OLD'", "state", "OLD"),
        ("tcp flags='SYN'", "flags", "SYN"),
        ("tcp flags='SYN/ACK/FIN'", "flags", "SYN/ACK/FIN"),
        ("all ipset='a,b'", "ipset", "a,b"),
        ("all ipsetflags='src, dst'", "ipsetflags", "src, dst"),
        ("all ipsetflags='src,src,src,src,src,src,src'", "ipsetflags", "src,src,src,src,src,src,src"),
        ("all dscp='$IP[@1001]'", "dscp", "$IP[@1001]"),
        // Of several libvirt names the last.
        ("all srcipaddr='x' dscp='y'", "dscp", "y"),
    ] {
        assert_eq!(
            bad(attributes),
            (VIR_ERR_INTERNAL_ERROR, format!("{name} has illegal value {value}")),
            "{attributes}"
        );
    }
    assert_eq!(written(&format!("<all ipset='{}'/>", "x".repeat(31))).len(), "<all ipset=''/>".len() + 31);
    assert_eq!(bad(&format!("all ipset='{}'", "x".repeat(32))).0, VIR_ERR_INTERNAL_ERROR);
    let ports = "rule with port specification requires protocol specification with protocol to be either one of tcp(6), \
                 udp(17), dccp(33), or sctp(132)";
    for (attributes, protocol) in [
        ("ip srcportstart='1'", "IP"),
        ("ipv6 protocol='esp' dstportend='1'", "IPv6"),
        ("ip protocol='$P' dstportend='1'", "IP"),
    ] {
        assert_eq!(bad(attributes), (VIR_ERR_INTERNAL_ERROR, format!("{protocol} {ports}")));
    }
}

#[test]
fn what_is_wrong_with_filters() {
    let said = |attributes: &str| refused(&format!("<filter {attributes}/>"));
    assert_eq!(said("chain='root'"), (VIR_ERR_INTERNAL_ERROR, "filter has no name".to_owned()));
    let chain = "Invalid chain name 'ip'. Please use a chain name called 'root' or any of the following prefixes: \
                 mac, vlan, stp, arp, rarp, ipv4, ipv6";
    for (attributes, text) in [
        ("chain='ip'", chain),
        ("chain='ipv4-123456789'", "Name of chain is longer than 12 characters"),
        ("chain='mac x'", "Chain name contains invalid characters"),
        ("priority='soon'", "Could not parse chain priority 'soon'"),
        ("chain='mac' priority='1001'", "Priority '1001' is outside valid range of [-1000,1000]"),
    ] {
        assert_eq!(said(&format!("name='f' {attributes}")), (VIR_ERR_INVALID_ARG, text.to_owned()));
    }
    assert_eq!(said("name='f' chain='root2'").0, VIR_ERR_INTERNAL_ERROR);
    let inner = |inner: &str| refused(&format!("<filter name='f'>{inner}</filter>"));
    assert_eq!(inner("<uuid>x</uuid>"), (VIR_ERR_XML_ERROR, "malformed uuid element".to_owned()));
    assert_eq!(inner("<filterref/>"), (VIR_ERR_INTERNAL_ERROR, NO_ACTION.to_owned()));
    assert_eq!(inner("<rule direction='in'/>"), (VIR_ERR_INTERNAL_ERROR, NO_ACTION.to_owned()));
    assert_eq!(inner("<rule action='drop'/>").1, "rule node requires direction attribute");
    let unknown = "unknown rule action attribute value".to_owned();
    assert_eq!(inner("<rule action='DROP' direction='in'/>"), (VIR_ERR_CONFIG_UNSUPPORTED, unknown));
    assert_eq!(inner("<rule action='drop' direction='on'/>").1, "unknown rule direction attribute value");
}

#[test]
fn what_is_wrong_with_bindings() {
    let said = |inner: &str| parse::<Binding>(&format!("<filterbinding>{inner}</filterbinding>"), Read::default());
    let said = |inner: &str| said(inner).expect_err(inner).text;
    let mut inner = String::new();
    for (text, next) in [
        ("filter binding has no port dev name", "<portdev name='p'/>".to_owned()),
        ("filter binding has no owner name", format!("<owner><name>d</name>{UUID}</owner>")),
        ("filter binding has no MAC address", "<mac address='52:54:00:00:00:01'/>".to_owned()),
        (NO_FILTER, "<linkdev/><filterref filter='f'/>".to_owned()),
        ("filter binding has no link dev name", String::new()),
    ] {
        assert_eq!(said(&inner), text);
        inner += &next;
    }
    assert_eq!(said("<mac address='x'/>"), "Unable to parse MAC 'x'");
    assert_eq!(said("<owner><uuid>x</uuid></owner>"), "Unable to parse UUID 'x'");
}

const NO_FILTER: &str = "filter binding has no filter reference";

#[test]
fn unknown_names_have_a_place_and_a_neighbour() {
    let text = format!(
        "<filter name='f'>{UUID}<rule action='drop' direction='in'><tcp sport='1'/><tcq/></rule><rulle/></filter>"
    );
    let (_, unknown) = Filter::parse(&text, Read::default()).expect("valid");
    let paths: Vec<_> = unknown.iter().map(|name| (name.path.as_str(), name.nearest)).collect();
    let rule = "/filter/rule";
    assert_eq!(
        paths,
        [
            (format!("{rule}/tcp/@sport").as_str(), None),
            (format!("{rule}/tcq").as_str(), Some("tcp")),
            ("/filter/rulle", Some("rule"))
        ]
    );
    let fault = Filter::parse(&text, Read { strict: true, ..Read::default() }).expect_err("strict");
    assert_eq!((fault.code, fault.path.as_str()), (VIR_ERR_XML_INVALID_SCHEMA, "/filter/rule/tcp/@sport"));
}
