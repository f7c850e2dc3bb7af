//! Documents of storage: `<pool>`, `<volume>`, `<sources>`.

pub mod adapter;
pub mod amount;
pub mod capabilities;
pub mod path;
pub mod permissions;
pub mod pool;
pub mod source;
pub mod volume;

pub use pool::Pool;
pub use source::{PoolKind, Source, Sources};
pub use volume::Volume;
