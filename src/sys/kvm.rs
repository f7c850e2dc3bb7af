//! What KVM and the processor's registers tell of this host (Documentation/virt/kvm/api.rst of the kernel).

use std::fs::File;
use std::io;
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::os::unix::fs::FileExt;

use crate::error::{Error, Result};

const CREATE_VM: libc::Ioctl = 0xae01;
const CHECK_EXTENSION: libc::Ioctl = 0xae03;
const CREATE_VCPU: libc::Ioctl = 0xae41;
const GET_TSC_KHZ: libc::Ioctl = 0xaea3;
/// `_IOWR(0xae, 0x88, struct kvm_msrs)`, whose head takes 8 bytes.
const GET_MSRS: libc::Ioctl = 0xc008_ae88_u32 as libc::Ioctl;
const CAP_NR_VCPUS: libc::c_ulong = 9;
const CAP_TSC_CONTROL: libc::c_ulong = 60;
const CAP_MAX_VCPUS: libc::c_ulong = 66;

/// What kernels give that tell neither number.
const FEWEST_VCPUS: u32 = 4;

/// `struct kvm_msrs` with one entry.
#[repr(C)]
struct OneMsr {
    count: u32,
    pad: u32,
    index: u32,
    reserved: u32,
    data: u64,
}

fn ask(file: &impl AsRawFd, request: libc::Ioctl, argument: libc::c_ulong) -> io::Result<libc::c_int> {
    // SAFETY: these requests take a number, no pointer.
    match unsafe { libc::ioctl(file.as_raw_fd(), request, argument) } {
        -1 => Err(io::Error::last_os_error()),
        answer => Ok(answer),
    }
}

fn make(file: &impl AsRawFd, request: libc::Ioctl) -> io::Result<OwnedFd> {
    let number = ask(file, request, 0)?;
    // SAFETY: the request made a descriptor, which nobody else has.
    Ok(unsafe { OwnedFd::from_raw_fd(number) })
}

/// How fast the time stamp counter of a guest runs, in Hz, and whether a guest's can run at another speed.
///
/// # Errors
/// Where there is no KVM, or it is not for this user.
pub fn tsc() -> io::Result<(u64, bool)> {
    let kvm = File::open("/dev/kvm")?;
    let vcpu = make(&make(&kvm, CREATE_VM)?, CREATE_VCPU)?;
    let khz = ask(&vcpu, GET_TSC_KHZ, 0)?;
    let scaling = ask(&kvm, CHECK_EXTENSION, CAP_TSC_CONTROL)? != 0;
    Ok((khz as u64 * 1000, scaling))
}

/// The most processors that a guest can have.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` where there is no KVM, or it is not for this user.
pub fn max_vcpus() -> Result<u32> {
    let kvm = File::open("/dev/kvm").map_err(|cause| Error::system(&cause, "Unable to open /dev/kvm"))?;
    let told = [CAP_MAX_VCPUS, CAP_NR_VCPUS].into_iter().filter_map(|what| ask(&kvm, CHECK_EXTENSION, what).ok());
    Ok(told.filter_map(|count| u32::try_from(count).ok()).find(|count| *count > 0).unwrap_or(FEWEST_VCPUS))
}

/// A model-specific register of the first processor, or else what KVM would tell a guest of it. `None` where neither says.
pub fn msr(index: u32) -> Option<u64> {
    let mut value = [0; 8];
    let read = File::open("/dev/cpu/0/msr").and_then(|file| file.read_exact_at(&mut value, u64::from(index)));
    match read {
        Ok(()) => Some(u64::from_le_bytes(value)),
        // The processor does not have it.
        Err(error) if error.raw_os_error() == Some(libc::EIO) => None,
        Err(_) => msr_of_guests(index),
    }
}

fn msr_of_guests(index: u32) -> Option<u64> {
    let kvm = File::open("/dev/kvm").ok()?;
    let mut asked = OneMsr { count: 1, pad: 0, index, reserved: 0, data: 0 };
    // SAFETY: the request reads and writes a `kvm_msrs` of so many entries, and one is there.
    let answer = unsafe { libc::ioctl(kvm.as_raw_fd(), GET_MSRS, &mut asked) };
    (answer >= 0).then_some(asked.data)
}
