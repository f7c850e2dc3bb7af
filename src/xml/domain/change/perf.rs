//! Which counters of the processor are read.

use crate::error::Result;
use crate::typed_param::{TypedParams, Value};
use crate::types::VIR_TYPED_PARAM_BOOLEAN;
use crate::xml::domain::perf::{Event, EventName, Perf};
use crate::xml::{Value as _, YesNo};

impl Perf {
    /// Every event and whether it is enabled.
    pub fn params(&self) -> TypedParams {
        let enabled =
            |word: &str| self.events.iter().any(|event| event.name.word() == word && event.enabled == YesNo::Yes);
        EventName::WORDS.iter().map(|word| (*word, Value::Boolean(enabled(word)))).collect()
    }

    /// Checks names and types of parameters.
    ///
    /// # Errors
    /// Those of [`TypedParams::validate`].
    pub fn validate_params(params: &TypedParams) -> Result<()> {
        let known: Vec<_> = EventName::WORDS.iter().map(|word| (*word, VIR_TYPED_PARAM_BOOLEAN)).collect();
        params.validate(&known)
    }

    pub fn set_params(&mut self, params: &TypedParams) {
        for (name, value) in params.iter() {
            if let (Some(name), Value::Boolean(enabled)) = (EventName::parse(name), value) {
                self.set(name, *enabled);
            }
        }
    }

    fn set(&mut self, name: EventName, enabled: bool) {
        let event = Event { name, enabled: enabled.into() };
        match self.events.iter().position(|known| known.name == name) {
            Some(at) => self.events[at] = event,
            None => self.events.push(event),
        }
        self.sort();
    }

    /// Puts events into the order in which they are written.
    pub fn sort(&mut self) {
        self.events.sort_by_key(|event| event.name as usize);
    }
}
