#include "device.h"

#include <stddef.h>
#include <string.h>

struct sign {
    const char *word, *name;
};

static const char *first(const char *user_agent, const struct sign *signs, size_t count)
{
    for (size_t i = 0; user_agent && i < count; i++)
        if (strstr(user_agent, signs[i].word))
            return signs[i].name;
    return "";
}

/* In this order: most claim to be others too, Chrome to be Safari, Edge to be both. */
const char *device_browser(const char *user_agent)
{
    static const struct sign signs[] = {
        {"Edg", "Edge"},       {"OPR/", "Opera"},       {"SamsungBrowser/", "Samsung Internet"},
        {"FxiOS/", "Firefox"}, {"Firefox/", "Firefox"}, {"CriOS/", "Chrome"},
        {"Chrome/", "Chrome"}, {"Safari/", "Safari"},
    };
    return first(user_agent, signs, sizeof signs / sizeof *signs);
}

const char *device_system(const char *user_agent)
{
    static const struct sign signs[] = {
        {"iPhone", "iPhone"},   {"iPad", "iPad"},      {"Android", "Android"}, {"CrOS", "ChromeOS"},
        {"Windows", "Windows"}, {"Mac OS X", "macOS"}, {"Linux", "Linux"},
    };
    return first(user_agent, signs, sizeof signs / sizeof *signs);
}
