//! `<blkiotune>`: shares and limits of disk I/O.

use crate::element;

element! {
    pub struct Blkiotune {
        weight: u32 = sparse_leaf("weight"),
        devices: Vec<Device> = child("device"),
    }
}

element! {
    /// Of one block device of the host.
    pub struct Device {
        path: Option<String> = leaf("path"),
        weight: u32 = sparse_leaf("weight") else VIR_ERR_XML_ERROR "could not parse weight {}",
        read_iops_sec: u32 = sparse_leaf("read_iops_sec") else VIR_ERR_XML_ERROR "could not parse read iops sec {}",
        write_iops_sec: u32 = sparse_leaf("write_iops_sec") else VIR_ERR_XML_ERROR "could not parse write iops sec {}",
        read_bytes_sec: u64 = sparse_leaf("read_bytes_sec") else VIR_ERR_XML_ERROR "could not parse read bytes sec {}",
        write_bytes_sec: u64 = sparse_leaf("write_bytes_sec") else VIR_ERR_XML_ERROR "could not parse write bytes sec {}",
    }
}
