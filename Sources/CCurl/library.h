#ifndef QUOTH_CCURL_LIBRARY_H
#define QUOTH_CCURL_LIBRARY_H

/// A function of libcurl or of a library that it brings; NULL where there is none of that name.
void *ccurl_function(const char *name);

#endif
