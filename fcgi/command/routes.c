#include "../server/route.h"
#include "command.h"

#include <stdio.h>
#include <stdlib.h>

static const char *kind(const struct route *route)
{
    if (route->form)
        return route->prints ? "PRINT" : "ACTION";
    if (route->inbound)
        return "INBOUND";
    return route->sends_file ? "FILE" : route->feeds ? "FEED" : route->atom ? "ATOM" : "PAGE";
}

int command_routes(void)
{
    struct route_table *table = routes_new();
    for (size_t i = 0; i < routes_count(table); i++) {
        const struct route *route = routes_at(table, i);
        printf("%s\t%s\t%s\t%s\t%s\t%s\t", kind(route), route->path, route->area, route->name,
               route->access_text, route->form && !route->prints ? route->form : "");
        for (size_t p = 0; p < route->parameter_count; p++)
            printf("%s%s", p ? " " : "", route->parameters[p].name);
        putchar('\n');
    }
    routes_free(table);
    return EXIT_SUCCESS;
}
