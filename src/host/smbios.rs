//! What the firmware tells of the machine: the tables of SMBIOS, which the kernel shows in `/sys/firmware/dmi/tables` (to root). Names and
//! words are those of `dmidecode`, which libvirt runs for this. Source: DMTF's DSP0134.

use super::Host;
use crate::uuid::Uuid;
use crate::xml::domain::sysinfo::{Block, Strings};
use crate::xml::sysinfo::HostSmbios;

/// One structure of the tables.
struct Structure<'t> {
    kind: u8,
    /// The formatted part, its head included.
    bytes: &'t [u8],
    strings: Vec<&'t [u8]>,
}

const END: u8 = 127;

impl Host {
    /// The tables; `None` where there are none, or not for this user.
    pub fn smbios(&self) -> Option<HostSmbios> {
        let table = std::fs::read(self.path("sys/firmware/dmi/tables/DMI")).ok()?;
        Some(read(&table))
    }
}

fn read(table: &[u8]) -> HostSmbios {
    let mut told = HostSmbios::default();
    let mut rest = table;
    while let Some((one, behind)) = next(rest) {
        rest = behind;
        match one.kind {
            0 => told.bios = told.bios.or(Some(bios(&one))),
            1 => told.system = told.system.or(Some(system(&one))),
            2 => told.base_boards.push(base_board(&one)),
            3 => told.chassis = told.chassis.or(Some(chassis(&one))),
            4 => told.processors.push(processor(&one)),
            11 => told.oem_strings = told.oem_strings.or(Some(oem_strings(&one))),
            17 => told.memory_devices.extend(memory_device(&one)),
            END => break,
            _ => {}
        }
    }
    told
}

/// The first structure, and what is behind it; `None` at the end, or where the table is broken.
fn next(table: &[u8]) -> Option<(Structure<'_>, &[u8])> {
    let length = usize::from(*table.get(1)?);
    let bytes = table.get(..length).filter(|bytes| bytes.len() >= 4)?;
    let text = &table[length..];
    let end = text.windows(2).position(|two| two == [0, 0])?;
    let strings = text[..end].split(|byte| *byte == 0).collect();
    Some((Structure { kind: bytes[0], bytes, strings }, &text[end + 2..]))
}

impl Structure<'_> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn word(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte(at)?, self.byte(at + 1)?]))
    }

    fn long(&self, at: usize) -> Option<u32> {
        Some(u32::from(self.word(at)?) | u32::from(self.word(at + 2)?) << 16)
    }

    /// The string whose number stands at a place; `None` where the structure is too short for it.
    fn string(&self, at: usize) -> Option<String> {
        let number = usize::from(self.byte(at)?);
        let text = match number.checked_sub(1) {
            None => return Some("Not Specified".to_owned()),
            Some(place) => self.strings.get(place),
        };
        // What cannot be printed is not worth an error.
        let clean = |text: &&[u8]| {
            let letter = |byte: &u8| if (0x20..0x7f).contains(byte) { char::from(*byte) } else { '.' };
            text.iter().map(letter).collect::<String>()
        };
        Some(text.map_or_else(|| "<BAD INDEX>".to_owned(), clean))
    }
}

/// The entries that there are.
fn block(entries: Vec<(&str, Option<String>)>) -> Block {
    let there: Vec<(&str, String)> = entries.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    Block::new(&there.iter().map(|(name, value)| (*name, value.trim_end())).collect::<Vec<_>>())
}

fn bios(one: &Structure) -> Block {
    let release = one.byte(0x14).zip(one.byte(0x15)).filter(|release| *release != (0xff, 0xff));
    block(vec![
        ("vendor", one.string(4)),
        ("version", one.string(5)),
        ("date", one.string(8)),
        ("release", release.map(|(major, minor)| format!("{major}.{minor}"))),
    ])
}

fn system(one: &Structure) -> Block {
    block(vec![
        ("manufacturer", one.string(4)),
        ("product", one.string(5)),
        ("version", one.string(6)),
        ("serial", one.string(7)),
        ("uuid", uuid(one)),
        ("sku", one.string(0x19)),
        ("family", one.string(0x1a)),
    ])
}

