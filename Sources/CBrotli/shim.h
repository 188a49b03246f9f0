#ifndef QUOTH_CBROTLI_H
#define QUOTH_CBROTLI_H

#include <brotli/decode.h>

#endif
