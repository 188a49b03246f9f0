#ifndef QUOTH_CLIBXML2_H
#define QUOTH_CLIBXML2_H

// Debian's libxml2 includes ICU's headers, whose names clash with those of Foundation.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <string.h>

/// What a page is told to, element by element. `context` is handed back to each call.
struct page_events {
    /// An element begins. `attributes` holds names and values in turn, and ends with NULL; a value may be NULL.
    void (*start)(void *context, const unsigned char *name, const unsigned char **attributes);
    /// The element ends that was begun last and has not ended.
    void (*end)(void *context, const unsigned char *name);
    /// Text, perhaps one piece of several.
    void (*text)(void *context, const unsigned char *bytes, int length);
};

/// Parses a page of UTF-8, whatever encoding it says it is in, and tells `events` what is there.
///
/// Returns 0, or 1 where there is no memory.
static inline int parse_page(
    const char *bytes, int length, const struct page_events *events, void *context) {
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, length);
    if (parser == NULL) return 1;
    htmlCtxtUseOptions(
        parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                    | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    memset(parser->sax, 0, sizeof(htmlSAXHandler));
    parser->sax->startElement = events->start;
    parser->sax->endElement = events->end;
    parser->sax->characters = events->text;
    parser->sax->ignorableWhitespace = events->text;
    parser->sax->cdataBlock = events->text;
    parser->userData = context;
    htmlParseDocument(parser);
    htmlFreeParserCtxt(parser);
    return 0;
}

#endif
