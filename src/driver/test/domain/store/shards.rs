//! A map in parts with a lock each, so that threads that look up do not wait for one another.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};

use parking_lot::RwLock;

/// Each on a cache line of its own.
#[repr(align(64))]
struct Shard<K, V>(RwLock<HashMap<K, V>>);

const COUNT: usize = 16;

/// Chooses a shard; its map hashes properly then. Somebody who makes all keys fall into one shard gains nothing.
struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..part.len()].copy_from_slice(part);
            self.0 = (self.0 ^ u64::from_le_bytes(word)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }

    /// The best mixed bits first.
    fn finish(&self) -> u64 {
        self.0 >> 56
    }
}

/// A map from `K` to `V`.
pub struct Shards<K, V>([Shard<K, V>; COUNT]);

impl<K, V> Default for Shards<K, V> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Shard(RwLock::new(HashMap::new()))))
    }
}

impl<K: Hash + Eq, V> Shards<K, V> {
    fn shard<Q: Hash + ?Sized>(&self, key: &Q) -> &RwLock<HashMap<K, V>> {
        let mut spread = Spread(0);
        key.hash(&mut spread);
        &self.0[spread.finish() as usize % COUNT].0
    }

    /// What `look` sees in the value of a key. It may not take other locks.
    pub fn get<Q: Hash + Eq + ?Sized, R>(&self, key: &Q, look: impl FnOnce(&V) -> R) -> Option<R>
    where
        K: Borrow<Q>,
    {
        self.shard(key).read().get(key).map(look)
    }

    /// Has the value of a key changed, if there is one.
    pub fn change<Q: Hash + Eq + ?Sized>(&self, key: &Q, change: impl FnOnce(&mut V))
    where
        K: Borrow<Q>,
    {
        if let Some(value) = self.shard(key).write().get_mut(key) {
            change(value);
        }
    }

    pub fn insert(&self, key: K, value: V) {
        self.shard(&key).write().insert(key, value);
    }

    pub fn remove<Q: Hash + Eq + ?Sized>(&self, key: &Q)
    where
        K: Borrow<Q>,
    {
        let removed = self.shard(key).write().remove(key);
        // Dropped after the lock.
        drop(removed);
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|shard| shard.0.read().len()).sum()
    }

    /// Shows all keys and values to `look`, in no order. It may not take other locks.
    pub fn each(&self, mut look: impl FnMut(&K, &V)) {
        for shard in &self.0 {
            shard.0.read().iter().for_each(|(key, value)| look(key, value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uuid::Uuid;

    #[test]
    fn keys_that_are_counted_up_spread() {
        let (names, uuids) = (Shards::<String, ()>::default(), Shards::<Uuid, ()>::default());
        for number in 0..1600_u32 {
            names.insert(format!("vm{number}"), ());
            let mut uuid = Uuid::default();
            uuid.0[12..].copy_from_slice(&number.to_be_bytes());
            uuids.insert(uuid, ());
        }
        let sizes = |shards: &[usize]| shards.iter().all(|size| (50..200).contains(size));
        assert!(sizes(&names.0.iter().map(|shard| shard.0.read().len()).collect::<Vec<_>>()));
        assert!(sizes(&uuids.0.iter().map(|shard| shard.0.read().len()).collect::<Vec<_>>()));
        assert_eq!(names.len(), 1600);
    }
}
