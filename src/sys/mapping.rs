//! Files mapped into memory and shared between processes, as atomic words; and the robust futex, a word that the kernel
//! itself marks when its owner dies (get_robust_list(2)).

use std::fs::File;
use std::os::fd::AsRawFd;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::{io, ptr};

/// A shared mapping of the beginning of a file. Other processes write it at any time, so it is seen as atomic words only.
pub struct Mapping {
    start: *mut u8,
    length: usize,
}

// SAFETY: the memory is reached through atomics only, and stays mapped as long as the value lives.
unsafe impl Send for Mapping {}
// SAFETY: as above.
unsafe impl Sync for Mapping {}

impl Mapping {
    /// Maps `length` bytes of a file, which must have as many.
    ///
    /// # Errors
    /// Those of mmap(2), and `InvalidInput` where the file is shorter: touching it there would kill the process.
    pub fn new(file: &File, length: usize, writable: bool) -> io::Result<Self> {
        if file.metadata()?.len() < length as u64 {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let protection = if writable { libc::PROT_READ | libc::PROT_WRITE } else { libc::PROT_READ };
        // SAFETY: a new mapping at an address of the kernel's choice.
        let start = unsafe { libc::mmap(ptr::null_mut(), length, protection, libc::MAP_SHARED, file.as_raw_fd(), 0) };
        if start == libc::MAP_FAILED {
            return Err(io::Error::last_os_error());
        }
        Ok(Self { start: start.cast(), length })
    }

    /// The `index`th word of 8 bytes.
    ///
    /// # Panics
    /// Behind the end.
    pub fn word(&self, index: usize) -> &AtomicU64 {
        assert!(index < self.length / 8);
        // SAFETY: inside the mapping, which is aligned to pages; atomics may change under a shared reference.
        unsafe { &*self.start.cast::<AtomicU64>().add(index) }
    }

    /// `count` half words of 4 bytes, from the `index`th of all.
    ///
    /// # Panics
    /// Behind the end.
    pub fn halves(&self, index: usize, count: usize) -> &[AtomicU32] {
        assert!(index <= self.length / 4 && count <= self.length / 4 - index);
        // SAFETY: as for `word`.
        unsafe { std::slice::from_raw_parts(self.start.cast::<AtomicU32>().add(index), count) }
    }
}

impl Drop for Mapping {
    fn drop(&mut self) {
        // SAFETY: what `new` has mapped; references to it are bound to the life of `self`.
        unsafe { libc::munmap(self.start.cast(), self.length) };
    }
}

/// The kernel has marked the word, because its owner died.
pub const OWNER_DIED: u32 = libc::FUTEX_OWNER_DIED;

/// One entry of a robust list; the word stands `Head::offset` bytes behind it.
#[repr(C)]
struct Node {
    next: *const Node,
}

#[repr(C)]
struct Head {
    first: *const Node,
    offset: libc::c_long,
    pending: *const Node,
    node: Node,
}

/// Ownership of one half word of a mapping by the calling thread: the word holds the thread's number, and when the thread dies in whatever
/// way, the kernel sets [`OWNER_DIED`] in it. A thread can own one word only. Dropped, the word is 0.
pub struct Owned<'a> {
    word: &'a AtomicU32,
    head: *mut Head,
}

impl<'a> Owned<'a> {
    /// # Errors
    /// Those of set_robust_list(2): a kernel without.
    pub fn new(word: &'a AtomicU32) -> io::Result<Self> {
        let none = ptr::null();
        let head = Box::into_raw(Box::new(Head { first: none, offset: 0, pending: none, node: Node { next: none } }));
        // SAFETY: the box was just made; the list is a ring of the head and one node. The kernel reads it when the thread ends; it lives until then
        // or until the list is taken away in `drop`.
        let result = unsafe {
            let node = &raw const (*head).node;
            (*head).first = node;
            (*head).node.next = head.cast_const().cast();
            (*head).offset = word.as_ptr() as libc::c_long - node as libc::c_long;
            libc::syscall(libc::SYS_set_robust_list, head, size_of::<[usize; 3]>())
        };
        let owned = Self { word, head };
        if result != 0 {
            return Err(io::Error::last_os_error());
        }
        word.store(crate::sys::thread_id().cast_unsigned(), Ordering::Release);
        Ok(owned)
    }
}

impl Drop for Owned<'_> {
    fn drop(&mut self) {
        self.word.store(0, Ordering::Release);
        // SAFETY: the ring is made empty before its memory is freed; the kernel accepts no list at all as well.
        unsafe {
            libc::syscall(libc::SYS_set_robust_list, ptr::null::<Head>(), size_of::<[usize; 3]>());
            drop(Box::from_raw(self.head));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::thread;

    fn file() -> File {
        // An unsealed file; a sealed one cannot be mapped for writing.
        let folder = crate::test_folder::TestFolder::new();
        let mut file =
            File::options().create_new(true).read(true).write(true).open(folder.path().join("file")).unwrap();
        file.write_all(&[0; 64]).unwrap();
        file
    }

    #[test]
    fn a_dead_owner_is_marked_by_the_kernel() {
        let mapping = Mapping::new(&file(), 64, true).unwrap();
        let word = &mapping.halves(4, 1)[0];
        thread::scope(|scope| {
            scope.spawn(|| {
                let owned = Owned::new(word).unwrap();
                assert_eq!(word.load(Ordering::Relaxed), crate::sys::thread_id().cast_unsigned());
                drop(owned);
                assert_eq!(word.load(Ordering::Relaxed), 0);
                std::mem::forget(Owned::new(word).unwrap());
            });
        });
        // The kernel marks it while the thread ends, shortly after it was joined.
        while word.load(Ordering::Relaxed) & OWNER_DIED == 0 {
            thread::yield_now();
        }
    }

    #[test]
    fn two_mappings_of_a_file_are_one_memory() {
        let file = file();
        let (one, other) = (Mapping::new(&file, 64, true).unwrap(), Mapping::new(&file, 64, false).unwrap());
        one.word(7).store(3, Ordering::Relaxed);
        assert_eq!(other.word(7).load(Ordering::Relaxed), 3);
        assert!(Mapping::new(&file, 65, false).is_err());
    }
}
