//! What a rule can look at: the protocols, and for each the table of its attributes in the order in which they are written.

use super::content::Kind;
use crate::words;

words! {
    /// The protocol whose packets a rule is about; its word is the element's name. Those up to `Ipv6` are filtered at a bridge's
    /// port, those behind it by the IP stack.
    pub enum Protocol {
        Mac = "mac",
        Vlan = "vlan",
        Stp = "stp",
        Arp = "arp",
        Rarp = "rarp",
        Ip = "ip",
        Ipv6 = "ipv6",
        Tcp = "tcp",
        Udp = "udp",
        UdpLite = "udplite",
        Esp = "esp",
        Ah = "ah",
        Sctp = "sctp",
        Icmp = "icmp",
        All = "all",
        Igmp = "igmp",
        TcpIpv6 = "tcp-ipv6",
        UdpIpv6 = "udp-ipv6",
        UdpLiteIpv6 = "udplite-ipv6",
        EspIpv6 = "esp-ipv6",
        AhIpv6 = "ah-ipv6",
        SctpIpv6 = "sctp-ipv6",
        IcmpIpv6 = "icmpv6",
        AllIpv6 = "all-ipv6",
    }
}

words! {
    /// What is looked at. The word is the attribute's name; some mean something else in each protocol.
    pub enum Field {
        SrcMacAddr = "srcmacaddr",
        SrcMacMask = "srcmacmask",
        DstMacAddr = "dstmacaddr",
        DstMacMask = "dstmacmask",
        ProtocolId = "protocolid",
        VlanId = "vlanid",
        EncapProtocol = "encap-protocol",
        Type = "type",
        TypeEnd = "typeend",
        Code = "code",
        CodeEnd = "codeend",
        Flags = "flags",
        RootPriority = "root-priority",
        RootPriorityHi = "root-priority-hi",
        RootAddress = "root-address",
        RootAddressMask = "root-address-mask",
        RootCost = "root-cost",
        RootCostHi = "root-cost-hi",
        SenderPriority = "sender-priority",
        SenderPriorityHi = "sender-priority-hi",
        SenderAddress = "sender-address",
        SenderAddressMask = "sender-address-mask",
        Port = "port",
        PortHi = "port-hi",
        Age = "age",
        AgeHi = "age-hi",
        MaxAge = "max-age",
        MaxAgeHi = "max-age-hi",
        HelloTime = "hello-time",
        HelloTimeHi = "hello-time-hi",
        ForwardDelay = "forward-delay",
        ForwardDelayHi = "forward-delay-hi",
        HwType = "hwtype",
        ProtocolType = "protocoltype",
        Opcode = "opcode",
        ArpSrcMacAddr = "arpsrcmacaddr",
        ArpDstMacAddr = "arpdstmacaddr",
        ArpSrcIpAddr = "arpsrcipaddr",
        ArpSrcIpMask = "arpsrcipmask",
        ArpDstIpAddr = "arpdstipaddr",
        ArpDstIpMask = "arpdstipmask",
        Gratuitous = "gratuitous",
        SrcIpAddr = "srcipaddr",
        SrcIpMask = "srcipmask",
        DstIpAddr = "dstipaddr",
        DstIpMask = "dstipmask",
        SrcIpFrom = "srcipfrom",
        SrcIpTo = "srcipto",
        DstIpFrom = "dstipfrom",
        DstIpTo = "dstipto",
        IpProtocol = "protocol",
        SrcPortStart = "srcportstart",
        SrcPortEnd = "srcportend",
        DstPortStart = "dstportstart",
        DstPortEnd = "dstportend",
        Dscp = "dscp",
        ConnlimitAbove = "connlimit-above",
        State = "state",
        IpSet = "ipset",
        IpSetFlags = "ipsetflags",
        TcpOption = "option",
        Comment = "comment",
    }
}

/// A line of a table.
#[derive(Debug)]
pub(super) struct Attribute {
    pub field: Field,
    pub kind: Kind,
    /// The field that decides whether this one is negated, whatever its own element says.
    pub follows: Option<Field>,
}

type Table = &'static [Attribute];

