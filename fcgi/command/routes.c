#include "../server/route.h"
#include "command.h"

#include <stdio.h>
#include <stdlib.h>

static const char *const kinds[] = {
    [ROUTE_PAGE] = "PAGE",      [ROUTE_ACTION] = "ACTION", [ROUTE_FILE] = "FILE",
    [ROUTE_ATOM] = "ATOM",      [ROUTE_FEED] = "FEED",     [ROUTE_PRINT] = "PRINT",
    [ROUTE_INBOUND] = "INBOUND"};

int command_routes(void)
{
    struct route_table *table = routes_new();
    for (size_t i = 0; i < routes_count(table); i++) {
        const struct route *route = routes_at(table, i);
        printf("%s\t%s\t%s\t%s\t%s\t%s\t", kinds[route->kind], route->path, route->area,
               route->name, route->access_text, route->kind == ROUTE_ACTION ? route->form : "");
        for (size_t p = 0; p < route->parameter_count; p++)
            printf("%s%s", p ? " " : "", route->parameters[p].name);
        putchar('\n');
    }
    routes_free(table);
    return EXIT_SUCCESS;
}
