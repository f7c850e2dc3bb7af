//! Limits of what one network interface sends and receives, and finding interfaces.

use crate::error::{Error, Result};
use crate::mac::Mac;
use crate::typed_param::TypedParams;
use crate::types::*;
use crate::xml::common::bandwidth::{Bandwidth, Rate};
use crate::xml::domain::Domain;
use crate::xml::domain::device::interface::Interface;

const INBOUND: [&str; 4] = [
    VIR_DOMAIN_BANDWIDTH_IN_AVERAGE,
    VIR_DOMAIN_BANDWIDTH_IN_PEAK,
    VIR_DOMAIN_BANDWIDTH_IN_BURST,
    VIR_DOMAIN_BANDWIDTH_IN_FLOOR,
];
const OUTBOUND: [&str; 3] =
    [VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE, VIR_DOMAIN_BANDWIDTH_OUT_PEAK, VIR_DOMAIN_BANDWIDTH_OUT_BURST];

/// Average, peak, burst and floor of a rate.
fn numbers(rate: &Rate) -> [u32; 4] {
    [rate.average, rate.peak, rate.burst, rate.floor].map(|number| u32::try_from(number).unwrap_or(u32::MAX))
}

/// What parameters say of one direction: `None` when nothing. Without average and floor nothing is limited.
fn rate(params: &TypedParams, names: &[&str]) -> Option<Rate> {
    let given: Vec<_> = names.iter().map(|name| params.uint(name)).collect();
    if given.iter().all(Option::is_none) {
        return None;
    }
    let number = |at: usize| given.get(at).copied().flatten().unwrap_or(0).into();
    let rate = Rate { average: number(0), peak: number(1), burst: number(2), floor: number(3) };
    Some(if rate.average > 0 || rate.floor > 0 { rate } else { Rate::default() })
}

impl Interface {
    /// Names and types of the parameters.
    pub const BANDWIDTH_PARAMS: &[(&str, virTypedParameterType)] = &[
        (VIR_DOMAIN_BANDWIDTH_IN_AVERAGE, VIR_TYPED_PARAM_UINT),
        (VIR_DOMAIN_BANDWIDTH_IN_PEAK, VIR_TYPED_PARAM_UINT),
        (VIR_DOMAIN_BANDWIDTH_IN_BURST, VIR_TYPED_PARAM_UINT),
        (VIR_DOMAIN_BANDWIDTH_IN_FLOOR, VIR_TYPED_PARAM_UINT),
        (VIR_DOMAIN_BANDWIDTH_OUT_AVERAGE, VIR_TYPED_PARAM_UINT),
        (VIR_DOMAIN_BANDWIDTH_OUT_PEAK, VIR_TYPED_PARAM_UINT),
        (VIR_DOMAIN_BANDWIDTH_OUT_BURST, VIR_TYPED_PARAM_UINT),
    ];

    pub fn bandwidth_params(&self) -> TypedParams {
        let none = Bandwidth::default();
        let limits = self.bandwidth.as_deref().unwrap_or(&none);
        let (inbound, outbound) = (numbers(&limits.inbound), numbers(&limits.outbound));
        let mut params = TypedParams::new();
        INBOUND.iter().zip(inbound).for_each(|(name, number)| params.push(*name, number));
        OUTBOUND.iter().zip(outbound).for_each(|(name, number)| params.push(*name, number));
        params
    }

    /// Replaces the limits of a direction of which something is said. One without average and floor is not limited.
    pub fn set_bandwidth_params(&mut self, params: &TypedParams) {
        let limits = self.bandwidth.get_or_insert_default();
        if let Some(inbound) = rate(params, &INBOUND) {
            limits.inbound = inbound;
        }
        if let Some(outbound) = rate(params, &OUTBOUND) {
            limits.outbound = outbound;
        }
    }

    fn is_called(&self, device: &str, mac: Option<Mac>) -> bool {
        match mac {
            Some(mac) => self.mac.address == Some(mac),
            None => self.target.as_ref().and_then(|target| target.device.as_deref()) == Some(device),
        }
    }
}

impl Domain {
    /// The place among the interfaces of the one with that target or MAC address.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG` when there is none.
    pub fn find_interface(&self, device: &str) -> Result<usize> {
        let mac = Mac::parse(device);
        let found = self.devices.interfaces.iter().position(|interface| interface.is_called(device, mac));
        found.ok_or_else(|| {
            let text = format!("'{device}' is not a known interface");
            Error::new(VIR_ERR_INVALID_ARG, text).from_origin(VIR_FROM_DOMAIN)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_replaced_as_a_whole() {
        let mut interface = Interface::default();
        let mut set = |values: &[(&'static str, u32)]| {
            let params = values.iter().map(|(name, number)| (*name, (*number).into())).collect();
            interface.set_bandwidth_params(&params);
            interface.bandwidth_params().iter().map(|(_, value)| value.clone()).collect::<Vec<_>>()
        };
        let values = |numbers: [u32; 7]| numbers.map(Into::into).to_vec();
        assert_eq!(set(&[(INBOUND[0], 5), (OUTBOUND[0], 6)]), values([5, 0, 0, 0, 6, 0, 0]));
        assert_eq!(set(&[(INBOUND[3], 7), (INBOUND[1], 8)]), values([0, 8, 0, 7, 6, 0, 0]));
        assert_eq!(set(&[(OUTBOUND[1], 9)]), values([0, 8, 0, 7, 0, 0, 0]));
        assert_eq!(set(&[(INBOUND[0], 0)]), values([0; 7]));
        assert!(interface.bandwidth.is_some_and(|limits| limits.is_empty()));
    }
}
