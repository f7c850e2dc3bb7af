//! A map in parts with a lock each, so that threads that look up do not wait for one another.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use parking_lot::RwLock;

/// Each on a cache line of its own.
#[repr(align(64))]
struct Shard<K, V>(RwLock<HashMap<K, V>>);

const COUNT: usize = 16;

/// A map from `K` to `V`.
pub struct Shards<K, V>([Shard<K, V>; COUNT]);

impl<K, V> Default for Shards<K, V> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Shard(RwLock::new(HashMap::new()))))
    }
}

impl<K: Hash + Eq, V> Shards<K, V> {
    fn shard<Q: Hash + ?Sized>(&self, key: &Q) -> &RwLock<HashMap<K, V>> {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        &self.0[hasher.finish() as usize % COUNT].0
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
