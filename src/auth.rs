//! Credentials for a connection that is being opened: from `auth.conf`, else asked of the program.
//! Source: libvirt's page on the client authentication file.

use std::env;
use std::path::{Path, PathBuf};

use crate::driver::{Ask, Question};
use crate::error::{Error, Result};
use crate::folders;
use crate::key_file::KeyFile;
use crate::types::*;
use crate::uri::Uri;

/// Where credentials of one service on one host come from.
pub struct Credentials<'a> {
    ask: &'a dyn Ask,
    service: &'a str,
    host: &'a str,
    file: Option<KeyFile>,
}

impl<'a> Credentials<'a> {
    /// Reads `auth.conf` where there is one: `$LIBVIRT_AUTH_FILE`, the URI's `authfile`, the user's, the system's.
    ///
    /// # Errors
    /// When the file that was asked for cannot be read, or one is malformed.
    pub fn new(uri: &'a Uri, ask: &'a dyn Ask, service: &'a str) -> Result<Self> {
        let file = file(uri).map(|path| KeyFile::read(&path)).transpose().map_err(Error::without_origin)?;
        Ok(Self { ask, service, host: uri.host.as_deref().unwrap_or("localhost"), file })
    }

    /// The user's name.
    ///
    /// # Errors
    /// `VIR_ERR_CONF_SYNTAX` for references in `auth.conf` that lead nowhere; `VIR_ERR_INVALID_ARG` and
    /// `VIR_ERR_AUTH_FAILED` when the program cannot be asked or does not answer.
    pub fn username(&self) -> Result<String> {
        if let Some(name) = self.looked_up("username")? {
            return Ok(name.to_owned());
        }
        let kinds = self.ask.kinds()?;
        if !kinds.contains(&VIR_CRED_AUTHNAME) {
            return Err(failed("Missing VIR_CRED_AUTHNAME credential type"));
        }
        let answer = self.ask(VIR_CRED_AUTHNAME, format!("Enter username for {}", self.host));
        answer.ok_or_else(|| failed("Username request failed"))
    }

    /// The password of a user.
    ///
    /// # Errors
    /// As [`Credentials::username`].
    pub fn password(&self, user: &str) -> Result<String> {
        if let Some(password) = self.looked_up("password")? {
            return Ok(password.to_owned());
        }
        let kinds = self.ask.kinds()?;
        let kind = kinds.iter().find(|kind| matches!(**kind, VIR_CRED_PASSPHRASE | VIR_CRED_NOECHOPROMPT));
        let missing = || failed("Missing VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT credential type");
        let answer = self.ask(*kind.ok_or_else(missing)?, format!("Enter {user}'s password for {}", self.host));
        answer.ok_or_else(|| failed("Password request failed"))
    }

    fn ask(&self, kind: i32, prompt: String) -> Option<String> {
        let question = Question { kind, prompt, challenge: Some(self.host.to_owned()), default: None };
        self.ask.credentials(&[question]).ok()?.into_iter().next().flatten()
    }

    fn looked_up(&self, name: &str) -> Result<Option<&str>> {
        let Some(file) = &self.file else { return Ok(None) };
        let groups = [self.host, "default"].map(|host| format!("auth-{}-{host}", self.service));
        let Some(group) = groups.iter().find(|group| file.has_group(group)) else { return Ok(None) };
        let wrong = |text| Error::new(VIR_ERR_CONF_SYNTAX, text).without_origin();
        let Some(credentials) = file.get(group, "credentials") else {
            return Err(wrong(format!("Missing item 'credentials' in group '{group}' in '{}'", file.path)));
        };
        let referenced = format!("credentials-{credentials}");
        if !file.has_group(&referenced) {
            let text = format!("Missing group '{referenced}' referenced from group '{group}' in '{}'", file.path);
            return Err(wrong(text));
        }
        Ok(file.get(&referenced, name))
    }
}

fn failed(text: &str) -> Error {
    Error::new(VIR_ERR_AUTH_FAILED, text).from_origin(VIR_FROM_AUTH)
}

/// The file to read; the first two are taken even when they do not exist, so that it is told.
fn file(uri: &Uri) -> Option<PathBuf> {
    if let Some(path) = env::var_os("LIBVIRT_AUTH_FILE").filter(|path| !path.is_empty()) {
        return Some(path.into());
    }
    if let Some(path) = uri.parameter("authfile") {
        return Some(path.into());
    }
    let user = folders::user_configuration();
    let system = Some(Path::new(folders::SYSTEM_CONFIGURATION).to_owned());
    [user, system].into_iter().flatten().map(|folder| folder.join("auth.conf")).find(|path| path.exists())
}
