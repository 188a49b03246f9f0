// The word lists, schemas and templates of this folder, carried within the program.
// A file has a line here of the form FILE(array, "path"), and then lives in the program at that path.

#include "Lexicon.h"

#include <string.h>

static const unsigned char en_cues[] = {
#embed "lexicon/en/cues.txt"
};

static const unsigned char en_dates[] = {
#embed "lexicon/en/dates.txt"
};

static const unsigned char en_function_words[] = {
#embed "lexicon/en/function-words.txt"
};

static const unsigned char en_names[] = {
#embed "lexicon/en/names.txt"
};

static const unsigned char en_nouns[] = {
#embed "lexicon/en/nouns.txt"
};

static const unsigned char en_furniture[] = {
#embed "lexicon/en/furniture.txt"
};

static const unsigned char ru_dates[] = {
#embed "lexicon/ru/dates.txt"
};

static const unsigned char uk_dates[] = {
#embed "lexicon/uk/dates.txt"
};

static const unsigned char ru_furniture[] = {
#embed "lexicon/ru/furniture.txt"
};

static const unsigned char uk_furniture[] = {
#embed "lexicon/uk/furniture.txt"
};

static const unsigned char languages[] = {
#embed "lexicon/languages.txt"
};

static const unsigned char html_classes[] = {
#embed "lexicon/html/classes.txt"
};

static const unsigned char html_furniture[] = {
#embed "lexicon/html/furniture.txt"
};

static const unsigned char html_references[] = {
#embed "lexicon/html/references.txt"
};

// The weights lie on the boundaries of cache lines, in which they are read.
_Alignas(64) static const unsigned char en_model[] = {
#embed "models/en.model"
};

static const unsigned char timeline_schema[] = {
#embed "schema/timeline-1.schema.json"
};

#define FILE_AT(path, array) {path, array, sizeof array}

static const struct LexiconFile files[] = {
    FILE_AT("lexicon/en/cues.txt", en_cues),
    FILE_AT("lexicon/en/dates.txt", en_dates),
    FILE_AT("lexicon/en/function-words.txt", en_function_words),
    FILE_AT("lexicon/en/names.txt", en_names),
    FILE_AT("lexicon/en/nouns.txt", en_nouns),
    FILE_AT("lexicon/en/furniture.txt", en_furniture),
    FILE_AT("lexicon/ru/dates.txt", ru_dates),
    FILE_AT("lexicon/uk/dates.txt", uk_dates),
    FILE_AT("lexicon/ru/furniture.txt", ru_furniture),
    FILE_AT("lexicon/uk/furniture.txt", uk_furniture),
    FILE_AT("lexicon/languages.txt", languages),
    FILE_AT("lexicon/html/classes.txt", html_classes),
    FILE_AT("lexicon/html/furniture.txt", html_furniture),
    FILE_AT("lexicon/html/references.txt", html_references),
    FILE_AT("models/en.model", en_model),
    FILE_AT("schema/timeline-1.schema.json", timeline_schema),
};

const struct LexiconFile *lexicon_file(const char *name) {
    for (size_t index = 0; index < sizeof files / sizeof files[0]; index++) {
        if (strcmp(files[index].name, name) == 0) return &files[index];
    }
    return NULL;
}
