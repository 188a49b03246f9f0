#ifndef QUOTH_CCURL_H
#define QUOTH_CCURL_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// libcurl brings thirty other libraries, whose loading takes longer than most commands of the program. So it is not
// linked, but loaded where an address is fetched. Every function below needs `ccurl_load` to have returned NULL.

/// Loads libcurl once for the process; calling it again, from any thread, costs nothing.
///
/// Returns NULL, or what the system's loader says is wrong.
const char *ccurl_load(void);

// The functions of libcurl under their own names, with one setter for each kind of value in place of the variadic one.

CURL *ccurl_easy_init(void);
void ccurl_easy_cleanup(CURL *handle);
CURLcode ccurl_easy_perform(CURL *handle);
const char *ccurl_easy_strerror(CURLcode code);
CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value);
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode ccurl_get_number(CURL *handle, CURLINFO info, long *value);
CURLcode ccurl_get_text(CURL *handle, CURLINFO info, const char **value);
struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *text);
void ccurl_slist_free_all(struct curl_slist *list);
/// The seconds since 1970 that a date of HTTP stands for; -1 for none.
time_t ccurl_getdate(const char *text);

CURLU *ccurl_url(void);
void ccurl_url_cleanup(CURLU *url);
CURLUcode ccurl_url_set(CURLU *url, CURLUPart part, const char *value, unsigned int flags);
/// The part goes to `value`, and must be freed with `ccurl_free`.
CURLUcode ccurl_url_get(CURLU *url, CURLUPart part, char **value, unsigned int flags);
void ccurl_free(void *pointer);

/// What a transfer calls on its way.
struct ccurl_events {
    /// Handed back to each call.
    void *context;
    /// Some bytes of the header of an answer, a line at a time. Whether the transfer may go on.
    bool (*header)(void *context, const char *bytes, size_t count);
    /// Some bytes of the body, as they were sent. Whether the transfer may go on.
    bool (*body)(void *context, const char *bytes, size_t count);
    /// The header of the request, as it was sent.
    void (*request)(void *context, const char *bytes, size_t count);
    /// Whether a connection to the address, which the host's name led to, may be opened.
    bool (*connect)(void *context, const struct sockaddr *address, size_t count);
};

/// Lets a transfer tell `events` what happens; they must live as long as the transfer.
CURLcode ccurl_set_events(CURL *handle, const struct ccurl_events *events);

// The content codings of HTTP, undone by the libraries that libcurl itself uses.

/// How a body is packed.
enum ccurl_coding { CCURL_GZIP, CCURL_BROTLI, CCURL_ZSTD };

/// What became of a packed body.
enum ccurl_decoded {
    CCURL_DECODED,
    /// `sink` wanted no more.
    CCURL_STOPPED,
    /// The packed bytes end too early.
    CCURL_TRUNCATED,
    /// They are not what they should be.
    CCURL_DAMAGED,
    /// There is no memory.
    CCURL_EXHAUSTED,
};

/// Whether the coding can be undone here. This one loads libcurl itself.
bool ccurl_can_decode(enum ccurl_coding coding);

/// Unpacks a body of a coding that can be undone here, and hands it to `sink` piece by piece, as long as that returns true.
enum ccurl_decoded ccurl_decode(
    enum ccurl_coding coding, const uint8_t *bytes, size_t count,
    bool (*sink)(void *context, const uint8_t *bytes, size_t count), void *context);

#endif
