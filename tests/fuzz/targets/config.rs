//! Fuzzes `ropa.toml` with arbitrary bytes.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    ropa_fuzz::run("config", bytes);
});
