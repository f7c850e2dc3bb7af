//! The one place that knows the version: Cargo.toml, read when the library is built.

/// Major × 1,000,000 + minor × 1,000 + release: the API level that the library implements.
pub const NUMBER: u64 = part(0) * 1_000_000 + part(1) * 1_000 + part(2);

/// The `index`th number of "12.8.0".
const fn part(index: usize) -> u64 {
    let text = env!("CARGO_PKG_VERSION").as_bytes();
    let (mut at, mut dots, mut number) = (0, 0, 0);
    while at < text.len() {
        if text[at] == b'.' {
            dots += 1;
        } else if dots == index {
            number = number * 10 + (text[at] - b'0') as u64;
        }
        at += 1;
    }
    number
}

const _: () = assert!(NUMBER == crate::types::LIBVIR_VERSION_NUMBER as u64);
