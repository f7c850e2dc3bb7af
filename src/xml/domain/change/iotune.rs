//! Limits of one disk's I/O.

use crate::error::{Error, Result};
use crate::typed_param::{TypedParams, Value};
use crate::types::*;
use crate::xml::domain::device::disk::Iotune;

/// The parameters that are numbers, in the order in which they are told, the group's name between them aside.
type Field = (&'static str, fn(&mut Iotune) -> &mut u64);

const BEFORE_GROUP: [Field; 13] = [
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC, |tune| &mut tune.rates.total_bytes_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC, |tune| &mut tune.rates.read_bytes_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC, |tune| &mut tune.rates.write_bytes_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC, |tune| &mut tune.rates.total_iops_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC, |tune| &mut tune.rates.read_iops_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC, |tune| &mut tune.rates.write_iops_sec),
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX, |tune| &mut tune.rates.total_bytes_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX, |tune| &mut tune.rates.read_bytes_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX, |tune| &mut tune.rates.write_bytes_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX, |tune| &mut tune.rates.total_iops_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX, |tune| &mut tune.rates.read_iops_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX, |tune| &mut tune.rates.write_iops_sec_max),
    (VIR_DOMAIN_BLOCK_IOTUNE_SIZE_IOPS_SEC, |tune| &mut tune.rates.size_iops_sec),
];

const AFTER_GROUP: [Field; 6] = [
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX_LENGTH, |tune| &mut tune.lengths.total_bytes_sec_max_length),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_BYTES_SEC_MAX_LENGTH, |tune| &mut tune.lengths.read_bytes_sec_max_length),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_BYTES_SEC_MAX_LENGTH, |tune| &mut tune.lengths.write_bytes_sec_max_length),
    (VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_IOPS_SEC_MAX_LENGTH, |tune| &mut tune.lengths.total_iops_sec_max_length),
    (VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC_MAX_LENGTH, |tune| &mut tune.lengths.read_iops_sec_max_length),
    (VIR_DOMAIN_BLOCK_IOTUNE_WRITE_IOPS_SEC_MAX_LENGTH, |tune| &mut tune.lengths.write_iops_sec_max_length),
];

/// The most that a limit may be.
const MOST: u64 = 1_000_000_000_000_000;

fn fields() -> impl Iterator<Item = &'static Field> {
    BEFORE_GROUP.iter().chain(&AFTER_GROUP)
}

impl Iotune {
    /// Every parameter, 0 and "" for what is not limited.
    pub fn params(&self) -> TypedParams {
        let mut copy = self.clone();
        let mut params = TypedParams::new();
        BEFORE_GROUP.iter().for_each(|(name, field)| params.push(*name, *field(&mut copy)));
        params.push(VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, self.group_name.as_deref().unwrap_or_default());
        AFTER_GROUP.iter().for_each(|(name, field)| params.push(*name, *field(&mut copy)));
        params
    }

    /// Whether it limits nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Checks names and types of parameters.
    ///
    /// # Errors
    /// Those of [`TypedParams::validate`].
    pub fn validate_params(params: &TypedParams) -> Result<()> {
        let mut known: Vec<_> = fields().map(|(name, _)| (*name, VIR_TYPED_PARAM_ULLONG)).collect();
        known.push((VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, VIR_TYPED_PARAM_STRING));
        params.validate(&known)
    }

    /// This with some limits changed. The origin of errors is the driver's to say.
    ///
    /// # Errors
    /// `VIR_ERR_ARGUMENT_UNSUPPORTED` for limits that are too large.
    pub fn with_params(&self, params: &TypedParams) -> Result<Self> {
        let mut changed = self.clone();
        for (name, value) in params.iter() {
            match value {
                Value::ULLong(limit) if *limit > MOST => {
                    let text = format!("block I/O throttle limit value must be no more than {MOST}");
                    return Err(Error::new(VIR_ERR_ARGUMENT_UNSUPPORTED, text));
                }
                Value::ULLong(limit) => {
                    if let Some((_, field)) = fields().find(|(known, _)| *known == name) {
                        *field(&mut changed) = *limit;
                    }
                }
                Value::String(group) => changed.group_name = Some(group.clone()),
                _ => {}
            }
        }
        Ok(changed)
    }

    /// Checks that limits do not contradict each other. The origin of errors is the driver's to say.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG`.
    pub fn check_limits(&self) -> Result<()> {
        let both = [
            ("bytes_sec", self.rates.total_bytes_sec, self.rates.read_bytes_sec, self.rates.write_bytes_sec),
            ("iops_sec", self.rates.total_iops_sec, self.rates.read_iops_sec, self.rates.write_iops_sec),
            (
                "bytes_sec_max",
                self.rates.total_bytes_sec_max,
                self.rates.read_bytes_sec_max,
                self.rates.write_bytes_sec_max,
            ),
            (
                "iops_sec_max",
                self.rates.total_iops_sec_max,
                self.rates.read_iops_sec_max,
                self.rates.write_iops_sec_max,
            ),
        ];
        for (name, total, read, write) in both {
            if total > 0 && (read > 0 || write > 0) {
                let text = format!("total and read/write of {name} cannot be set at the same time");
                return Err(Error::new(VIR_ERR_INVALID_ARG, text));
            }
        }
        Ok(())
    }

    /// Checks that no limit is above the one for a while, where one that is not given counts as 0. The origin of errors is
    /// the driver's to say.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG`.
    pub fn check_peaks(&self) -> Result<()> {
        let pairs = [
            ("total_bytes_sec", self.rates.total_bytes_sec, self.rates.total_bytes_sec_max),
            ("read_bytes_sec", self.rates.read_bytes_sec, self.rates.read_bytes_sec_max),
            ("write_bytes_sec", self.rates.write_bytes_sec, self.rates.write_bytes_sec_max),
            ("total_iops_sec", self.rates.total_iops_sec, self.rates.total_iops_sec_max),
            ("read_iops_sec", self.rates.read_iops_sec, self.rates.read_iops_sec_max),
            ("write_iops_sec", self.rates.write_iops_sec, self.rates.write_iops_sec_max),
        ];
        match pairs.iter().find(|(_, limit, most)| limit > most) {
            Some((name, ..)) => {
                Err(Error::new(VIR_ERR_INVALID_ARG, format!("{name} cannot be set higher than {name}_max ")))
            }
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::xml::domain::device::disk::Rates;

    #[test]
    fn parameters_and_checks() {
        let mut params = TypedParams::new();
        params.push(VIR_DOMAIN_BLOCK_IOTUNE_TOTAL_BYTES_SEC_MAX, 7u64);
        params.push(VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, "g");
        let tune = Iotune::default().with_params(&params).unwrap();
        assert_eq!((tune.params().len(), tune.rates.total_bytes_sec_max), (20, 7));
        assert_eq!(tune.group_name.as_deref(), Some("g"));
        assert!(tune.check_limits().is_ok() && tune.check_peaks().is_ok() && !tune.is_empty());
        let rates = |change: fn(&mut Rates)| {
            let mut changed = tune.clone();
            change(&mut changed.rates);
            changed
        };
        assert!(rates(|rates| rates.read_bytes_sec_max = 1).check_limits().is_err());
        assert!(rates(|rates| rates.total_bytes_sec = 8).check_peaks().is_err());
        params.push(VIR_DOMAIN_BLOCK_IOTUNE_READ_IOPS_SEC, MOST + 1);
        assert!(Iotune::default().with_params(&params).is_err());
    }
}
