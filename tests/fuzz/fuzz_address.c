/* Any bytes as a mail address: text_email takes exactly what a regular expression written from the same
 * sentence takes, and nothing that could mean more than one address to a mail server. */
#include "../../fcgi/base/text.h"

#include <assert.h>
#include <regex.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define ATOM "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
#define LABEL "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"

static bool expected(const char *text)
{
    static regex_t pattern, numeric;
    static bool compiled;
    if (!compiled) {
        assert(
            !regcomp(&pattern, "^" ATOM "(\\." ATOM ")*@(" LABEL "\\.)+" LABEL "$", REG_EXTENDED));
        assert(!regcomp(&numeric, "\\.[0-9]+$", REG_EXTENDED));
        compiled = true;
    }
    const char *sign = strchr(text, '@');
    return strlen(text) <= 254 && sign && sign - text <= 64 &&
           !regexec(&pattern, text, 0, NULL, 0) && regexec(&numeric, text, 0, NULL, 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 400)
        return 0;
    char *text = calloc(size + 1, 1);
    memcpy(text, data, size);
    bool good = text_email(text);
    assert(good == expected(text));
    assert(!good || !strpbrk(text, " \t\r\n<>(),;:\\\"[]"));
    free(text);
    return 0;
}