/// The first three fields stand with their least byte first.
fn uuid(one: &Structure) -> Option<String> {
    let mut bytes: [u8; 16] = one.bytes.get(8..24)?.try_into().ok()?;
    if bytes == [0; 16] || bytes == [0xff; 16] {
        return None;
    }
    bytes[..4].reverse();
    bytes[4..6].reverse();
    bytes[6..8].reverse();
    Some(Uuid(bytes).to_string())
}

fn base_board(one: &Structure) -> Block {
    block(vec![
        ("manufacturer", one.string(4)),
        ("product", one.string(5)),
        ("version", one.string(6)),
        ("serial", one.string(7)),
        ("asset", one.string(8)),
        ("location", one.string(0x0a)),
    ])
}

fn chassis(one: &Structure) -> Block {
    // It stands behind a list of other structures.
    let contained = one.byte(0x13).zip(one.byte(0x14)).map(|(count, length)| usize::from(count) * usize::from(length));
    block(vec![
        ("manufacturer", one.string(4)),
        ("version", one.string(6)),
        ("serial", one.string(7)),
        ("asset", one.string(8)),
        ("sku", contained.and_then(|contained| one.string(0x15 + contained))),
    ])
}

/// The word of a number, from 1 on.
fn word(words: &[&str], number: Option<u8>) -> Option<String> {
    let place = usize::from(number?).checked_sub(1);
    Some(place.and_then(|place| words.get(place)).map_or_else(|| "<OUT OF SPEC>".to_owned(), |word| (*word).to_owned()))
}

const PROCESSOR_TYPES: [&str; 6] =
    ["Other", "Unknown", "Central Processor", "Math Processor", "DSP Processor", "Video Processor"];

/// Families of today's machines.
const FAMILIES: [(u16, &str); 22] = [
    (0x01, "Other"),
    (0x02, "Unknown"),
    (0x28, "Core Duo"),
    (0x2b, "Atom"),
    (0x2c, "Core M"),
    (0x6b, "Zen"),
    (0x83, "Athlon 64"),
    (0x84, "Opteron"),
    (0xb3, "Xeon"),
    (0xb5, "Xeon MP"),
    (0xbf, "Core 2 Duo"),
    (0xc6, "Core i7"),
    (0xcd, "Core i5"),
    (0xce, "Core i3"),
    (0xcf, "Core i9"),
    (0xd6, "Multi-Core Xeon"),
    (0xd7, "Dual-Core Xeon 3xxx"),
    (0x100, "ARMv7"),
    (0x101, "ARMv8"),
    (0x102, "ARMv9"),
    (0x200, "RISC-V RV32"),
    (0x201, "RISC-V RV64"),
];

fn processor(one: &Structure) -> Block {
    let family = match one.byte(6) {
        Some(0xfe) => one.word(0x28),
        family => family.map(u16::from),
    };
    let named = |family: u16| FAMILIES.iter().find(|(number, _)| *number == family).map_or("Unknown", |(_, name)| name);
    let speed = |at| {
        let mhz = one.word(at)?;
        Some(if mhz == 0 { "Unknown".to_owned() } else { format!("{mhz} MHz") })
    };
    block(vec![
        ("socket_destination", one.string(4)),
        ("type", word(&PROCESSOR_TYPES, one.byte(5))),
        ("family", family.map(|family| named(family).to_owned())),
        ("manufacturer", one.string(7)),
        ("signature", one.long(8).filter(|_| family.is_some_and(|family| family < 0x100)).map(signature)),
        ("version", one.string(0x10)),
        ("external_clock", speed(0x12)),
        ("max_speed", speed(0x14)),
        ("status", one.byte(0x18).map(status)),
        ("serial_number", one.string(0x20)),
        ("part_number", one.string(0x22)),
    ])
}

