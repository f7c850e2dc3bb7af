//! Paths of files, without looking at the files.

use crate::error::{Error, Result};

/// The same path from the root, without `.`, `..` and doubled slashes; links are not followed.
///
/// # Errors
/// `VIR_ERR_SYSTEM_ERROR` when the path is relative and the working folder cannot be told.
pub fn absolute(path: &str) -> Result<String> {
    if path.starts_with('/') {
        return Ok(normal(path));
    }
    let folder = std::env::current_dir().map_err(|error| Error::system(&error, "cannot tell the working folder"))?;
    Ok(normal(&format!("{}/{path}", folder.display())))
}

/// Two slashes at the beginning, and no more, have a meaning of their own in POSIX.
fn normal(path: &str) -> String {
    let root = if path.starts_with("//") && !path.starts_with("///") { "//" } else { "/" };
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    format!("{root}{}", parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_paths() {
        assert_eq!(normal("/tmp/./nn//mm/../kk/"), "/tmp/nn/kk");
        assert_eq!(normal("//nn//x"), "//nn/x");
        assert_eq!(normal("///nn"), "/nn");
        assert_eq!(normal("/../nn/../mm/z"), "/mm/z");
        assert_eq!(normal("/.."), "/");
        let here = std::env::current_dir().expect("a folder").display().to_string();
        assert_eq!(absolute("").expect("absolute"), here);
        assert_eq!(absolute("a/../b").expect("absolute"), format!("{here}/b"));
    }
}