const fn one(field: Field, kind: Kind) -> Attribute {
    Attribute { field, kind, follows: None }
}

const fn with(follows: Field, field: Field, kind: Kind) -> Attribute {
    Attribute { field, kind, follows: Some(follows) }
}

impl Protocol {
    /// The attributes, in groups that several protocols have.
    pub(super) fn tables(self) -> &'static [Table] {
        match self {
            Self::Mac => &[MAC_ADDRESSES, ETHERNET, COMMENT],
            Self::Vlan => &[MAC_ADDRESSES, VLAN, COMMENT],
            Self::Stp => &[STP, COMMENT],
            Self::Arp | Self::Rarp => &[FRAME, ARP, COMMENT],
            Self::Ip => &[FRAME, IPV4_ADDRESSES, IP, PORTS, DSCP, COMMENT],
            Self::Ipv6 => &[FRAME, IPV6_ADDRESSES, IP, PORTS, ICMP_RANGES, COMMENT],
            Self::Tcp => &[SOURCE, IPV4_ADDRESSES, IPV4_RANGES, STACK, PORTS_OF_SOURCE, TCP, TCP_FLAGS, COMMENT],
            Self::TcpIpv6 => &[SOURCE, IPV6_ADDRESSES, IPV6_RANGES, STACK, PORTS_OF_SOURCE, TCP, COMMENT],
            Self::Udp | Self::Sctp => &[SOURCE, IPV4_ADDRESSES, IPV4_RANGES, STACK, PORTS_OF_SOURCE, COMMENT],
            Self::UdpIpv6 | Self::SctpIpv6 => &[SOURCE, IPV6_ADDRESSES, IPV6_RANGES, STACK, PORTS_OF_SOURCE, COMMENT],
            Self::Icmp => &[SOURCE, IPV4_ADDRESSES, IPV4_RANGES, STACK, ICMP, COMMENT],
            Self::IcmpIpv6 => &[SOURCE, IPV6_ADDRESSES, IPV6_RANGES, STACK, ICMP, COMMENT],
            Self::UdpLite | Self::Esp | Self::Ah | Self::All | Self::Igmp => {
                &[SOURCE, IPV4_ADDRESSES, IPV4_RANGES, STACK, COMMENT]
            }
            Self::UdpLiteIpv6 | Self::EspIpv6 | Self::AhIpv6 | Self::AllIpv6 => {
                &[SOURCE, IPV6_ADDRESSES, IPV6_RANGES, STACK, COMMENT]
            }
        }
    }

    pub(super) fn attributes(self) -> impl Iterator<Item = &'static Attribute> {
        self.tables().iter().copied().flatten()
    }

    /// Whether a set of addresses and its flags are completed, as in most protocols.
    pub(super) fn settles_sets(self) -> bool {
        !matches!(self, Self::All | Self::AllIpv6)
    }
}

use Field::*;

const COMMENT: Table = &[one(Comment, Kind::Comment)];

const MAC_ADDRESSES: Table = &[
    one(SrcMacAddr, Kind::Mac),
    with(SrcMacAddr, SrcMacMask, Kind::MacMask),
    one(DstMacAddr, Kind::Mac),
    with(DstMacAddr, DstMacMask, Kind::MacMask),
];

/// The same where masks are negated by themselves.
const FRAME: Table = &[
    one(SrcMacAddr, Kind::Mac),
    one(SrcMacMask, Kind::MacMask),
    one(DstMacAddr, Kind::Mac),
    one(DstMacMask, Kind::MacMask),
];

const ETHERNET: Table = &[one(ProtocolId, Kind::ETHERTYPE)];

const VLAN: Table = &[one(VlanId, Kind::VLAN), one(EncapProtocol, Kind::ENCAPSULATED)];

