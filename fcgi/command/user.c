/* The first people of an installation, before anyone can sign in. */
#include "../base/arena.h"
#include "../base/log.h"
#include "../base/password.h"
#include "../base/text.h"
#include "../base/time.h"
#include "../data/connection.h"
#include "../view/stylesheet.h"
#include "../workflow/search.h"
#include "command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { PASSWORD_SHORTEST = 12, PASSWORD_LONGEST = 200 };

struct user {
    struct arena *arena;
    struct query_store *store;
    struct connection *connection;
    struct parameters parameters;
    int64_t person;
    char password[PASSWORD_LONGEST + 2];
};

static int complain(const char *format, const char *what)
{
    fputs("praktikum user: ", stderr);
    fprintf(stderr, format, what);
    fputc('\n', stderr);
    return EXIT_FAILURE;
}

static enum data_result run(struct user *user, const char *file, const char *step,
                            row_function *row, void *context)
{
    return connection_step(user->connection, file, step, &user->parameters, row, context);
}

static int take_id(void *context, const struct row *row)
{
    *(int64_t *)context = row_integer(row, "id");
    return 0;
}

/* The id that a step finds; 0 when there is none. */
static int64_t find(struct user *user, const char *step)
{
    int64_t id = 0;
    run(user, "session/account", step, take_id, &id);
    return id;
}

static enum data_result write_event(struct user *user, const char *kind, const char *thing,
                                    int64_t id)
{
    struct parameters *parameters = &user->parameters;
    parameters_null(parameters, "viewer");
    parameters_text(parameters, "area", "people");
    parameters_text(parameters, "kind", kind);
    parameters_text(parameters, "thing", thing);
    parameters_integer(parameters, "thing_id", id);
    parameters_null(parameters, "thing_version");
    parameters_null(parameters, "activity");
    parameters_null(parameters, "request");
    if (!parameters_find(parameters, "institution")) {
        parameters_null(parameters, "institution");
        parameters_null(parameters, "site");
    }
    enum data_result result = run(user, "events/write", "event", NULL, NULL);
    if (result == DATA_OK)
        result = search_follow(user->connection, user->arena, thing, id);
    return result;
}

static int conclude(struct user *user, enum data_result result, const char *done)
{
    if (result == DATA_OK)
        result = connection_commit(user->connection);
    if (result == DATA_OK) {
        puts(done);
        return EXIT_SUCCESS;
    }
    const char *why = result == DATA_DUPLICATE    ? "that is there already"
                      : result == DATA_CONSTRAINT ? "the database's rules forbid it"
                                                  : connection_error_text(user->connection);
    connection_rollback(user->connection);
    return complain("%s", why);
}

static int add_person(struct user *user, int argc, char **argv)
{
    bool lang = argc == 5 && strcmp(argv[3], "--lang") == 0 && language_known(argv[4]);
    if (argc != 3 && !lang)
        return complain("%s", "add EMAIL GIVEN FAMILY [--lang nb|nn|sv|en]");
    for (int i = 0; i < 3; i++)
        if (!text_utf8(argv[i], strlen(argv[i])) || !*text_clean(user->arena, argv[i]))
            return complain("'%s' is empty or not UTF-8", argv[i]);
    parameters_text(&user->parameters, "given_name", text_clean(user->arena, argv[1]));
    parameters_text(&user->parameters, "family_name", text_clean(user->arena, argv[2]));
    parameters_text(&user->parameters, "lang", lang ? argv[4] : "nb");
    enum data_result result = connection_begin(user->connection);
    if (result == DATA_OK)
        result = run(user, "session/account", "person_add", NULL, NULL);
    if (result == DATA_OK)
        result =
            write_event(user, "person.created", "person", connection_inserted(user->connection));
    return conclude(user, result, "added");
}

