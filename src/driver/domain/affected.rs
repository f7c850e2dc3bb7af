//! Which of a domain's two definitions a call is about: the one that runs, or the one that stays.

use std::ffi::c_uint;

use crate::error::{Error, Result};
use crate::types::*;

/// The definitions that flags ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Affected {
    pub live: bool,
    pub config: bool,
}

impl Affected {
    /// What `VIR_DOMAIN_AFFECT_…` means now. Other flags are not looked at.
    ///
    /// # Errors
    /// `VIR_ERR_OPERATION_INVALID` when it does not run and the live definition is asked for, or has no persistent one that is.
    pub fn of(flags: c_uint, is_active: bool, is_persistent: bool) -> Result<Self> {
        let invalid = |text: &str| Err(Error::new(VIR_ERR_OPERATION_INVALID, text).from_origin(VIR_FROM_DOMAIN));
        let mut affected =
            Self { live: flags & VIR_DOMAIN_AFFECT_LIVE != 0, config: flags & VIR_DOMAIN_AFFECT_CONFIG != 0 };
        if !affected.live && !affected.config {
            affected = Self { live: is_active, config: !is_active };
        }
        if affected.live && !is_active {
            return invalid("domain is not running");
        }
        if affected.config && !is_persistent {
            return invalid("transient domains do not have any persistent config");
        }
        Ok(affected)
    }

    /// Complains about flags that ask for both definitions.
    ///
    /// # Errors
    /// `VIR_ERR_INVALID_ARG`.
    pub fn one(flags: c_uint) -> Result<()> {
        let both = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;
        if flags & both != both {
            return Ok(());
        }
        let text = "Flags 'VIR_DOMAIN_AFFECT_LIVE' and 'VIR_DOMAIN_AFFECT_CONFIG' are mutually exclusive";
        Err(Error::about("flags", text).from_origin(VIR_FROM_DOMAIN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_flags_mean() {
        const BOTH: c_uint = VIR_DOMAIN_AFFECT_LIVE | VIR_DOMAIN_AFFECT_CONFIG;
        let affected = |flags, is_active, is_persistent| {
            Affected::of(flags, is_active, is_persistent).ok().map(|affected| (affected.live, affected.config))
        };
        assert_eq!(affected(0, false, true), Some((false, true)));
        assert_eq!(affected(VIR_DOMAIN_AFFECT_LIVE, false, true), None);
        assert_eq!(affected(BOTH, false, true), None);
        assert_eq!(affected(0, true, true), Some((true, false)));
        assert_eq!(affected(BOTH, true, true), Some((true, true)));
        assert_eq!(affected(VIR_DOMAIN_AFFECT_LIVE, true, false), Some((true, false)));
        assert_eq!(affected(VIR_DOMAIN_AFFECT_CONFIG, true, false), None);
        assert!(Affected::one(BOTH).is_err() && Affected::one(VIR_DOMAIN_AFFECT_LIVE).is_ok());
    }
}
