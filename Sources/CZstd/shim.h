#ifndef QUOTH_CZSTD_H
#define QUOTH_CZSTD_H

#include <zstd.h>

#endif
