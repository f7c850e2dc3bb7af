//! Networks as documents: what libvirt writes comes back, and what is wrong is said in its words.

use super::*;
use crate::xml::{Dump, format};

fn read(text: &str) -> Result<Network, Fault> {
    Network::parse(text, Read::default()).map(|(network, _)| network)
}

fn comes_back(text: &str) {
    let options = Read { strict: true, active: false };
    let (network, unknown) = Network::parse(text, options).unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!(unknown, []);
    assert_eq!(format(&network, Dump::default()), text);
}
