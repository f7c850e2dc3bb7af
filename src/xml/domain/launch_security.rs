//! `<launchSecurity>` and `<keywrap>`: encrypted guests.

use crate::xml::{Hex, Long, OnOff, YesNo};
use crate::{element, variants, words};

words! { pub enum CipherName { Aes = "aes", Dea = "dea" } }

variants! {
    pub enum LaunchSecurity by required "type" {
        Sev(Sev) = "sev",
        S390Pv(()) = "s390-pv";
        newer: SevSnp(Box<SevSnp>) = "sev-snp", Tdx(Box<Tdx>) = "tdx",
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
    pub struct SevSnp {
        kernel_hashes: Option<YesNo> = attr("kernelHashes"),
        author_key: Option<YesNo> = attr("authorKey"),
        vcek: Option<YesNo> = attr("vcek"),
        cbitpos: Option<u32> = leaf("cbitpos"),
        reduced_phys_bits: Option<u32> = leaf("reducedPhysBits"),
        policy: Option<Long<8>> = leaf("policy"),
        /// These four are Base64.
        workarounds: Option<String> = leaf("guestVisibleWorkarounds"),
        id_block: Option<String> = leaf("idBlock"),
        id_auth: Option<String> = leaf("idAuth"),
        host_data: Option<String> = leaf("hostData"),
    }
}

element! {
    pub struct Tdx {
        policy: Option<Long<1>> = leaf("policy"),
        /// These three are Base64.
        config_id: Option<String> = leaf("mrConfigId"),
        owner: Option<String> = leaf("mrOwner"),
        owner_config: Option<String> = leaf("mrOwnerConfig"),
        quote_service: Option<QuoteService> = child("quoteGenerationService"),
    }
}

element! {
    /// Who signs what is measured; a socket of its own or the usual one.
    pub struct QuoteService {
        path: Option<String> = attr("path"),
    }
}

element! {
    pub struct Cipher {
        name: CipherName = required("name"),
        state: OnOff = required("state"),
    }
}
