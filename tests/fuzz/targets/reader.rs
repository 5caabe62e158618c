//! Fuzzes a file of a register with arbitrary bytes.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    ropa_fuzz::run("reader", bytes);
});
