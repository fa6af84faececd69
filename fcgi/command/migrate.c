#include "../data/migrate.h"

#include "command.h"

#include <stdio.h>
#include <stdlib.h>

int command_migrate(const struct config *config)
{
    const struct connection_settings settings = {
        .sockets = config->database_socket,
        .user = config->database_owner,
        .password = config->database_owner_password,
        .database = config->database_name,
        .timeout_seconds = 600,
    };
    struct connection *owner = connection_new(&settings, NULL);
    char folder[4096], error[1024] = "";
    unsigned applied = 0;
    snprintf(folder, sizeof folder, "%s/migrate", config->sql_folder);
    bool good = connection_open(owner) == DATA_OK;
    if (!good)
        snprintf(error, sizeof error, "the database cannot be reached: %s",
                 connection_error_text(owner));
    good = good && migrate_run(owner, folder, &applied, error, sizeof error);
    connection_free(owner);
    if (!good) {
        fprintf(stderr, "praktikum migrate: %s\n", error);
        return EXIT_FAILURE;
    }
    printf("%u applied\n", applied);
    return EXIT_SUCCESS;
}
