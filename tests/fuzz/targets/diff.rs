//! Two versions of a municipality: compared, and told in every form.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    ropa_fuzz::run("diff", bytes);
});
