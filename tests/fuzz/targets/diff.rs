//! Fuzzes the comparison of two versions of a municipality, printed in every format.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    ropa_fuzz::run("diff", bytes);
});
