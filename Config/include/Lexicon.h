#ifndef QUOTH_LEXICON_H
#define QUOTH_LEXICON_H

#include <stddef.h>

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

#endif
