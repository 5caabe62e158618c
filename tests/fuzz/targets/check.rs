//! An edited municipality: resolved, checked, and told in every form.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    ropa_fuzz::run("check", bytes);
});
