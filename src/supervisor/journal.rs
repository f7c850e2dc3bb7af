//! What happened to the machines of a root, in the order in which it did: files that supervisors and drivers append to. Who listens reads on
//! from where it was, so that nothing is lost or told twice, and what happened to a machine that has ended since is there still.
//!
//! The files are named by number, in a folder that can be watched. Each record is a line, `UUID NUMBER LENGTH NAME CONTENT`, with an empty line
//! before: the rest of one that was cut off spoils no other. The content is a JSON object. Nobody locks anything, so that nobody can hold up
//! a supervisor: the kernel appends what one write(2) says in one piece. A record that begins beyond `LIMIT` does not count: who wrote it sees
//! where it came to stand and writes it into the next file, after which the last but one goes. A reader that has it open reads it to its end.

use std::fs::{self, DirBuilder, File};
use std::io::{self, ErrorKind, Seek, Write};
use std::os::unix::fs::{DirBuilderExt, FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

pub use crate::sys::inotify::FolderWatch;
use crate::uuid::Uuid;

/// Where a file ends, about.
const LIMIT: u64 = 1 << 20;
/// What is read at once.
const CHUNK: usize = 16 << 10;

/// One thing that happened to a machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub uuid: Uuid,
    /// The machine's number then; -1 when it did not run.
    pub id: i32,
    pub name: String,
    /// A JSON object.
    pub content: String,
}

impl Record {
    fn line(&self) -> String {
        let Self { uuid, id, name, content } = self;
        let [name, content] = [name, content].map(|text| text.replace('\n', " "));
        format!("\n{uuid} {id} {} {name} {}\n", name.len(), content.trim())
    }

    fn parse(line: &[u8]) -> Option<Self> {
        let (uuid, rest) = std::str::from_utf8(line).ok()?.split_once(' ')?;
        let (id, rest) = rest.split_once(' ')?;
        let (length, rest) = rest.split_once(' ')?;
        let (name, rest) = rest.split_at_checked(length.parse().ok()?)?;
        let content = rest.strip_prefix(' ')?.to_owned();
        Some(Self { uuid: Uuid::parse(uuid)?, id: id.parse().ok()?, name: name.to_owned(), content })
    }
}

/// The folder of the events of a run folder, to be watched (`FolderWatch`).
pub fn folder(run: &Path) -> PathBuf {
    run.join("events")
}

/// The numbers of the files that are there.
fn numbers(folder: &Path) -> Vec<u64> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

/// The end of the last file, to append to.
pub struct Journal {
    folder: PathBuf,
    limit: u64,
    /// 0 before the first record.
    number: u64,
    file: Option<File>,
}

impl Journal {
    /// The events of a run folder.
    pub fn of(run: &Path) -> Self {
        Self { folder: folder(run), limit: LIMIT, number: 0, file: None }
    }

    /// Makes sure that there is a file, and keeps it open: who watches the folder is told when this process ends.
    ///
    /// # Errors
    /// Those of the system calls: no space is left, no such folder.
    pub fn open(&mut self) -> io::Result<()> {
        if self.file.is_none() {
            match DirBuilder::new().mode(0o700).create(&self.folder) {
                Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
                _ => {}
            }
            self.enter(1)?;
        }
        Ok(())
    }

    /// Opens the last file, of which the number is this at least.
    fn enter(&mut self, least: u64) -> io::Result<()> {
        let last = |least| numbers(&self.folder).into_iter().fold(least, u64::max);
        let mut number = last(least);
        loop {
            let path = self.folder.join(number.to_string());
            let file = File::options().append(true).create(true).mode(0o600).open(path)?;
            // One that others have left behind meanwhile may be gone, and was made anew.
            match last(number) {
                now if now > number + 1 => number = now,
                _ => {
                    (self.file, self.number) = (Some(file), number);
                    return Ok(());
                }
            }
        }
    }

