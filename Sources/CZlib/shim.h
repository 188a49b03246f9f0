#ifndef QUOTH_CZLIB_H
#define QUOTH_CZLIB_H

#include <stdlib.h>
#include <zlib.h>

/// Begins to undo a compression; `window_bits` says which, as inflateInit2 has it. NULL where there is no memory.
///
/// The stream lies on the heap, since zlib refuses one that was moved.
static inline z_stream *inflation_begin(int window_bits) {
    z_stream *stream = calloc(1, sizeof *stream);
    if (stream != NULL && inflateInit2(stream, window_bits) != Z_OK) {
        free(stream);
        return NULL;
    }
    return stream;
}

/// Frees what `inflation_begin` took.
static inline void inflation_end(z_stream *stream) {
    inflateEnd(stream);
    free(stream);
}

#endif