static int add_grant(struct user *user, int argc, char **argv)
{
    const char *where = argc == 4 ? argv[2] : "";
    bool institution = strcmp(where, "--institution") == 0, site = strcmp(where, "--site") == 0;
    if (argc != 2 && !institution && !site)
        return complain("%s", "grant EMAIL ROLE [--institution SHORT | --site NAME]");
    parameters_null(&user->parameters, "institution");
    parameters_null(&user->parameters, "site");
    if (institution || site) {
        parameters_text(&user->parameters, "name", argv[3]);
        int64_t id = find(user, institution ? "institution_find" : "site_find");
        if (!id)
            return complain("there is no '%s'", argv[3]);
        parameters_integer(&user->parameters, institution ? "institution" : "site", id);
    }
    parameters_text(&user->parameters, "role", argv[1]);
    enum data_result result = connection_begin(user->connection);
    if (result == DATA_OK)
        result = run(user, "session/account", "grant_add", NULL, NULL);
    if (result == DATA_OK)
        result = write_event(user, "grant.created", "grant", connection_inserted(user->connection));
    return conclude(user, result, "granted");
}

/* One line, without echo when a person types it. */
static bool read_password(char *password, size_t size)
{
    struct termios before, quiet;
    bool typed = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &before) == 0;
    if (typed) {
        quiet = before;
        quiet.c_lflag &= ~(tcflag_t)ECHO;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        fputs("Password: ", stderr);
    }
    bool got = fgets(password, (int)size, stdin) != NULL;
    if (typed) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        fputc('\n', stderr);
    }
    if (got)
        password[strcspn(password, "\r\n")] = '\0';
    return got && text_utf8(password, strlen(password)) &&
           text_letters(password) >= PASSWORD_SHORTEST &&
           text_letters(password) <= PASSWORD_LONGEST;
}

static int set_password(struct user *user, int argc)
{
    char hash[PASSWORD_HASH];
    if (argc != 1)
        return complain("%s", "password EMAIL");
    if (!read_password(user->password, sizeof user->password))
        return complain("%s", "a password has 12 to 200 letters");
    bool hashed = password_hash(hash, user->password);
    explicit_bzero(user->password, sizeof user->password);
    if (!hashed)
        return complain("%s", "no memory to hash the password");
    parameters_text(&user->parameters, "hash", hash);
    enum data_result result = connection_begin(user->connection);
    if (result == DATA_OK)
        result = run(user, "session/account", "password", NULL, NULL);
    if (result == DATA_OK)
        result = run(user, "session/account", "sessions_end", NULL, NULL);
    if (result == DATA_OK)
        result = write_event(user, "person.password_changed", "person", user->person);
    return conclude(user, result, "password set");
}

static int act(struct user *user, int argc, char **argv)
{
    char *email = text_lower(user->arena, argv[1]);
    if (!text_email(email))
        return complain("'%s' is not an e-mail address", argv[1]);
    parameters_text(&user->parameters, "email", email);
    parameters_moment(&user->parameters);
    enum data_result result = connection_open(user->connection);
    if (result != DATA_OK)
        return complain("the database cannot be reached: %s",
                        connection_error_text(user->connection));
    if (strcmp(argv[0], "add") == 0)
        return add_person(user, argc - 1, argv + 1);
    user->person = find(user, "person_find");
    if (!user->person)
        return complain("there is nobody with the address %s", email);
    parameters_integer(&user->parameters, "person", user->person);
    if (strcmp(argv[0], "grant") == 0)
        return add_grant(user, argc - 1, argv + 1);
    return set_password(user, argc - 1);
}

int command_user(const struct config *config, int argc, char **argv)
{
    char error[1024];
    argc--;
    argv++;
    bool known = argc >= 2 && (strcmp(argv[0], "add") == 0 || strcmp(argv[0], "grant") == 0 ||
                               strcmp(argv[0], "password") == 0);
    if (!known)
        return complain("%s", "add|grant|password EMAIL …");
    const struct connection_settings settings = {
        .sockets = config->database_socket,
        .user = config->database_user,
        .password = config->database_password,
        .database = config->database_name,
        .timeout_seconds = 10,
    };
    time_start();
    struct user user = {.arena = arena_new((size_t)16 << 20)};
    user.parameters.arena = user.arena;
    user.store = query_store_load(config->sql_folder, error, sizeof error);
    int status = EXIT_FAILURE;
    if (user.store) {
        user.connection = connection_new(&settings, user.store);
        status = act(&user, argc, argv);
        connection_free(user.connection);
        query_store_free(user.store);
    } else {
        complain("%s", error);
    }
    arena_free(user.arena);
    return status;
}
