//! Limits of disks: QEMU's groups of them, and what a disk's own are called in its commands.

use super::super::line::{Line, Properties};
use crate::xml::domain::Domain;
use crate::xml::domain::device::disk::{Lengths, Rates};

/// QEMU's name of a group of `<throttlegroups>`.
pub fn id(group: &str) -> String {
    format!("throttle-{group}")
}

/// Adds the groups that disks' filters name.
pub fn add_groups(domain: &Domain, line: &mut Line) {
    for group in &domain.throttle_groups {
        let id = id(group.name.as_deref().unwrap_or_default());
        let mut limits = Properties::default();
        for [(name, _), parts @ ..] in numbers(&group.rates, &group.lengths) {
            for ((_, value), end) in parts.iter().zip(["", "-max", "-max-length"]) {
                limits.maybe(&format!("{name}{end}"), Some(*value).filter(|value| *value > 0));
            }
        }
        limits.maybe("iops-size", Some(group.rates.size_iops_sec).filter(|size| *size > 0));
        line.json("-object", Properties::object("throttle-group", &id).with("limits", limits.into_value()));
    }
}

/// What `block_set_io_throttle` is told; what is not limited is 0.
pub fn limits(rates: &Rates, lengths: &Lengths) -> Properties {
    let mut properties = Properties::default();
    for parts in numbers(rates, lengths) {
        for (name, value) in &parts[1..] {
            // Only what is given may have a length.
            let optional = name.ends_with("_max") || name.ends_with("_length");
            if !optional || *value > 0 {
                properties.set(name, *value);
            }
        }
    }
    properties.maybe("iops_size", Some(rates.size_iops_sec).filter(|size| *size > 0));
    properties
}

/// For each kind of limit: its name in a group; its name in the command, and value; the same of how high it may go for a while, and how long.
fn numbers(rates: &Rates, lengths: &Lengths) -> [[(&'static str, u64); 4]; 6] {
    [
        [
            ("bps-total", 0),
            ("bps", rates.total_bytes_sec),
            ("bps_max", rates.total_bytes_sec_max),
            ("bps_max_length", lengths.total_bytes_sec_max_length),
        ],
        [
            ("bps-read", 0),
            ("bps_rd", rates.read_bytes_sec),
            ("bps_rd_max", rates.read_bytes_sec_max),
            ("bps_rd_max_length", lengths.read_bytes_sec_max_length),
        ],
        [
            ("bps-write", 0),
            ("bps_wr", rates.write_bytes_sec),
            ("bps_wr_max", rates.write_bytes_sec_max),
            ("bps_wr_max_length", lengths.write_bytes_sec_max_length),
        ],
        [
            ("iops-total", 0),
            ("iops", rates.total_iops_sec),
            ("iops_max", rates.total_iops_sec_max),
            ("iops_max_length", lengths.total_iops_sec_max_length),
        ],
        [
            ("iops-read", 0),
            ("iops_rd", rates.read_iops_sec),
            ("iops_rd_max", rates.read_iops_sec_max),
            ("iops_rd_max_length", lengths.read_iops_sec_max_length),
        ],
        [
            ("iops-write", 0),
            ("iops_wr", rates.write_iops_sec),
            ("iops_wr_max", rates.write_iops_sec_max),
            ("iops_wr_max_length", lengths.write_iops_sec_max_length),
        ],
    ]
}