/// From register EAX of leaf 1 of CPUID.
fn signature(eax: u32) -> String {
    let family = (eax >> 20 & 0xff) + (eax >> 8 & 0xf);
    let model = (eax >> 12 & 0xf0) + (eax >> 4 & 0xf);
    // AMD's family 15 and beyond have no type.
    match eax >> 8 & 0xf {
        0xf => format!("Family {family}, Model {model}, Stepping {}", eax & 0xf),
        _ => format!("Type {}, Family {family}, Model {model}, Stepping {}", eax >> 12 & 3, eax & 0xf),
    }
}

fn status(status: u8) -> String {
    if status & 0x40 == 0 {
        return "Unpopulated".to_owned();
    }
    let state = match status & 7 {
        0 => "Unknown",
        1 => "Enabled",
        2 => "Disabled By User",
        3 => "Disabled By BIOS",
        4 => "Idle",
        7 => "Other",
        _ => "<OUT OF SPEC>",
    };
    format!("Populated, {state}")
}

const FORM_FACTORS: [&str; 16] = [
    "Other",
    "Unknown",
    "SIMM",
    "SIP",
    "Chip",
    "DIP",
    "ZIP",
    "Proprietary Card",
    "DIMM",
    "TSOP",
    "Row Of Chips",
    "RIMM",
    "SODIMM",
    "SRIMM",
    "FB-DIMM",
    "Die",
];
const MEMORY_TYPES: [&str; 35] = [
    "Other",
    "Unknown",
    "DRAM",
    "EDRAM",
    "VRAM",
    "SRAM",
    "RAM",
    "ROM",
    "Flash",
    "EEPROM",
    "FEPROM",
    "EPROM",
    "CDRAM",
    "3DRAM",
    "SDRAM",
    "SGRAM",
    "RDRAM",
    "DDR",
    "DDR2",
    "DDR2 FB-DIMM",
    "Reserved",
    "Reserved",
    "Reserved",
    "DDR3",
    "FBD2",
    "DDR4",
    "LPDDR",
    "LPDDR2",
    "LPDDR3",
    "LPDDR4",
    "Logical non-volatile device",
    "HBM",
    "HBM2",
    "DDR5",
    "LPDDR5",
];
/// Bits of a word, from bit 1 on.
const MEMORY_DETAILS: [&str; 15] = [
    "Other",
    "Unknown",
    "Fast-paged",
    "Static Column",
    "Pseudo-static",
    "RAMBus",
    "Synchronous",
    "CMOS",
    "EDO",
    "Window DRAM",
    "Cache DRAM",
    "Non-Volatile",
    "Registered (Buffered)",
    "Unbuffered (Unregistered)",
    "LRDIMM",
];

/// `None` where no module is in it.
fn memory_device(one: &Structure) -> Option<Block> {
    let kib = match one.word(0x0c)? {
        0 => return None,
        0xffff => None,
        0x7fff => one.long(0x1c).map(|mib| u64::from(mib & 0x7fff_ffff) * 1024),
        size if size & 0x8000 != 0 => Some(u64::from(size & 0x7fff)),
        size => Some(u64::from(size) * 1024),
    };
    let details = one.word(0x13).map(|bits| {
        let set = MEMORY_DETAILS.iter().enumerate().filter(|(at, _)| bits >> (at + 1) & 1 == 1);
        let set: Vec<&str> = set.map(|(_, word)| *word).collect();
        if set.is_empty() { "None".to_owned() } else { set.join(" ") }
    });
    let speed = one.word(0x15).map(|speed| match speed {
        0 => "Unknown".to_owned(),
        speed => format!("{speed} MT/s"),
    });
    Some(block(vec![
        ("size", Some(kib.map_or_else(|| "Unknown".to_owned(), size))),
        ("form_factor", word(&FORM_FACTORS, one.byte(0x0e))),
        ("locator", one.string(0x10)),
        ("bank_locator", one.string(0x11)),
        ("type", word(&MEMORY_TYPES, one.byte(0x12))),
        ("type_detail", details),
        ("speed", speed),
        ("manufacturer", one.string(0x17)),
        ("serial_number", one.string(0x18)),
        ("part_number", one.string(0x1a)),
    ]))
}

