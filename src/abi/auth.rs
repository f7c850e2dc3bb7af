//! Asking the program for credentials: the callback that it passed to `virConnectOpenAuth`.

use crate::driver::{Ask, Question};
use crate::error::{Error, Result};
use crate::types::*;

/// The program's callback, while a connection opens.
pub(crate) struct Program(virConnectAuthPtr);

impl Program {
    pub(crate) fn new(auth: virConnectAuthPtr) -> Self {
        Self(auth)
    }
}

impl Ask for Program {
    fn credentials(&self, _questions: &[Question]) -> Result<Vec<Option<String>>> {
        let _ = self.0;
        Err(Error::new(VIR_ERR_AUTH_FAILED, "no way to ask for credentials"))
    }
}

/// A pointer that the program may read and set from any thread, as in C.
#[repr(transparent)]
pub struct Shared<T>(pub T);

// SAFETY: the library itself only reads it; what a program does with it is C's own affair.
unsafe impl<T> Sync for Shared<T> {}
