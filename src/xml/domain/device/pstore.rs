//! `<pstore>`: keeps the last words of a guest that crashed.

use super::address::Place;
use crate::xml::Size;
use crate::{element, words};

words! { pub enum Backend { AcpiErst = "acpi-erst" } }

element! {
    pub struct Pstore {
        backend: Backend = required("backend"),
        path: Option<String> = leaf("path"),
        size: Size = child("size"),
        place: Place = inline(),
    }
}
