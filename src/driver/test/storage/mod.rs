//! Storage pools and volumes of the test driver: the store, and one file per trait of `driver/`.

mod conflict;
mod pool;
mod sources;
mod store;
mod volume;

pub use store::Pools;
