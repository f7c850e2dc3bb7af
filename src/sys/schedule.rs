//! On which processors threads of this host run, and how they are scheduled (sched(7)).

use std::io;

/// How a thread is scheduled; the real-time ways with their priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    Batch,
    Idle,
    Fifo(i32),
    RoundRobin(i32),
}

/// Lets a thread run on these processors only.
///
/// # Errors
/// Those of sched_setaffinity(2): `EINVAL` where the host has none of them.
pub fn set_affinity(thread: u32, processors: impl Iterator<Item = u32>) -> io::Result<()> {
    const BITS: usize = libc::c_ulong::BITS as usize;
    let mut mask: Vec<libc::c_ulong> = vec![0; size_of::<libc::cpu_set_t>() / size_of::<libc::c_ulong>()];
    for number in processors {
        let (word, bit) = (number as usize / BITS, number as usize % BITS);
        if word >= mask.len() {
            mask.resize(word + 1, 0);
        }
        mask[word] |= 1 << bit;
    }
    // SAFETY: the kernel reads as many bytes as the mask has.
    let done =
        unsafe { libc::sched_setaffinity(thread.cast_signed(), size_of_val(mask.as_slice()), mask.as_ptr().cast()) };
    if done < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

/// Has a thread scheduled in another way than usual.
///
/// # Errors
/// Those of sched_setscheduler(2): `EPERM` where it takes a right that this process does not have.
pub fn set_policy(thread: u32, policy: Policy) -> io::Result<()> {
    let (number, priority) = match policy {
        Policy::Batch => (libc::SCHED_BATCH, 0),
        Policy::Idle => (libc::SCHED_IDLE, 0),
        Policy::Fifo(priority) => (libc::SCHED_FIFO, priority),
        Policy::RoundRobin(priority) => (libc::SCHED_RR, priority),
    };
    let parameters = libc::sched_param { sched_priority: priority };
    // SAFETY: the kernel reads the parameters, which live until it returns.
    let done = unsafe { libc::sched_setscheduler(thread.cast_signed(), number, &raw const parameters) };
    if done < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sys::thread_id;

    #[test]
    fn threads_stay_where_they_are_put() {
        let allowed = || {
            let status = std::fs::read_to_string("/proc/thread-self/status").unwrap();
            let line = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:")).unwrap();
            line.trim().to_owned()
        };
        std::thread::spawn(move || {
            let before = allowed();
            let first = before.split([',', '-']).next().unwrap().parse().unwrap();
            set_affinity(thread_id() as u32, std::iter::once(first)).unwrap();
            assert_eq!(allowed(), first.to_string());
            let missing = set_affinity(thread_id() as u32, std::iter::once(5000));
            assert_eq!(missing.unwrap_err().raw_os_error(), Some(libc::EINVAL));
            set_policy(thread_id() as u32, Policy::Batch).unwrap();
            assert_eq!(allowed(), first.to_string());
        })
        .join()
        .unwrap();
    }
}
