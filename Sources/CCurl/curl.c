#include "include/CCurl.h"
#include "library.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#ifdef __APPLE__
#define LIBRARY "libcurl.4.dylib"
#else
#define LIBRARY "libcurl.so.4"
#endif

#define FUNCTIONS(each)                                                                                          \
    each(global_init) each(easy_init) each(easy_cleanup) each(easy_perform) each(easy_strerror)                  \
    each(easy_setopt) each(easy_getinfo) each(slist_append) each(slist_free_all) each(getdate) each(url)         \
    each(url_cleanup) each(url_set) each(url_get) each(free)

// The headers make checking macros of these names, which would get in the way of taking their types.
#undef curl_easy_setopt
#undef curl_easy_getinfo

static struct {
    void *handle;
    const char *problem;
#define FIELD(name) __typeof__(curl_##name) *name;
    FUNCTIONS(FIELD)
} library;

void *ccurl_function(const char *name) {
    // The search goes on in what the library itself was linked against.
    return library.handle == NULL ? NULL : dlsym(library.handle, name);
}

static void load(void) {
    library.handle = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (library.handle == NULL) {
        library.problem = dlerror();
        return;
    }
#define LOOK_UP(name)                                                                                            \
    library.name = (__typeof__(curl_##name) *)ccurl_function("curl_" #name);                                     \
    if (library.name == NULL) library.problem = LIBRARY " has no curl_" #name;
    FUNCTIONS(LOOK_UP)
    if (library.problem == NULL && library.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        library.problem = LIBRARY " does not start";
    }
}

const char *ccurl_load(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return library.problem;
}

CURL *ccurl_easy_init(void) { return library.easy_init(); }
void ccurl_easy_cleanup(CURL *handle) { library.easy_cleanup(handle); }
CURLcode ccurl_easy_perform(CURL *handle) { return library.easy_perform(handle); }
const char *ccurl_easy_strerror(CURLcode code) { return library.easy_strerror(code); }

CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value) {
    return library.easy_setopt(handle, option, value);
}

CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return library.easy_setopt(handle, option, value);
}

CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value) {
    return library.easy_setopt(handle, option, value);
}

CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return library.easy_setopt(handle, option, value);
}

CURLcode ccurl_get_number(CURL *handle, CURLINFO info, long *value) {
    return library.easy_getinfo(handle, info, value);
}

CURLcode ccurl_get_text(CURL *handle, CURLINFO info, const char **value) {
    return library.easy_getinfo(handle, info, value);
}

struct curl_slist *ccurl_slist_append(struct curl_slist *list, const char *text) {
    return library.slist_append(list, text);
}

void ccurl_slist_free_all(struct curl_slist *list) { library.slist_free_all(list); }
time_t ccurl_getdate(const char *text) { return library.getdate(text, NULL); }

CURLU *ccurl_url(void) { return library.url(); }
void ccurl_url_cleanup(CURLU *url) { library.url_cleanup(url); }

CURLUcode ccurl_url_set(CURLU *url, CURLUPart part, const char *value, unsigned int flags) {
    return library.url_set(url, part, value, flags);
}

CURLUcode ccurl_url_get(CURLU *url, CURLUPart part, char **value, unsigned int flags) {
    return library.url_get(url, part, value, flags);
}

void ccurl_free(void *pointer) { library.free(pointer); }

static size_t on_header(char *bytes, size_t size, size_t count, void *listener) {
    const struct ccurl_events *events = listener;
    return events->header(events->context, bytes, size * count) ? size * count : 0;
}

static size_t on_body(char *bytes, size_t size, size_t count, void *listener) {
    const struct ccurl_events *events = listener;
    return events->body(events->context, bytes, size * count) ? size * count : 0;
}

static int on_trace(CURL *handle, curl_infotype kind, char *bytes, size_t count, void *listener) {
    (void)handle;
    const struct ccurl_events *events = listener;
    if (kind == CURLINFO_HEADER_OUT) events->request(events->context, bytes, count);
    return 0;
}

static curl_socket_t on_open(void *listener, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)purpose;
    const struct ccurl_events *events = listener;
    if (!events->connect(events->context, &address->addr, address->addrlen)) return CURL_SOCKET_BAD;
    int descriptor = socket(address->family, address->socktype, address->protocol);
    if (descriptor < 0) return CURL_SOCKET_BAD;
    fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    return descriptor;
}

#define SET(option, value)                                                                                       \
    do {                                                                                                         \
        CURLcode code = library.easy_setopt(handle, option, value);                                              \
        if (code != CURLE_OK) return code;                                                                       \
    } while (0)

CURLcode ccurl_set_events(CURL *handle, const struct ccurl_events *events) {
    SET(CURLOPT_HEADERFUNCTION, on_header);
    SET(CURLOPT_HEADERDATA, events);
    SET(CURLOPT_WRITEFUNCTION, on_body);
    SET(CURLOPT_WRITEDATA, events);
    SET(CURLOPT_DEBUGFUNCTION, on_trace);
    SET(CURLOPT_DEBUGDATA, events);
    SET(CURLOPT_VERBOSE, 1L);
    SET(CURLOPT_OPENSOCKETFUNCTION, on_open);
    SET(CURLOPT_OPENSOCKETDATA, events);
    return CURLE_OK;
}
