//! Any bytes as `ropa.toml`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    ropa_fuzz::run("config", bytes);
});
