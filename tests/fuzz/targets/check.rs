//! Fuzzes an edited municipality: resolved, checked, and printed in every format.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    ropa_fuzz::run("check", bytes);
});
