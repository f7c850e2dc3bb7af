//! `<launchSecurity>` and `<keywrap>`: encrypted guests.

use crate::xml::{Hex, OnOff, YesNo};
use crate::{element, variants, words};

words! { pub enum CipherName { Aes = "aes", Dea = "dea" } }

variants! {
    pub enum LaunchSecurity by required "type" {
        Sev(Sev) = "sev",
        S390Pv(()) = "s390-pv",
    }
}

element! {
    pub struct Sev {
        kernel_hashes: Option<YesNo> = attr("kernelHashes"),
        cbitpos: Option<u32> = leaf("cbitpos"),
        reduced_phys_bits: Option<u32> = leaf("reducedPhysBits"),
        policy: Option<Hex<4>> = leaf("policy"),
        dh_cert: Option<String> = leaf("dhCert"),
        session: Option<String> = leaf("session"),
    }
}

element! {
    pub struct Cipher {
        name: CipherName = required("name"),
        state: OnOff = required("state"),
    }
}
