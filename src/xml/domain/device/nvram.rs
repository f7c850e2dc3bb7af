//! `<nvram>`: the non-volatile memory of a pSeries machine.

use super::address::Place;
use crate::element;

element! {
    pub struct Nvram {
        place: Place = inline(),
    }
}
