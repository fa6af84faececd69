#include "support_post.h"

#include "../../fcgi/base/log.h"
#include "support_action.h"
#include "support_ordering.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

char post_folder[] = "/tmp/praktikum-mail-XXXXXX";
struct config post_config;
struct arena *post_arena;
static struct stylesheets *sheets;
static char nothing[] = "";

int post_set_up(void **state)
{
    char error[1000] = "";
    ordering_set_up(state);
    assert_non_null(mkdtemp(post_folder));
    sheets = stylesheets_load("xslt", false, error, sizeof error);
    if (!sheets)
        fail_msg("%s", error);
    post_arena = arena_new((size_t)64 << 20);
    log_threshold(LOG_ERROR);
    post_config = (struct config){.mail_folder = post_folder,
                                  .base_address = "https://praktikum.example:8443",
                                  .smtp_address = nothing,
                                  .smtp_from = nothing,
                                  .smtp_timeout = 30};
    return 0;
}

int post_tear_down(void **state)
{
    char command[100];
    snprintf(command, sizeof command, "rm -rf %s", post_folder);
    assert_int_equal(system(command), 0);
    stylesheets_free(sheets);
    arena_free(post_arena);
    return action_tear_down(state);
}

struct post post_of(struct connection *connection)
{
    return (struct post){&post_config, act_store(), connection, sheets, post_arena, NULL};
}

enum mail_result send_due(struct connection *connection)
{
    struct mailer *mailer = mailer_new(&post_config);
    struct post post = post_of(connection);
    post.mailer = mailer;
    enum mail_result result = mails_send(&post);
    mailer_free(mailer);
    return result;
}

void send_all(void)
{
    while (send_due(act_connection()) == MAIL_DONE)
        ;
}
