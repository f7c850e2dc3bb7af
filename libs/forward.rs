//! A sister's part: it looks the table of libvirt.so.0 up once, and makes exported functions that forward to it.

use std::ffi::{c_char, c_int, c_longlong, c_ulong, c_ulonglong};
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};

use crate::sisters::{NAME, SEAL, Table};

unsafe extern "C" {
    fn virGetVersion(first: *mut c_ulong, kind: *const c_char, second: *mut c_ulong) -> c_int;
}

/// The table of libvirt.so.0; none when the one that was loaded is not ours.
pub fn table() -> Option<&'static Table> {
    static FOUND: AtomicPtr<Table> = AtomicPtr::new(ptr::null_mut());
    let mut found = FOUND.load(Ordering::Acquire);
    if found.is_null() {
        let (mut sealed, mut address) = (0, 0);
        // SAFETY: two places for numbers and a string, as the public function asks.
        let status = unsafe { virGetVersion(&mut sealed, NAME.as_ptr(), &mut address) };
        if status != 0 || sealed ^ address != SEAL {
            return None;
        }
        found = ptr::with_exposed_provenance_mut(address as usize);
        FOUND.store(found, Ordering::Release);
    }
    // SAFETY: the seal says that it is the address of a table, which is static and of the layout that `NAME` names.
    unsafe { found.as_ref() }
}

/// What a function returns that cannot do anything.
pub trait Failure {
    const FAILED: Self;
}

impl Failure for c_int {
    const FAILED: Self = -1;
}

impl Failure for c_longlong {
    const FAILED: Self = -1;
}

impl Failure for c_ulonglong {
    const FAILED: Self = Self::MAX;
}

impl<T> Failure for *mut T {
    const FAILED: Self = ptr::null_mut();
}

impl<T> Failure for *const T {
    const FAILED: Self = ptr::null();
}

/// Makes exported functions of signatures.
macro_rules! forward {
    ($library:ident $field:ident: $(fn $name:ident($($argument:ident: $type:ty),*) -> $result:ty;)+) => {
        $(
            symver!($name);

            /// # Safety
            /// As its declaration in the header says.
            #[unsafe(no_mangle)]
            pub unsafe extern "C" fn $name($($argument: $type),*) -> $result {
                match forward::table() {
                    // SAFETY: it is the same function, and the caller keeps its promises to it.
                    Some(table) => unsafe { (table.$field.$name)($($argument),*) },
                    None => forward::Failure::FAILED,
                }
            }
        )+
    };
}
