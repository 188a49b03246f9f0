#ifndef QUOTH_LEXICON_H
#define QUOTH_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// A file of this folder, as it was when the program was built.
struct LexiconFile {
    /// The path within this folder: `lexicon/en/cues.txt`.
    const char *name;
    /// The bytes, which live as long as the program; no zero byte ends them.
    const unsigned char *bytes;
    /// How many bytes there are.
    size_t length;
};

/// The file with this name, or NULL where there is none.
const struct LexiconFile *lexicon_file(const char *name);

/// Asks for the cache line at an address, which is soon to be read.
static inline void prefetch_line(const void *address) { __builtin_prefetch(address); }

/// The place of the first of eight little-endian numbers of 16 bits that is the wanted one; 8 where none is.
static inline unsigned place_of_number(const void *numbers, uint16_t wanted) {
#if defined(__SSE2__)
    __m128i equal = _mm_cmpeq_epi16(_mm_loadu_si128((const __m128i *)numbers), _mm_set1_epi16((short)wanted));
    unsigned mask = (unsigned)_mm_movemask_epi8(equal);
    return mask != 0 ? (unsigned)__builtin_ctz(mask) / 2 : 8;
#else
    const unsigned char *bytes = (const unsigned char *)numbers;
    for (unsigned place = 0; place < 8; place++) {
        if ((bytes[2 * place] | bytes[2 * place + 1] << 8) == wanted) return place;
    }
    return 8;
#endif
}

#endif