/// IEEE 802.1D. Frames of the protocol go to one address, so there is none to look at.
const STP: Table = &[
    one(SrcMacAddr, Kind::Mac),
    with(SrcMacAddr, SrcMacMask, Kind::MacMask),
    one(Type, Kind::U8),
    one(Flags, Kind::U8),
    one(RootPriority, Kind::U16),
    with(RootPriority, RootPriorityHi, Kind::U16),
    one(RootAddress, Kind::Mac),
    with(RootAddress, RootAddressMask, Kind::MacMask),
    one(RootCost, Kind::U32),
    with(RootCost, RootCostHi, Kind::U32),
    one(SenderPriority, Kind::U16),
    with(SenderPriority, SenderPriorityHi, Kind::U16),
    one(SenderAddress, Kind::Mac),
    with(SenderAddress, SenderAddressMask, Kind::MacMask),
    one(Port, Kind::U16),
    with(Port, PortHi, Kind::U16),
    one(Age, Kind::U16),
    with(Age, AgeHi, Kind::U16),
    one(MaxAge, Kind::U16),
    with(MaxAge, MaxAgeHi, Kind::U16),
    one(HelloTime, Kind::U16),
    with(HelloTime, HelloTimeHi, Kind::U16),
    one(ForwardDelay, Kind::U16),
    with(ForwardDelay, ForwardDelayHi, Kind::U16),
];

const ARP: Table = &[
    one(HwType, Kind::U16),
    one(ProtocolType, Kind::U16),
    one(Opcode, Kind::OPCODE),
    one(ArpSrcMacAddr, Kind::Mac),
    one(ArpDstMacAddr, Kind::Mac),
    one(ArpSrcIpAddr, Kind::Ipv4),
    one(ArpSrcIpMask, Kind::Ipv4Mask),
    one(ArpDstIpAddr, Kind::Ipv4),
    one(ArpDstIpMask, Kind::Ipv4Mask),
    one(Gratuitous, Kind::Flag),
];

const IPV4_ADDRESSES: Table = &addresses(Kind::Ipv4, Kind::Ipv4Mask);
const IPV6_ADDRESSES: Table = &addresses(Kind::Ipv6, Kind::Ipv6Mask);

const fn addresses(address: Kind, mask: Kind) -> [Attribute; 4] {
    [
        one(SrcIpAddr, address),
        with(SrcIpAddr, SrcIpMask, mask),
        one(DstIpAddr, address),
        with(DstIpAddr, DstIpMask, mask),
    ]
}

const IPV4_RANGES: Table = &ranges(Kind::Ipv4);
const IPV6_RANGES: Table = &ranges(Kind::Ipv6);

/// libvirt takes an IPv4 address for the end of the range of destinations, whatever the others are.
const fn ranges(address: Kind) -> [Attribute; 4] {
    [
        one(SrcIpFrom, address),
        with(SrcIpFrom, SrcIpTo, address),
        one(DstIpFrom, address),
        with(DstIpFrom, DstIpTo, Kind::Ipv4),
    ]
}

const IP: Table = &[one(IpProtocol, Kind::IP_PROTOCOL)];

const PORTS: Table = &[
    one(SrcPortStart, Kind::U16),
    one(SrcPortEnd, Kind::U16),
    one(DstPortStart, Kind::U16),
    one(DstPortEnd, Kind::U16),
];

/// The same where all are negated as the first is.
const PORTS_OF_SOURCE: Table = &[
    one(SrcPortStart, Kind::U16),
    with(SrcPortStart, SrcPortEnd, Kind::U16),
    with(SrcPortStart, DstPortStart, Kind::U16),
    with(SrcPortStart, DstPortEnd, Kind::U16),
];

const DSCP: Table = &[one(Dscp, Kind::DSCP)];

const ICMP: Table = &[one(Type, Kind::U8), with(Type, Code, Kind::U8)];

const ICMP_RANGES: Table =
    &[one(Type, Kind::U8), with(Type, TypeEnd, Kind::U8), with(Type, Code, Kind::U8), with(Type, CodeEnd, Kind::U8)];

const TCP: Table = &[one(TcpOption, Kind::U8)];

const TCP_FLAGS: Table = &[one(Flags, Kind::TcpFlags)];

const SOURCE: Table = &[one(SrcMacAddr, Kind::Mac)];

const STACK: Table = &[
    one(Dscp, Kind::DSCP),
    one(ConnlimitAbove, Kind::LIMIT),
    one(State, Kind::States),
    one(IpSet, Kind::SetName),
    one(IpSetFlags, Kind::Sides),
];
