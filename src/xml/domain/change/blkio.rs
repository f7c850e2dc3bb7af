//! Shares and limits of disk I/O, for all disks together and for devices of the host.

use crate::error::{Error, Result};
use crate::typed_param::{TypedParams, Value};
use crate::types::*;
use crate::xml::domain::blkiotune::{Blkiotune, Device};

/// What there is for each device: the parameter, the largest number, and where it stands.
struct Field {
    name: &'static str,
    most: u64,
    get: fn(&Device) -> u64,
    set: fn(&mut Device, u64),
}

const FIELDS: [Field; 5] = [
    Field {
        name: VIR_DOMAIN_BLKIO_DEVICE_WEIGHT,
        most: u32::MAX as u64,
        get: |device| device.weight.into(),
        set: |device, number| device.weight = number as u32,
    },
    Field {
        name: VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS,
        most: u32::MAX as u64,
        get: |device| device.read_iops_sec.into(),
        set: |device, number| device.read_iops_sec = number as u32,
    },
    Field {
        name: VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS,
        most: u32::MAX as u64,
        get: |device| device.write_iops_sec.into(),
        set: |device, number| device.write_iops_sec = number as u32,
    },
    Field {
        name: VIR_DOMAIN_BLKIO_DEVICE_READ_BPS,
        most: u64::MAX,
        get: |device| device.read_bytes_sec,
        set: |device, number| device.read_bytes_sec = number,
    },
    Field {
        name: VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS,
        most: u64::MAX,
        get: |device| device.write_bytes_sec,
        set: |device, number| device.write_bytes_sec = number,
    },
];

impl Blkiotune {
    /// Names and types of the parameters.
    pub const PARAMS: &[(&str, virTypedParameterType)] = &[
        (VIR_DOMAIN_BLKIO_WEIGHT, VIR_TYPED_PARAM_UINT),
        (VIR_DOMAIN_BLKIO_DEVICE_WEIGHT, VIR_TYPED_PARAM_STRING),
        (VIR_DOMAIN_BLKIO_DEVICE_READ_IOPS, VIR_TYPED_PARAM_STRING),
        (VIR_DOMAIN_BLKIO_DEVICE_WRITE_IOPS, VIR_TYPED_PARAM_STRING),
        (VIR_DOMAIN_BLKIO_DEVICE_READ_BPS, VIR_TYPED_PARAM_STRING),
        (VIR_DOMAIN_BLKIO_DEVICE_WRITE_BPS, VIR_TYPED_PARAM_STRING),
    ];

    pub fn params(&self) -> TypedParams {
        let mut params = TypedParams::new();
        params.push(VIR_DOMAIN_BLKIO_WEIGHT, self.weight);
        for field in &FIELDS {
            let some = self.devices.0.iter().filter(|device| (field.get)(device) > 0);
            let texts: Vec<_> = some
                .map(|device| format!("{},{}", device.path.as_deref().unwrap_or_default(), (field.get)(device)))
                .collect();
            params.push(field.name, texts.join(","));
        }
        params
    }

    /// Sets what can be set; what is wrong with one parameter does not keep the others from being set.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG`: what is wrong with the last that is.
    pub fn set_params(&mut self, params: &TypedParams) -> Result<()> {
        let mut result = Ok(());
        for (name, value) in params.iter() {
            match value {
                Value::UInt(weight) if name == VIR_DOMAIN_BLKIO_WEIGHT => self.weight = *weight,
                Value::String(text) => {
                    let Some(field) = FIELDS.iter().find(|field| field.name == name) else { continue };
                    match parse(field, text) {
                        Ok(numbers) => numbers.into_iter().for_each(|(path, number)| self.set(field, path, number)),
                        Err(error) => result = Err(error),
                    }
                }
                _ => {}
            }
        }
        result
    }

    fn set(&mut self, field: &Field, path: &str, number: u64) {
        let known = self.devices.0.iter_mut().find(|device| device.path.as_deref().unwrap_or_default() == path);
        match known {
            Some(device) => (field.set)(device, number),
            None => {
                let mut device = Device { path: Some(path.to_owned()), ..Device::default() };
                (field.set)(&mut device, number);
                self.devices.0.push(device);
            }
        }
    }
}

/// Reads "/dev/sda,100,/dev/sdb,200".
fn parse<'a>(field: &Field, text: &'a str) -> Result<Vec<(&'a str, u64)>> {
    let wrong = |text: String| Error::new(VIR_ERR_INVALID_ARG, text).from_origin(VIR_FROM_DOMAIN);
    let malformed = || wrong(format!("unable to parse blkio device '{}' '{text}'", field.name));
    let mut numbers = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (path, after) = rest.split_once(',').ok_or_else(malformed)?;
        let (number, after_number) = leading_number(after, field.most).ok_or_else(|| {
            wrong(format!("invalid value '{after}' for parameter '{}' of device '{path}'", field.name))
        })?;
        numbers.push((path, number));
        rest = match after_number.strip_prefix(',') {
            Some("") => return Err(malformed()),
            Some(next) => next,
            None if after_number.is_empty() => "",
            None => return Err(malformed()),
        };
    }
    Ok(numbers)
}

/// The number that a text begins with, as C reads it, and what follows. None without one, or when it is too large.
fn leading_number(text: &str, most: u64) -> Option<(u64, &str)> {
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '\x0b');
    let digits = digits.strip_prefix('+').unwrap_or(digits);
    let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
    let (digits, rest) = digits.split_at(end);
    digits.parse().ok().filter(|number| *number <= most).map(|number| (number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_devices() {
        let read = |text| parse(&FIELDS[0], text).map_err(|error| error.to_string());
        assert_eq!(read("/a,1, /b, 02"), Ok(vec![("/a", 1), (" /b", 2)]));
        assert_eq!(read(""), Ok(vec![]));
        assert_eq!(read("/a,5,,6"), Ok(vec![("/a", 5), ("", 6)]));
        for bad in ["/a", "/a,5,", "/a,5x", "/a,5,/b"] {
            let text = format!("invalid argument: unable to parse blkio device 'device_weight' '{bad}'");
            assert_eq!(read(bad), Err(text));
        }
        let text = "invalid argument: invalid value '-1,/b,2' for parameter 'device_weight' of device '/a'";
        assert_eq!(read("/a,-1,/b,2"), Err(text.to_owned()));
        assert!(read("/a,4294967296").is_err() && parse(&FIELDS[3], "/a,4294967296").is_ok());
    }
}
