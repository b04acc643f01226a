#pragma once

/// Before a function whose loops a compiler turns into instructions on many values at a time: it is built for the
/// widest registers of a processor too, 32 bytes, and that version is run where the processor has them. Results are the
/// same to the last bit. Nothing elsewhere than on x86-64 with glibc; nothing under a sanitizer, which is not ready
/// when the versions are chosen.
#if defined(__x86_64__) && defined(__gnu_linux__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__)
#define SOHOA_WIDE_REGISTERS __attribute__((target_clones("avx2", "default")))
#else
#define SOHOA_WIDE_REGISTERS
#endif
