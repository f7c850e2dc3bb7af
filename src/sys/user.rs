//! Users and groups: who runs this process, who has which number, and what another user may do with a file.

use std::ffi::CString;
use std::io;
use std::mem::MaybeUninit;
use std::ptr;

use super::process::User;

/// Whether it is root, as far as rights to files go.
pub fn is_root() -> bool {
    user_id() == 0
}

/// The number of the user whose rights to files this process has.
pub fn user_id() -> u32 {
    // SAFETY: geteuid has no preconditions and cannot fail.
    unsafe { libc::geteuid() }
}

/// Room for the texts of an entry; what does not fit is taken for missing.
const ENTRY: usize = 16 << 10;

/// The number of a user and of its group, by name.
pub fn find_user(name: &str) -> Option<(u32, u32)> {
    let name = CString::new(name).ok()?;
    let mut texts = vec![0; ENTRY];
    let mut entry = MaybeUninit::<libc::passwd>::uninit();
    let mut found = ptr::null_mut();
    // SAFETY: a text that ends with a NUL, and room for what is found.
    let result =
        unsafe { libc::getpwnam_r(name.as_ptr(), entry.as_mut_ptr(), texts.as_mut_ptr(), texts.len(), &mut found) };
    // SAFETY: the entry was filled in when it is what was found.
    (result == 0 && !found.is_null()).then(|| unsafe { ((*found).pw_uid, (*found).pw_gid) })
}

/// Whether a user of that number is known.
pub fn is_known_user(user: u32) -> bool {
    let mut texts = vec![0; ENTRY];
    let mut entry = MaybeUninit::<libc::passwd>::uninit();
    let mut found = ptr::null_mut();
    // SAFETY: room for what is found.
    let result = unsafe { libc::getpwuid_r(user, entry.as_mut_ptr(), texts.as_mut_ptr(), texts.len(), &mut found) };
    result == 0 && !found.is_null()
}

/// The number of a group.
pub fn find_group(name: &str) -> Option<u32> {
    let name = CString::new(name).ok()?;
    let mut texts = vec![0; ENTRY];
    let mut entry = MaybeUninit::<libc::group>::uninit();
    let mut found = ptr::null_mut();
    // SAFETY: a text that ends with a NUL, and room for what is found.
    let result =
        unsafe { libc::getgrnam_r(name.as_ptr(), entry.as_mut_ptr(), texts.as_mut_ptr(), texts.len(), &mut found) };
    // SAFETY: the entry was filled in when it is what was found.
    (result == 0 && !found.is_null()).then(|| unsafe { (*found).gr_gid })
}

/// The groups that a user is in, its own among them.
pub fn groups_of(name: &str, group: u32) -> Vec<u32> {
    let Ok(name) = CString::new(name) else { return vec![group] };
    let mut groups = vec![0; 1 << 10];
    let mut count = groups.len() as libc::c_int;
    // SAFETY: a text that ends with a NUL, and room for as many numbers as are said.
    let result = unsafe { libc::getgrouplist(name.as_ptr(), group, groups.as_mut_ptr(), &mut count) };
    if result < 0 {
        return vec![group];
    }
    groups.truncate(count as usize);
    groups
}

/// Does something with this thread's rights to files being those of another user, as root can.
///
/// # Errors
/// What `work` says, and that this thread may not change its rights.
pub fn with_rights_of<T>(user: &User, work: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    /// What the thread gets back, however the work ends.
    struct Before {
        groups: Vec<u32>,
        user: u32,
        group: u32,
    }
    impl Drop for Before {
        fn drop(&mut self) {
            // SAFETY: numbers, and an array with its length. The system calls themselves change this thread alone.
            unsafe {
                libc::syscall(libc::SYS_setfsuid, self.user);
                libc::syscall(libc::SYS_setfsgid, self.group);
                libc::syscall(libc::SYS_setgroups, self.groups.len(), self.groups.as_ptr());
            }
        }
    }
    // SAFETY: room for as many numbers as there are; the others are numbers and an array with its length.
    let _before = unsafe {
        let count = libc::getgroups(0, ptr::null_mut());
        let mut groups = vec![0; usize::try_from(count).unwrap_or(0)];
        let count = libc::getgroups(groups.len() as libc::c_int, groups.as_mut_ptr());
        groups.truncate(usize::try_from(count).unwrap_or(0));
        if libc::syscall(libc::SYS_setgroups, user.groups.len(), user.groups.as_ptr()) != 0 {
            return Err(io::Error::last_os_error());
        }
        let group = libc::syscall(libc::SYS_setfsgid, user.group) as u32;
        Before { groups, group, user: libc::syscall(libc::SYS_setfsuid, user.user) as u32 }
    };
    // SAFETY: no user has the number -1, so nothing is changed; what holds is returned.
    if unsafe { libc::syscall(libc::SYS_setfsuid, u32::MAX) } as u32 != user.user {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    work()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn root_has_its_numbers() {
        assert_eq!(find_user("root"), Some((0, 0)));
        assert_eq!(find_group("root"), Some(0));
        assert_eq!((find_user("no such user"), find_group("no such group")), (None, None));
        assert!(is_known_user(0) && groups_of("root", 0).contains(&0));
    }

    #[test]
    fn rights_are_those_of_the_other_user_meanwhile() {
        if !is_root() {
            return;
        }
        let path = std::env::temp_dir().join(format!("solovirt-rights-{}", std::process::id()));
        fs::write(&path, "").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        let other = User { user: 65534, group: 65534, groups: vec![65534] };
        let refused = with_rights_of(&other, || fs::read(&path)).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::PermissionDenied);
        fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
    }
}
