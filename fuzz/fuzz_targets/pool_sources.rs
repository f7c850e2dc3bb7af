#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| solovirt_fuzz::pool_sources(data));
