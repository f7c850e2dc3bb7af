//! Locks on single bytes of a file, owned by the process (fcntl(2)). The kernel drops them when the process ends, and when it
//! closes any descriptor of the file: who locks opens the file once only.

use std::fs::File;
use std::io;
use std::os::fd::AsRawFd;

fn lock(byte: u64, kind: libc::c_int) -> libc::flock {
    libc::flock {
        l_type: kind as libc::c_short,
        l_whence: libc::SEEK_SET as libc::c_short,
        l_start: byte.cast_signed(),
        l_len: 1,
        l_pid: 0,
    }
}

fn apply(file: &File, command: libc::c_int, lock: &mut libc::flock) -> io::Result<()> {
    // SAFETY: a descriptor and a live lock, which F_GETLK fills in.
    if unsafe { libc::fcntl(file.as_raw_fd(), command, lock) } == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// Takes the lock of one byte, waiting until it is free.
///
/// # Errors
/// Those of fcntl(2) but for `EINTR`.
pub fn wait(file: &File, byte: u64) -> io::Result<()> {
    loop {
        match apply(file, libc::F_SETLKW, &mut lock(byte, libc::F_WRLCK)) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

/// Takes the lock of one byte if nobody has it; whether it was taken.
///
/// # Errors
/// Those of fcntl(2).
pub fn try_take(file: &File, byte: u64) -> io::Result<bool> {
    match apply(file, libc::F_SETLK, &mut lock(byte, libc::F_WRLCK)) {
        Ok(()) => Ok(true),
        Err(error) if matches!(error.raw_os_error(), Some(libc::EAGAIN | libc::EACCES)) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Gives the lock of one byte back.
///
/// # Errors
/// Those of fcntl(2).
pub fn release(file: &File, byte: u64) -> io::Result<()> {
    apply(file, libc::F_SETLK, &mut lock(byte, libc::F_UNLCK))
}

/// Which other process has the lock of one byte. Takes nothing.
///
/// # Errors
/// Those of fcntl(2).
pub fn holder(file: &File, byte: u64) -> io::Result<Option<u32>> {
    let mut question = lock(byte, libc::F_WRLCK);
    apply(file, libc::F_GETLK, &mut question)?;
    Ok((i32::from(question.l_type) != libc::F_UNLCK).then_some(question.l_pid.cast_unsigned()))
}
