//! Fuzzes the pages of an edited municipality, which must be harmless.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    ropa_fuzz::run("page", bytes);
});
