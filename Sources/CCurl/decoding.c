#include "include/CCurl.h"
#include "library.h"

#include <brotli/decode.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

// A piece of what is unpacked; a bomb is noticed after so many bytes.
#define PIECE (1 << 16)
// zlib: the largest window, and the header of gzip or of zlib, whichever is there.
#define ANY_HEADER (15 + 32)
// RFC 9659: a window of more than 8 MB (2 to the power of 23) is none that a browser would take.
#define ZSTD_WINDOW_LOG 23

// A function of a library that is already loaded, under the name `own`.
#define TAKE(own, function) __typeof__(function) *own = (__typeof__(function) *)ccurl_function(#function)

typedef bool sink_function(void *context, const uint8_t *bytes, size_t count);

bool ccurl_can_decode(enum ccurl_coding coding) {
    if (ccurl_load() != NULL) return false;
    switch (coding) {
    case CCURL_GZIP: return ccurl_function("inflateInit2_") != NULL;
    case CCURL_BROTLI: return ccurl_function("BrotliDecoderDecompressStream") != NULL;
    case CCURL_ZSTD: return ccurl_function("ZSTD_decompressStream") != NULL;
    }
    return false;
}

static enum ccurl_decoded decode_gzip(const uint8_t *bytes, size_t count, sink_function *sink, void *context) {
    TAKE(begin, inflateInit2_);
    TAKE(step, inflate);
    TAKE(again, inflateReset);
    TAKE(end, inflateEnd);
    uint8_t piece[PIECE];
    z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = (uInt)count};
    if (begin(&stream, ANY_HEADER, ZLIB_VERSION, (int)sizeof stream) != Z_OK) return CCURL_EXHAUSTED;
    enum ccurl_decoded result = CCURL_DECODED;
    for (;;) {
        stream.next_out = piece;
        stream.avail_out = PIECE;
        int code = step(&stream, Z_NO_FLUSH);
        size_t made = PIECE - stream.avail_out;
        if (made > 0 && !sink(context, piece, made)) result = CCURL_STOPPED;
        else if (code == Z_BUF_ERROR || (code == Z_OK && made == 0 && stream.avail_in == 0)) result = CCURL_TRUNCATED;
        else if (code != Z_OK && code != Z_STREAM_END) result = CCURL_DAMAGED;
        if (result != CCURL_DECODED) break;
        if (code != Z_STREAM_END) continue;
        // A file of gzip may have several members; what follows them and is none is padding.
        if (stream.avail_in < 2 || stream.next_in[0] != 0x1f || stream.next_in[1] != 0x8b) break;
        again(&stream);
    }
    end(&stream);
    return result;
}

static enum ccurl_decoded decode_brotli(const uint8_t *bytes, size_t count, sink_function *sink, void *context) {
    TAKE(begin, BrotliDecoderCreateInstance);
    TAKE(step, BrotliDecoderDecompressStream);
    TAKE(end, BrotliDecoderDestroyInstance);
    uint8_t piece[PIECE];
    BrotliDecoderState *state = begin(NULL, NULL, NULL);
    if (state == NULL) return CCURL_EXHAUSTED;
    enum ccurl_decoded result = CCURL_DECODED;
    for (;;) {
        uint8_t *out = piece;
        size_t room = PIECE;
        BrotliDecoderResult code = step(state, &count, &bytes, &room, &out, NULL);
        if (room < PIECE && !sink(context, piece, PIECE - room)) result = CCURL_STOPPED;
        else if (code == BROTLI_DECODER_RESULT_ERROR) result = CCURL_DAMAGED;
        else if (code == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) result = CCURL_TRUNCATED;
        if (result != CCURL_DECODED || code == BROTLI_DECODER_RESULT_SUCCESS) break;
    }
    end(state);
    return result;
}

static enum ccurl_decoded decode_zstd(const uint8_t *bytes, size_t count, sink_function *sink, void *context) {
    TAKE(begin, ZSTD_createDStream);
    TAKE(set, ZSTD_DCtx_setParameter);
    TAKE(step, ZSTD_decompressStream);
    TAKE(failed, ZSTD_isError);
    TAKE(end, ZSTD_freeDStream);
    uint8_t piece[PIECE];
    ZSTD_DStream *stream = begin();
    if (stream == NULL) return CCURL_EXHAUSTED;
    set(stream, ZSTD_d_windowLogMax, ZSTD_WINDOW_LOG);
    ZSTD_inBuffer in = {.src = bytes, .size = count};
    enum ccurl_decoded result = CCURL_DECODED;
    for (;;) {
        ZSTD_outBuffer out = {.dst = piece, .size = PIECE};
        size_t missing = step(stream, &out, &in);
        if (out.pos > 0 && !sink(context, piece, out.pos)) result = CCURL_STOPPED;
        else if (failed(missing)) result = CCURL_DAMAGED;
        else if (missing > 0 && in.pos == in.size && out.pos < out.size) result = CCURL_TRUNCATED;
        // Nothing missing is the end of a frame; another may follow.
        if (result != CCURL_DECODED || (missing == 0 && in.pos == in.size)) break;
    }
    end(stream);
    return result;
}

enum ccurl_decoded ccurl_decode(
    enum ccurl_coding coding, const uint8_t *bytes, size_t count, sink_function *sink, void *context) {
    switch (coding) {
    case CCURL_GZIP: return decode_gzip(bytes, count, sink, context);
    case CCURL_BROTLI: return decode_brotli(bytes, count, sink, context);
    case CCURL_ZSTD: return decode_zstd(bytes, count, sink, context);
    }
    return CCURL_DAMAGED;
}
