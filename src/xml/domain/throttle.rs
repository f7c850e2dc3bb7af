//! `<throttlegroups>`: limits that disks share.

use super::device::disk::{Lengths, Rates};
use crate::element;

element! {
    pub struct ThrottleGroup {
        rates: Rates = inline(),
        lengths: Lengths = inline(),
        /// What the disks' `<throttlefilters>` call it.
        name: Option<String> = leaf("group_name"),
    }
}
