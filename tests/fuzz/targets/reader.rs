//! Any bytes as a file of a register.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    ropa_fuzz::run("reader", bytes);
});