    /// Adds a record; whoever watches the folder is woken.
    ///
    /// # Errors
    /// Those of the system calls: no space is left, no such folder.
    pub fn append(&mut self, record: &Record) -> io::Result<()> {
        let line = record.line();
        loop {
            self.open()?;
            let Some(mut file) = self.file.as_ref() else { continue };
            match file.write(line.as_bytes()) {
                Ok(length) if length == line.len() => {}
                Ok(_) => return Err(ErrorKind::StorageFull.into()),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            }
            if file.stream_position()? - (line.len() as u64) < self.limit {
                return Ok(());
            }
            let ended = self.number;
            self.enter(ended + 1)?;
            let _ = fs::remove_file(self.folder.join((ended - 1).to_string()));
        }
    }
}

/// Somebody who reads what is appended.
pub struct Reader {
    folder: PathBuf,
    limit: u64,
    /// 0 before the first file.
    number: u64,
    file: Option<File>,
    /// Where `begun` begins.
    position: u64,
    /// What was read of a line whose end is not there yet.
    begun: Vec<u8>,
    /// The line is not ours to read: it was begun before.
    skips: bool,
}

impl Reader {
    /// Reads what is appended from now on.
    pub fn from_now(run: &Path) -> Self {
        let folder = folder(run);
        let mut reader =
            Self { folder, limit: LIMIT, number: 0, file: None, position: 0, begun: Vec::new(), skips: false };
        if let Some(last) = numbers(&reader.folder).into_iter().max()
            && reader.enter(last)
        {
            let length = reader.file.as_ref().and_then(|file| file.metadata().ok()).map_or(0, |status| status.len());
            // Somebody may be in the midst of a record.
            (reader.position, reader.skips) = (length.saturating_sub(1), length > 0);
        }
        reader
    }

    fn enter(&mut self, number: u64) -> bool {
        let Ok(file) = File::open(self.folder.join(number.to_string())) else { return false };
        (self.file, self.number, self.position) = (Some(file), number, 0);
        self.begun.clear();
        true
    }

    /// What was appended since the last time.
    pub fn read(&mut self) -> Vec<Record> {
        let mut records = Vec::new();
        loop {
            let is_ended = self.read_file(&mut records);
            if self.file.is_some() && !is_ended {
                return records;
            }
            // The next one; a later one, if others were so fast that it is gone.
            let next = numbers(&self.folder).into_iter().filter(|number| *number > self.number).min();
            if !next.is_some_and(|next| self.enter(next)) {
                return records;
            }
        }
    }

