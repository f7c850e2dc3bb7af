//! `<bandwidth>`: limits of what a network card sends and receives.

use crate::types::*;
use crate::walk;
use crate::xml::{Fault, Shape};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bandwidth {
    /// Of a network's port, given by libvirt.
    pub class_id: Option<u32>,
    pub inbound: Rate,
    pub outbound: Rate,
}

walk!(Bandwidth, |bandwidth, xml| {
    xml.complaining(VIR_FROM_NONE, |xml| {
        let sentence = "Unable to parse class id '{}'";
        xml.refuse(VIR_ERR_INTERNAL_ERROR, sentence, |xml| bandwidth.class_id.attr("classID", xml));
        xml.open();
        xml.single("inbound", VIR_ERR_XML_DETAIL, "Only one child <inbound> element allowed");
        xml.single("outbound", VIR_ERR_XML_DETAIL, "Only one child <outbound> element allowed");
        bandwidth.inbound.child("inbound", xml);
        bandwidth.outbound.child("outbound", xml);
        xml.check(|| bandwidth.check());
    });
});

/// Kilobytes a second; `burst` in kilobytes. 0 is not given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rate {
    pub average: u64,
    pub peak: u64,
    /// What is guaranteed.
    pub floor: u64,
    pub burst: u64,
}

walk!(Rate, |rate, xml| {
    let code = VIR_ERR_CONFIG_UNSUPPORTED;
    let average = xml.given("average");
    let given = average || xml.given("floor");
    xml.check(|| if given { Ok(()) } else { Err(Fault::detail("Missing mandatory average or floor attributes")) });
    xml.shaped(Shape::Positive, |xml| {
        xml.refuse(code, "could not convert bandwidth average value '{}'", |xml| rate.average.sparse("average", xml));
        xml.refuse(code, "could not convert bandwidth peak value '{}'", |xml| rate.peak.sparse("peak", xml));
        xml.refuse(code, "could not convert bandwidth floor value '{}'", |xml| rate.floor.sparse("floor", xml));
        xml.refuse(code, "could not convert bandwidth burst value '{}'", |xml| rate.burst.sparse("burst", xml));
    });
    let alone = !average && (rate.peak > 0 || rate.burst > 0);
    xml.check(
        || if alone { Err(Fault::unsupported("'peak' and 'burst' require 'average' attribute")) } else { Ok(()) },
    );
} then settle);

impl Rate {
    /// Nobody writes what an average may be exceeded by where there is none.
    fn settle(&mut self) {
        if self.average == 0 {
            (self.peak, self.burst) = (0, 0);
        }
    }
}

impl Bandwidth {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Complains about a guarantee, which only cards in networks that libvirt runs can have.
    ///
    /// # Errors
    /// `VIR_ERR_CONFIG_UNSUPPORTED`.
    pub fn refuse_floor(&self) -> Result<(), Fault> {
        match self.inbound.floor {
            0 => Ok(()),
            _ => {
                let fault = Fault::unsupported("floor attribute is not supported for this config");
                Err(fault.with_origin(VIR_FROM_NONE))
            }
        }
    }

    /// Complains about a number that only ports of networks have.
    ///
    /// # Errors
    /// `VIR_ERR_XML_DETAIL`.
    pub fn refuse_class(&self) -> Result<(), Fault> {
        match self.class_id {
            Some(_) => {
                let fault = Fault::detail("classID attribute not supported on <bandwidth> in this usage context");
                Err(fault.with_origin(VIR_FROM_NONE))
            }
            None => Ok(()),
        }
    }

    fn check(&self) -> Result<(), Fault> {
        match self.outbound.floor {
            0 => Ok(()),
            _ => Err(Fault::unsupported("'floor' attribute allowed only in <inbound> element")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::{Dump, Read, format_as, parse_with};

    fn read(text: &str) -> Result<Bandwidth, Fault> {
        let mut bandwidth = Bandwidth::default();
        parse_with(text, "bandwidth", VIR_FROM_NONE, Read::default(), |xml| {
            crate::xml::Element::read(&mut bandwidth, xml)
        })?;
        Ok(bandwidth)
    }

    #[test]
    fn comes_back() {
        let text = "<bandwidth>\n  <inbound average='1' peak='2' floor='3' burst='4'/>\n  <outbound average='5'/>\n</bandwidth>\n";
        assert_eq!(format_as(&read(text).expect("valid"), "bandwidth", Dump::default()), text);
        assert!(read("<bandwidth><inbound average='0' peak='2'/></bandwidth>").expect("valid").is_empty());
    }

    #[test]
    fn what_is_wrong() {
        for (text, sentence) in [
            ("<inbound/>", "Missing mandatory average or floor attributes"),
            ("<inbound average='x'/>", "unsupported configuration: could not convert bandwidth average value 'x'"),
            (
                "<inbound floor='1' peak='2'/>",
                "unsupported configuration: 'peak' and 'burst' require 'average' attribute",
            ),
            ("<outbound floor='1'/>", "unsupported configuration: 'floor' attribute allowed only in <inbound> element"),
            ("<inbound average='1'/><inbound average='1'/>", "Only one child <inbound> element allowed"),
        ] {
            let fault = read(&format!("<bandwidth>{text}</bandwidth>")).expect_err(text);
            assert_eq!(fault.sentence(), sentence);
        }
    }
}
