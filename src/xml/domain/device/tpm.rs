//! `<tpm>`: the trusted platform module.

use super::address::Place;
use super::chardev::{self, Mode};
use crate::types::*;
use crate::uuid::Uuid;
use crate::xml::{Fault, OnlyYes};
use crate::{element, variants, walk, words};

words! { pub enum Model { Tis = "tpm-tis", Crb = "tpm-crb", Spapr = "tpm-spapr", SpaprProxy = "spapr-tpm-proxy" } }
words! { pub enum Version { V1_2 = "1.2", V2_0 = "2.0" } }

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tpm {
    pub model: Option<Model>,
    pub backend: Backend,
    pub place: Place,
}

walk!(Tpm, |tpm, xml| {
    tpm.model.attr("model", xml);
    let given = xml.has("backend");
    xml.check(|| if given { Ok(()) } else { Err(Fault::xml("missing TPM device backend")) });
    xml.single("backend", VIR_ERR_XML_ERROR, "only one TPM backend is supported");
    tpm.backend.child("backend", xml);
    tpm.place.inline(xml);
});

variants! {
    pub enum Backend by required "type" {
        Passthrough(Passthrough) = "passthrough",
        Emulator(Emulator) = "emulator",
        External(External) = "external",
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passthrough {
    pub device: Option<String>,
}

walk!(Passthrough, |passthrough, xml| {
    if xml.is_reading() {
        // It is what it is.
        xml.word("version", "");
    }
    passthrough.device.via("device", "path", xml);
});

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Emulator {
    pub version: Option<Version>,
    pub persistent_state: OnlyYes,
    /// How much `swtpm` tells in its log.
    pub debug: u32,
    pub encryption: Option<Uuid>,
    pub banks: Option<Banks>,
    pub state: Option<State>,
    pub profile: Option<Box<Profile>>,
}

walk!(Emulator, |emulator, xml| {
    emulator.version.attr("version", xml);
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "Invalid persistent_state value, either 'yes' or 'no'", |xml| {
        emulator.persistent_state.sparse("persistent_state", xml);
    });
    xml.newer(|xml| emulator.debug.sparse("debug", xml));
    xml.refuse(VIR_ERR_INTERNAL_ERROR, "Unable to parse secret uuid '{}'", |xml| {
        emulator.encryption.via("encryption", "secret", xml);
    });
    emulator.banks.child("active_pcr_banks", xml);
    xml.newer(|xml| {
        emulator.state.child("source", xml);
        emulator.profile.child("profile", xml);
    });
});

words! { pub enum StateType { File = "file", Dir = "dir" } }
words! { pub enum RemoveDisabled { Check = "check", FipsHost = "fips-host" } }

element! {
    /// Where the state of the module is kept.
    pub struct State {
        kind: StateType = required("type"),
        path: Option<String> = attr("path"),
    }
}

element! {
    /// Which algorithms and commands the module has.
    pub struct Profile {
        source: Option<String> = attr("source"),
        remove_disabled: Option<RemoveDisabled> = attr("removeDisabled"),
        /// What `swtpm` calls it once it is made.
        name: Option<String> = attr("name"),
    }
}

element! {
    /// Which kinds of measurements are kept.
    pub struct Banks {
        sha1: bool = child("sha1"),
        sha256: bool = child("sha256"),
        sha384: bool = child("sha384"),
        sha512: bool = child("sha512"),
    }
}

element! {
    /// A socket of a program that is the module.
    pub struct External {
        source: Option<ExternalSource> = child("source"),
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExternalSource {
    pub kind: Option<String>,
    pub mode: Option<Mode>,
    pub path: Option<String>,
    pub reconnect: Option<chardev::Reconnect>,
}

walk!(ExternalSource, |source, xml| {
    source.kind.attr("type", xml);
    source.mode.attr("mode", xml);
    source.path.attr("path", xml);
    source.reconnect.child("reconnect", xml);
    xml.check(|| match source.mode {
        Some(Mode::Bind) => Err(Fault::xml("only 'client' mode is supported for external TPM device")),
        Some(Mode::Connect) | None => Ok(()),
    });
});