    /// Whether nothing in this file counts that comes from here on.
    fn read_file(&mut self, records: &mut Vec<Record>) -> bool {
        let Some(file) = &self.file else { return false };
        let mut chunk = [0; CHUNK];
        while let Ok(length @ 1..) = file.read_at(&mut chunk, self.position + self.begun.len() as u64) {
            self.begun.extend_from_slice(&chunk[..length]);
            while let Some(end) = self.begun.iter().position(|byte| *byte == b'\n') {
                let counts = self.position <= self.limit && !std::mem::take(&mut self.skips);
                records.extend(Record::parse(&self.begun[..end]).filter(|_| counts));
                self.position += end as u64 + 1;
                self.begun.drain(..=end);
            }
            // The end of a line that stands at the limit or beyond.
            if self.position > self.limit {
                return true;
            }
        }
        self.position > self.limit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn record(number: usize) -> Record {
        let content = format!("{{\"number\": {number}}}");
        Record { uuid: Uuid([number as u8; 16]), id: number as i32, name: format!("a {number}"), content }
    }

    #[test]
    fn records_come_back_as_they_were() {
        for one in [record(7), Record { name: String::new(), id: -1, ..record(1) }] {
            let line = one.line();
            assert_eq!(Record::parse(line.trim_matches('\n').as_bytes()), Some(one));
        }
        let broken = Record { name: "a\nb".to_owned(), ..record(1) };
        assert_eq!(broken.line().lines().count(), 2);
        for line in ["", "x", "07070707-0707-0707-0707-070707070707 1 9 a {}"] {
            assert_eq!(Record::parse(line.as_bytes()), None);
        }
    }

    #[test]
    fn readers_hear_all_from_where_they_began() {
        let folder = TestFolder::new();
        let mut early = Reader::from_now(folder.path());
        assert!(early.read().is_empty());
        let mut journal = Journal::of(folder.path());
        journal.append(&record(1)).unwrap();
        let mut late = Reader::from_now(folder.path());
        // Somebody was killed in the midst of a record.
        let file = super::folder(folder.path()).join("1");
        fs::OpenOptions::new().append(true).open(file).unwrap().write_all(b"\n070707").unwrap();
        Journal::of(folder.path()).append(&record(2)).unwrap();
        assert_eq!(early.read(), [record(1), record(2)]);
        assert_eq!(late.read(), [record(2)]);
        assert!(early.read().is_empty() && late.read().is_empty());
    }

    #[test]
    fn files_end_and_nothing_is_lost() {
        let folder = TestFolder::new();
        let limit = 10_000;
        // Readers that are two files late lose some: nobody writes more before all have read.
        let (written, read) = (AtomicUsize::new(0), [const { AtomicUsize::new(0) }; 3]);
        let (written, read) = (&written, &read);
        let slowest = || read.iter().map(|count| count.load(Ordering::Relaxed)).min().unwrap_or(0);
        let readers: Vec<_> = (0..3).map(|_| Reader { limit, ..Reader::from_now(folder.path()) }).collect();
        let (writers, each) = (4, 300);
        let heard = std::thread::scope(|scope| {
            let writing: Vec<_> = (0..writers)
                .map(|writer| {
                    let mut journal = Journal { limit, ..Journal::of(folder.path()) };
                    scope.spawn(move || {
                        for number in 0..each {
                            while written.load(Ordering::Relaxed) > slowest() + 100 {
                                std::thread::yield_now();
                            }
                            journal.append(&record(writer * each + number)).unwrap();
                            written.fetch_add(1, Ordering::Relaxed);
                        }
                    })
                })
                .collect();
            let reading: Vec<_> = readers
                .into_iter()
                .zip(read)
                .map(|(mut reader, count)| {
                    scope.spawn(move || {
                        let mut heard = Vec::new();
                        while heard.len() < writers * each {
                            heard.extend(reader.read());
                            count.store(heard.len(), Ordering::Relaxed);
                            std::thread::yield_now();
                        }
                        heard
                    })
                })
                .collect();
            writing.into_iter().for_each(|writer| writer.join().unwrap());
            reading.into_iter().map(|reader| reader.join().unwrap()).collect::<Vec<_>>()
        });
        assert!(heard[0] == heard[1] && heard[1] == heard[2]);
        for writer in 0..writers {
            let own = heard[0].iter().map(|record| record.id as usize).filter(|id| id / each == writer);
            assert!(own.eq(writer * each..(writer + 1) * each));
        }
        let mut left = numbers(&super::folder(folder.path()));
        left.sort_unstable();
        assert!(left.len() <= 2 && left[0] > 3, "{left:?}");
    }

    #[test]
    fn a_reader_that_is_late_misses_what_is_gone_only() {
        let folder = TestFolder::new();
        let mut journal = Journal { limit: 500, ..Journal::of(folder.path()) };
        journal.append(&record(0)).unwrap();
        let mut reader = Reader { limit: 500, ..Reader::from_now(folder.path()) };
        let mut count = 0;
        while journal.number != 3 {
            count += 1;
            journal.append(&record(count)).unwrap();
        }
        assert_eq!(reader.read(), (1..=count).map(record).collect::<Vec<_>>());
        while journal.number != 7 {
            count += 1;
            journal.append(&record(count)).unwrap();
        }
        let heard = reader.read();
        assert!(heard.len() > 5 && heard.last() == Some(&record(count)), "{heard:?}");
    }
}
