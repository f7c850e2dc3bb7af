//! Asking the program for credentials: the callback that it passed to `virConnectOpenAuth`, and the one that we offer,
//! which asks on the terminal.

use std::ffi::{CString, c_int, c_uint, c_void};
use std::{ptr, slice};

use super::memory;
use crate::driver::{Ask, Question};
use crate::error::{Error, Result};
use crate::sys::terminal;
use crate::types::*;

/// The program's callback, while a connection opens.
pub(crate) struct Program(virConnectAuthPtr);

impl Program {
    pub(crate) fn new(auth: virConnectAuthPtr) -> Self {
        Self(auth)
    }

    fn auth(&self) -> Result<&virConnectAuth> {
        // SAFETY: NULL, or what the program passed for as long as the call lasts (abi's policy).
        let auth = unsafe { self.0.as_ref() };
        auth.ok_or_else(|| missing("credentials"))
    }
}

fn missing(what: &str) -> Error {
    Error::new(VIR_ERR_INVALID_ARG, format!("Missing authentication {what}")).from_origin(VIR_FROM_AUTH)
}

impl Ask for Program {
    fn kinds(&self) -> Result<Vec<i32>> {
        let auth = self.auth()?;
        if auth.cb.is_none() {
            return Err(missing("callback"));
        }
        if auth.credtype.is_null() {
            return Ok(Vec::new());
        }
        // SAFETY: not NULL, so so many numbers stand there (abi's policy).
        Ok(unsafe { slice::from_raw_parts(auth.credtype, auth.ncredtype as usize) }.to_vec())
    }

    fn credentials(&self, questions: &[Question]) -> Result<Vec<Option<String>>> {
        let auth = self.auth()?;
        let callback = auth.cb.ok_or_else(|| missing("callback"))?;
        let text = |text: &str| CString::new(text.replace('\0', "")).unwrap_or_default();
        let texts: Vec<[Option<CString>; 3]> = questions
            .iter()
            .map(|it| [Some(text(&it.prompt)), it.challenge.as_deref().map(text), it.default.as_deref().map(text)])
            .collect();
        let pointer = |text: &Option<CString>| text.as_ref().map_or(ptr::null(), |text| text.as_ptr());
        let mut credentials: Vec<virConnectCredential> = questions
            .iter()
            .zip(&texts)
            .map(|(question, [prompt, challenge, default])| virConnectCredential {
                r#type: question.kind,
                prompt: pointer(prompt),
                challenge: pointer(challenge),
                defresult: pointer(default),
                result: ptr::null_mut(),
                resultlen: 0,
            })
            .collect();
        let count = c_uint::try_from(credentials.len()).unwrap_or(0);
        // SAFETY: the program's function, given so many questions and its own pointer.
        let status = unsafe { callback(credentials.as_mut_ptr(), count, auth.cbdata) };
        let answers = credentials.iter().map(answer).collect();
        if status < 0 {
            return Err(Error::new(VIR_ERR_AUTH_FAILED, "the program did not answer").from_origin(VIR_FROM_AUTH));
        }
        Ok(answers)
    }
}

/// Takes the program's answer, which was made by `malloc`.
fn answer(credential: &virConnectCredential) -> Option<String> {
    if credential.result.is_null() {
        return None;
    }
    // SAFETY: not NULL, so a string of malloc's that is the library's now.
    let text = unsafe { std::ffi::CStr::from_ptr(credential.result) }.to_str().map(str::to_owned).ok();
    memory::free(credential.result);
    text
}

/// A pointer or structure that the program may read and set from any thread, as in C.
#[repr(transparent)]
pub struct Shared<T>(pub T);

// SAFETY: the library itself only reads it; what a program does with it is C's own affair.
unsafe impl<T> Sync for Shared<T> {}

/// What the terminal can be asked for.
static KINDS: Shared<[c_int; 6]> = Shared([
    VIR_CRED_AUTHNAME,
    VIR_CRED_ECHOPROMPT,
    VIR_CRED_REALM,
    VIR_CRED_PASSPHRASE,
    VIR_CRED_NOECHOPROMPT,
    VIR_CRED_EXTERNAL,
]);

static TERMINAL: Shared<virConnectAuth> = Shared(virConnectAuth {
    credtype: (&raw const KINDS).cast_mut().cast(),
    ncredtype: 6,
    cb: Some(ask_on_terminal),
    cbdata: ptr::null_mut(),
});

/// What `virConnectAuthPtrDefault` points to.
pub(crate) const DEFAULT: virConnectAuthPtr = (&raw const TERMINAL).cast_mut().cast();

/// Answers each question on the terminal, passwords without echo.
unsafe extern "C" fn ask_on_terminal(credentials: virConnectCredentialPtr, count: c_uint, _: *mut c_void) -> c_int {
    for at in 0..count as usize {
        // SAFETY: the caller passes so many questions.
        let credential = unsafe { &mut *credentials.add(at) };
        if answer_on_terminal(credential).is_none() {
            return -1;
        }
    }
    0
}

/// Answers one question; `None` when it is of a kind that the terminal is no help for.
fn answer_on_terminal(credential: &mut virConnectCredential) -> Option<()> {
    let text = |text: *const std::ffi::c_char| {
        // SAFETY: NULL or a string of the caller's.
        (!text.is_null()).then(|| unsafe { std::ffi::CStr::from_ptr(text) }.to_bytes().to_vec())
    };
    let prompt =
        || terminal::print(&format!("{}: ", String::from_utf8_lossy(&text(credential.prompt).unwrap_or_default())));
    let answer = match credential.r#type {
        // Who is allowed what is PolicyKit's to ask; there is nothing to answer.
        VIR_CRED_EXTERNAL => return (text(credential.challenge)? == b"PolicyKit").then_some(()),
        VIR_CRED_AUTHNAME | VIR_CRED_ECHOPROMPT | VIR_CRED_REALM => {
            prompt();
            terminal::read_line()
        }
        VIR_CRED_PASSPHRASE | VIR_CRED_NOECHOPROMPT => {
            prompt();
            terminal::read_secret()?
        }
        _ => return None,
    };
    let answer = if answer.is_empty() { text(credential.defresult).unwrap_or_default() } else { answer };
    credential.result = memory::bytes(&answer, 1).cast();
    credential.resultlen = c_uint::try_from(answer.len()).unwrap_or(0);
    Some(())
}
