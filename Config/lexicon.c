// The word lists, schemas and templates of this folder, carried within the program.
// A file has a line here of the form FILE(array, "path"), and then lives in the program at that path.

#include "Lexicon.h"

#include <string.h>

static const unsigned char en_cues[] = {
#embed "lexicon/en/cues.txt"
};

#define FILE_AT(path, array) {path, array, sizeof array}

static const struct LexiconFile files[] = {
    FILE_AT("lexicon/en/cues.txt", en_cues),
};

const struct LexiconFile *lexicon_file(const char *name) {
    for (size_t index = 0; index < sizeof files / sizeof files[0]; index++) {
        if (strcmp(files[index].name, name) == 0) return &files[index];
    }
    return NULL;
}
