//! The thread that waits for what happens elsewhere, while somebody listens.

use std::sync::Weak;
use std::time::Duration;

use crate::driver::qemu::Root;
use crate::driver::qemu::domain::store::FOLDER_MODE;
use crate::durable;
use crate::supervisor::journal;
use crate::sys::inotify::FolderWatch;
use crate::sys::poll::{PollFd, Waker, poll};

/// How often folders are looked at that cannot be watched: they are not there yet, or the kernel has no watches left.
const WITHOUT_WATCH: Duration = Duration::from_millis(500);

/// Tells of what happens, until the last listener goes.
pub fn follow(root: &Weak<Root>, ended: &Waker) {
    let (definitions, events) = (FolderWatch::new().ok(), FolderWatch::new().ok());
    let mut watched = false;
    // Beside what was appended to the journal, a process may have ended that did so, or a definition have changed.
    let mut looks = true;
    loop {
        let Some(this) = root.upgrade() else { return };
        watched = watched && journal::folder(&this.layout.run).exists() && this.layout.configuration.exists();
        if !watched {
            watched = watch(&this, definitions.as_ref(), events.as_ref());
            looks = true;
        }
        this.hear();
        if looks || !watched {
            this.see();
            // Finds supervisors that have died; what became of their machines is in the journal then.
            this.all_active();
            this.hear();
        }
        drop(this);
        let readable = |fd| PollFd { fd, events: libc::POLLIN, revents: 0 };
        let mut fds = vec![readable(ended.fd())];
        fds.extend(definitions.iter().chain(&events).map(|folder| readable(folder.fd())));
        let waited = poll(&mut fds, if watched { None } else { Some(WITHOUT_WATCH) });
        if waited.is_err() || fds[0].revents != 0 {
            return;
        }
        looks = false;
        for folder in definitions.iter().chain(&events) {
            looks |= folder.take();
        }
    }
}

/// Whether both folders are watched. They can be from the beginning: they are made here.
fn watch(root: &Root, definitions: Option<&FolderWatch>, events: Option<&FolderWatch>) -> bool {
    let journal = journal::folder(&root.layout.run);
    let folders = [(&root.layout.configuration, definitions), (&journal, events)];
    let watched = folders.map(|(folder, watch)| {
        let made = durable::make_folder(folder, FOLDER_MODE).is_ok();
        made && watch.is_some_and(|watch| watch.add(folder).is_ok())
    });
    watched == [true; 2]
}
