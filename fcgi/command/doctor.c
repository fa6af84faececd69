/* `praktikum doctor`: everything a start needs, one line each. */
#include "../base/text.h"
#include "../base/time.h"
#include "../data/migrate.h"
#include "../jobs/fop.h"
#include "../jobs/smtp.h"
#include "../server/metrics.h"
#include "../server/service.h"
#include "command.h"

#include <pwd.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool sound = true;

static void good(const char *what)
{
    printf("ok   %s\n", what);
}

static void bad(const char *mend, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void bad(const char *mend, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("bad  ", stdout);
    vprintf(format, arguments);
    printf(": mend: %s\n", mend);
    va_end(arguments);
    sound = false;
}

static void check_folder(const char *name, const char *path, int mode)
{
    char line[4200];
    struct stat status;
    snprintf(line, sizeof line, "%s %s", name, path);
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
        bad("make the folder, or set its name in the configuration", "%s: there is no such folder",
            line);
    else if (access(path, mode) != 0)
        bad("let this user use it (chown, chmod)", "%s: not permitted", line);
    else
        good(line);
}

static void check_key(const struct config *config)
{
    struct stat status;
    if (stat(config->key_file, &status) != 0)
        bad("write 64 hexadecimal digits into it, mode 0600; keep a copy apart from the database's",
            "key_file %s: missing", config->key_file);
    else if (status.st_mode & (S_IRWXO | S_IWGRP))
        bad("chmod 0600", "key_file %s: others may read it", config->key_file);
    else
        good("key file");
}

static void check_user(const struct config *config)
{
    if (geteuid() != 0 || !*config->worker_user)
        return;
    if (getpwnam(config->worker_user))
        good("worker_user");
    else
        bad("adduser --system, or set worker_user", "worker_user: there is no user %s",
            config->worker_user);
}

static void report_lack(void *context, const char *sentence)
{
    (void)context;
    bad("write the file, or take the row out", "%s", sentence);
}

static void check_mail(const struct config *config)
{
    char words[SMTP_WORDS], line[SMTP_WORDS + 600];
    struct smtp *smtp = smtp_new(config);
    if (!smtp) {
        good("no mail server is set: mails land in mail_folder");
        return;
    }
    bool answers = smtp_answers(smtp, words);
    snprintf(line, sizeof line, "mail server %.500s: %s", config->smtp_address, words);
    if (answers)
        good(line);
    else
        bad("compare smtp_address, smtp_tls, smtp_user and smtp_password with the server's", "%s",
            line);
    if (*config->smtp_from && !text_email(config->smtp_from))
        bad("write an address, or leave it empty", "smtp_from: is not an address");
    smtp_free(smtp);
}

static void check_print(const struct config *config)
{
    char error[4300];
    if (fop_there(config, error, sizeof error))
        good("Java and FOP, for prints");
    else
        bad("install fop and fonts-lato, or correct java, fop_folder and fop_settings", "%s",
            error);
}

/* Files signed by a certificate that has ended are refused by who verifies them. */
static void check_signature(const struct service *service)
{
    enum { WARNED_DAYS = 30 };
    char line[64], day[DATE_TEXT] = "";
    if (!service->signature) {
        good("no elmo_key is set: ELMO files are not signed");
        return;
    }
    time_t ends = signature_expires(service->signature);
    time_sql(day, ends);
    snprintf(line, sizeof line, "elmo_certificate until %.10s", day);
    if (ends < time_now() + WARNED_DAYS * 24 * 60 * 60)
        bad("have a new certificate made, set elmo_certificate, reload", "%s", line);
    else
        good(line);
}

/* Loads what a worker loads: that is the check of statements, forms and stylesheets. */
static bool check_program(struct service *service, const struct config *config)
{
    char error[1024] = "";
    if (!service_load(service, config, error, sizeof error)) {
        bad("correct the file that is named", "%s", error);
        return false;
    }
    good("statements, forms, and stylesheets in four languages");
    if (service_complete(service, report_lack, NULL))
        good("every address has its files");
    check_signature(service);
    return true;
}

static bool connect_as(const char *who, struct connection *connection)
{
    char line[128];
    snprintf(line, sizeof line, "database, %s account", who);
    if (connection_open(connection) == DATA_OK) {
        good(line);
        return true;
    }
    bad("start the database; compare database_socket, names and passwords in the configuration",
        "%s: %s", line, connection_error_text(connection));
    return false;
}

/* One line of SHOW GRANTS: what it allows too much, or NULL. */
static const char *too_much(const char *grant)
{
    static const char *const never[] = {"ALL PRIVILEGES", "CREATE", "ALTER",   "DROP",
                                        "FILE",           "SUPER",  "TRIGGER", "INDEX",
                                        "GRANT OPTION",   "RELOAD", "SHUTDOWN"};
    const char *on = strstr(grant, " ON ");
    size_t length = on ? (size_t)(on - grant) : strlen(grant);
    char list[1024];
    snprintf(list, sizeof list, "%.*s", (int)length, grant);
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (strstr(list + strlen("GRANT"), never[i]))
            return never[i];
    bool history =
        on && (strstr(on, "`event`") || strstr(on, "`event_change`") || strstr(on, ".*"));
    if (history && (strstr(list, "UPDATE") || strstr(list, "DELETE")))
        return "UPDATE or DELETE of history";
    return NULL;
}

static int check_grant(void *context, const struct row *row)
{
    bool *modest = context;
    const char *grant = row->count > 0 && row->cells[0].text ? row->cells[0].text : "";
    const char *what = strncmp(grant, "GRANT USAGE", 11) == 0 ? NULL : too_much(grant);
    if (what) {
        bad("REVOKE it: the account that serves reads and writes rows only",
            "serving account may %s", what);
        *modest = false;
    }
    return 0;
}

static void check_serving(const struct config *config, struct service *service)
{
    char error[1024] = "", folder[4096];
    bool modest = true;
    if (!connect_as("serving", service->connection))
        return;
    if (connection_query(service->connection, "SHOW GRANTS FOR CURRENT_USER", check_grant,
                         &modest) != DATA_OK)
        bad("look at the account in MariaDB", "serving account: its rights cannot be read");
    else if (modest)
        good("serving account cannot change structure or history");
    snprintf(folder, sizeof folder, "%s/migrate", config->sql_folder);
    if (migrate_current(service->connection, folder, error, sizeof error))
        good("migrations");
    else
        bad("praktikum migrate", "migrations: %s", error);
    if (connection_prepare_all(service->connection, error, sizeof error) == DATA_OK)
        good("every statement prepares");
    else
        bad("correct the statement, or migrate", "statement: %s", error);
}

static void check_owner(const struct config *config)
{
    const struct connection_settings settings = {
        .sockets = config->database_socket,
        .user = config->database_owner,
        .password = config->database_owner_password,
        .database = config->database_name,
        .timeout_seconds = 2,
    };
    struct connection *owner = connection_new(&settings, NULL);
    connect_as("owner's", owner);
    connection_free(owner);
}

int command_doctor(const struct config *config)
{
    static struct service service;
    setvbuf(stdout, NULL, _IOLBF, 0);
    good("configuration");
    check_folder("var_folder", config->var_folder, R_OK | W_OK | X_OK);
    check_folder("sql_folder", config->sql_folder, R_OK | X_OK);
    check_folder("xslt_folder", config->xslt_folder, R_OK | X_OK);
    check_key(config);
    check_user(config);
    check_owner(config);
    check_print(config);
    check_mail(config);
    if (check_program(&service, config)) {
        service_begin(&service);
        check_serving(config, &service);
        service_end(&service);
    }
    service_free(&service);
    return sound ? EXIT_SUCCESS : EXIT_FAILURE;
}
