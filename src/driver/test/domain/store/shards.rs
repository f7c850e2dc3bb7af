//! A map in parts with a lock each, so that threads that look up do not wait for one another.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use parking_lot::RwLock;

/// Each on a cache line of its own.
#[repr(align(64))]
struct Shard<K, V>(RwLock<HashMap<K, V>>);

const COUNT: usize = 16;

/// A map from `K` to `V`, whose values are handed out as copies.
pub struct Shards<K, V>([Shard<K, V>; COUNT]);

impl<K, V> Default for Shards<K, V> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Shard(RwLock::new(HashMap::new()))))
    }
}

impl<K: Hash + Eq, V: Clone> Shards<K, V> {
    fn shard<Q: Hash + ?Sized>(&self, key: &Q) -> &RwLock<HashMap<K, V>> {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        &self.0[hasher.finish() as usize % COUNT].0
    }

    pub fn get<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.shard(key).read().get(key).cloned()
    }

    pub fn contains<Q: Hash + Eq + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.shard(key).read().contains_key(key)
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

    /// All values, in no order.
    pub fn values(&self) -> Vec<V> {
        let mut values = Vec::with_capacity(self.len());
        for shard in &self.0 {
            values.extend(shard.0.read().values().cloned());
        }
        values
    }
}
