/* praktikum SUBCOMMAND [--conf PATH] … */
#include "base/config.h"
#include "base/log.h"
#include "command/command.h"
#include "demo/demo.h"
#include "jobs/jobs.h"
#include "server/holder.h"
#include "server/supervisor.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef PRAKTIKUM_VERSION
#define PRAKTIKUM_VERSION "1"
#endif

static const char help[] =
    "praktikum SUBCOMMAND [--conf PATH]     (PATH: $PRAKTIKUM_CONF, else var/praktikum.conf)\n"
    "\n"
    "  hold                 keep the socket, run web; HUP: take over by a new one; TERM: stop\n"
    "  web                  the workers; socket from hold or systemd, else its own\n"
    "  jobs [--once]        send mails, do long work, tidy up; once: what is due now\n"
    "  migrate              bring the database up to date\n"
    "  demo [--students N]  load the demonstration region into an empty database; --sign-ins, "
    "--keys: only say them\n"
    "  doctor               check configuration, database, stylesheets, permissions\n"
    "  user add EMAIL GIVEN FAMILY [--lang nb|nn|sv|en]\n"
    "  user grant EMAIL ROLE [--institution SHORT | --site NAME]\n"
    "  user password EMAIL  read from standard input\n"
    "  error-pages FOLDER   write the pages that nginx shows when no worker answers\n"
    "  routes               every address, tab separated\n"
    "  allocate FILE        solve an allocation that stands in a file (fcgi/allocate/format.h)\n"
    "  follow URL …         keep a folder with every entry of a partner's event feed (follow alone "
    "says how)\n"
    "  version\n";

struct call {
    const struct config *config;
    const char *program, *conf_path;
    int argc;
    char **argv;
};

static int run_hold(const struct call *call)
{
    return holder_run(call->config, call->program, call->conf_path);
}

static int run_web(const struct call *call)
{
    return supervisor_run(call->config);
}

static int run_jobs(const struct call *call)
{
    return jobs_command(call->config, call->argc, call->argv);
}

static int run_demo(const struct call *call)
{
    return demo_command(call->config, call->argc, call->argv);
}

static int run_migrate(const struct call *call)
{
    return command_migrate(call->config);
}

static int run_doctor(const struct call *call)
{
    return command_doctor(call->config);
}

static int run_user(const struct call *call)
{
    return command_user(call->config, call->argc, call->argv);
}

static int run_error_pages(const struct call *call)
{
    if (call->argc == 2)
        return command_error_pages(call->config, call->argv[1]);
    fputs("praktikum error-pages FOLDER\n", stderr);
    return EXIT_FAILURE;
}

static const struct {
    const char *name;
    int (*run)(const struct call *call);
} subcommands[] = {{"hold", run_hold},     {"web", run_web},
                   {"jobs", run_jobs},     {"demo", run_demo},
                   {"user", run_user},     {"migrate", run_migrate},
                   {"doctor", run_doctor}, {"error-pages", run_error_pages}};

/* Takes `--conf PATH` out of the arguments, wherever it stands. */
static const char *take_conf(int *argc, char **argv)
{
    const char *path = getenv("PRAKTIKUM_CONF");
    path = path && *path ? path : "var/praktikum.conf";
    for (int i = 1; i + 1 < *argc; i++) {
        if (strcmp(argv[i], "--conf") != 0)
            continue;
        path = argv[i + 1];
        memmove(&argv[i], &argv[i + 2], (size_t)(*argc - i - 2) * sizeof *argv);
        *argc -= 2;
        i--;
    }
    return path;
}

/* The program's own file: what `hold` starts, also after it was replaced by a newer one. */
static void own_file(char path[PATH_MAX])
{
    ssize_t length = readlink("/proc/self/exe", path, PATH_MAX - 1);
    path[length > 0 ? length : 0] = '\0';
}

/* error-pages takes a folder relative to where the caller stands, not to var_folder. */
static void make_absolute(struct call *call, char path[PATH_MAX])
{
    char here[PATH_MAX];
    if (call->argc != 2 || call->argv[1][0] == '/' || !getcwd(here, sizeof here) ||
        snprintf(path, PATH_MAX, "%s/%s", here, call->argv[1]) >= PATH_MAX)
        return;
    call->argv[1] = path;
}

static int run_configured(const char *name, struct call *call, struct config *config)
{
    char folder[PATH_MAX], error[1024];
    for (size_t i = 0; i < sizeof subcommands / sizeof *subcommands; i++) {
        if (strcmp(subcommands[i].name, name) != 0)
            continue;
        if (!config_load(config, call->conf_path, error, sizeof error)) {
            bool doctor = subcommands[i].run == run_doctor;
            fprintf(doctor ? stdout : stderr,
                    doctor ? "bad  configuration: %s: mend: correct it\n" : "praktikum: %s\n",
                    error);
            return EXIT_FAILURE;
        }
        if (subcommands[i].run == run_error_pages)
            make_absolute(call, folder);
        /* Sockets are named relative to the state folder: their paths may not be long. */
        if (chdir(config->var_folder) != 0) {
            fprintf(stderr, "praktikum: var_folder: cannot enter %s\n", config->var_folder);
            return EXIT_FAILURE;
        }
        return subcommands[i].run(call);
    }
    fprintf(stderr, "praktikum: no subcommand %s\n\n%s", name, help);
    return EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    char program[PATH_MAX], conf[PATH_MAX];
    struct config config = {0};
    const char *path = take_conf(&argc, argv);
    const char *name = argc > 1 ? argv[1] : "help";
    if (strcmp(name, "help") == 0 || strcmp(name, "--help") == 0) {
        fputs(help, stdout);
        return EXIT_SUCCESS;
    }
    if (strcmp(name, "version") == 0) {
        puts("praktikum " PRAKTIKUM_VERSION);
        return EXIT_SUCCESS;
    }
    if (strcmp(name, "routes") == 0)
        return command_routes();
    if (strcmp(name, "allocate") == 0)
        return command_allocate(argc - 1, argv + 1);
    if (strcmp(name, "follow") == 0)
        return command_follow(argc - 1, argv + 1);
    if (!realpath(path, conf)) {
        fprintf(stderr, "praktikum: there is no configuration %s\n", path);
        return EXIT_FAILURE;
    }
    own_file(program);
    struct call call = {&config, program, conf, argc - 1, argv + 1};
    int status = run_configured(name, &call, &config);
    config_free(&config);
    return status;
}
