//! How a live object is told from anything else that C may pass.

use std::ffi::CString;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::error::{Code, Origin};
use crate::object::Connection;

/// A kind of object that C holds by an opaque pointer, which is that of the [`Arc`]'s content.
///
/// Implementors are `#[repr(C)]` and begin with their [`Tag`].
pub trait Object: Send + Sync + Sized + 'static {
    /// The error for a pointer that is no live object of this kind.
    const INVALID: Code;
    /// Who reports [`Object::INVALID`]; `None`: whoever was called.
    const ORIGIN: Option<Origin>;
    /// Distinguishes the kinds in memory.
    const NUMBER: u64;
    /// The connection the object belongs to; a connection belongs to itself.
    fn connection(&self) -> &Connection;
}

/// The first field of every object: set while it lives.
#[repr(C)]
pub struct Tag<T>(AtomicU64, PhantomData<fn(T)>);

impl<T: Object> Tag<T> {
    /// What the first eight bytes of a live object hold.
    pub const LIVE: u64 = 0x736f_6c6f_0000_0000 | T::NUMBER;

    pub fn new() -> Self {
        Self(AtomicU64::new(Self::LIVE), PhantomData)
    }
}

impl<T: Object> Default for Tag<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// A freed object must not look alive to whoever still has its pointer.
impl<T> Drop for Tag<T> {
    fn drop(&mut self) {
        self.0.store(0, Ordering::Relaxed);
        std::hint::black_box(&self.0);
    }
}

/// Text that C borrows from an object. An interior NUL cannot come from C or from XML; it is cut there if it ever does.
pub fn c_text(text: &str) -> CString {
    CString::new(text).unwrap_or_else(|error| {
        let end = error.nul_position();
        CString::new(&text[..end]).unwrap_or_default()
    })
}

/// Declares an object: `#[repr(C)]`, the tag first, then `connection`, then its own fields.
macro_rules! object {
    ($(#[$doc:meta])* $name:ident = $number:literal, $invalid:ident, $origin:ident {
        $($(#[$field_doc:meta])* $field:ident: $kind:ty),* $(,)?
    }) => {
        $(#[$doc])*
        #[repr(C)]
        pub struct $name {
            tag: $crate::object::Tag<$name>,
            /// Kept open for as long as the object lives.
            pub connection: std::sync::Arc<$crate::object::Connection>,
            $($(#[$field_doc])* pub $field: $kind),*
        }

        impl $crate::object::Object for $name {
            const INVALID: $crate::error::Code = $crate::types::$invalid;
            const ORIGIN: Option<$crate::error::Origin> = Some($crate::types::$origin);
            const NUMBER: u64 = $number;
            fn connection(&self) -> &$crate::object::Connection {
                &self.connection
            }
        }
    };
}
pub(super) use object;

/// The name that objects share with C.
pub(super) fn name_text(name: &CString) -> &str {
    name.to_str().unwrap_or_default()
}