/// In the largest unit that leaves no rest.
fn size(kib: u64) -> String {
    let (mut value, mut units) = (kib, ["kB", "MB", "GB", "TB"].into_iter());
    let mut unit = units.next().unwrap_or_default();
    while value != 0 && value.is_multiple_of(1024) {
        let Some(next) = units.next() else { break };
        (value, unit) = (value / 1024, next);
    }
    format!("{value} {unit}")
}

fn oem_strings(one: &Structure) -> Strings {
    let count = usize::from(one.byte(4).unwrap_or(0));
    let text = |text: &&[u8]| String::from_utf8_lossy(text).into_owned();
    Strings { entries: one.strings.iter().take(count).map(text).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_folder::TestFolder;
    use crate::xml::sysinfo::HostSysinfo;

    fn structure(kind: u8, body: &[u8], strings: &[&str]) -> Vec<u8> {
        let mut bytes = vec![kind, 4 + body.len() as u8, 0, 0];
        bytes.extend_from_slice(body);
        strings.iter().for_each(|text| bytes.extend(text.bytes().chain([0])));
        bytes.extend(if strings.is_empty() { vec![0, 0] } else { vec![0] });
        bytes
    }

    #[test]
    fn tables_are_told_in_dmidecodes_words() {
        let mut uuid = vec![1, 2, 0, 3];
        uuid.extend([0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 1, 2, 3, 4, 5, 6]);
        let mut memory = vec![0; 0x18];
        memory[0x08..0x0a].copy_from_slice(&0x4000_u16.to_le_bytes());
        memory[0x0a] = 9;
        memory[0x0c] = 1;
        memory[0x0e] = 0x1a;
        memory[0x0f] = 0x80;
        memory[0x11..0x13].copy_from_slice(&3200_u16.to_le_bytes());
        let mut processor = vec![1, 3, 0xb3, 2, 0x54, 0x06, 0x05, 0];
        processor.extend([0, 0, 0, 0, 0, 0, 100, 0, 0xa0, 0x0f, 0, 0, 0x41]);
        let table = [
            structure(0, &[1, 2, 0, 0, 3], &["Maker", "1.0", "01/02/2025"]),
            structure(1, &uuid, &["Maker", "Box", "77"]),
            structure(4, &processor, &["CPU 0", "Intel"]),
            structure(17, &memory, &["DIMM 0"]),
            structure(17, &[0; 0x18], &[]),
            structure(11, &[2], &["one", "two"]),
            structure(END, &[], &[]),
        ]
        .concat();
        let folder = TestFolder::new();
        let path = folder.path().join("sys/firmware/dmi/tables");
        std::fs::create_dir_all(&path).unwrap();
        assert_eq!(Host::below(folder.path()).smbios(), None);
        std::fs::write(path.join("DMI"), &table).unwrap();
        let text = HostSysinfo::Smbios(Host::below(folder.path()).smbios().unwrap()).format();
        for part in [
            "<entry name='vendor'>Maker</entry>",
            "<entry name='date'>01/02/2025</entry>",
            "<entry name='version'>Not Specified</entry>",
            "<entry name='serial'>77</entry>",
            "<entry name='uuid'>00112233-4455-6677-8899-010203040506</entry>",
            "<entry name='signature'>Type 0, Family 6, Model 85, Stepping 4</entry>",
            "<entry name='external_clock'>100 MHz</entry>",
            "<entry name='max_speed'>4000 MHz</entry>",
            "<entry name='status'>Populated, Enabled</entry>",
            "<entry name='size'>16 GB</entry>",
            "<entry name='form_factor'>DIMM</entry>",
            "<entry name='type'>DDR4</entry>",
            "<entry name='type_detail'>Synchronous</entry>",
            "<entry name='speed'>3200 MT/s</entry>",
            "<entry>two</entry>",
        ] {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
        assert_eq!(text.matches("<memory_device>").count(), 1);
        // Half a table tells what it can, and never more than it has.
        (0..table.len()).for_each(|end| drop(read(&table[..end])));
    }
}
