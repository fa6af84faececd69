/* praktikum.conf: `name = value` lines, # comments. Every name is known; an unknown one is an
 * error. The documented example, with the defaults: conf/praktikum.conf. */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H
#include <stdbool.h>
#include <stddef.h>

struct config {
    /* Where things are. Relative paths are relative to the folder of the configuration file and
     * come out absolute; sockets stay relative to var_folder, because 107 bytes is the kernel's
     * limit for their names. */
    char *var_folder; /* the state folder; processes run with it as working folder */
    char *sql_folder, *xslt_folder;
    char *java, *fop_folder,
        *fop_settings;  /* of prints: the program, the folder of FOP's jars, fop.xconf */
    char *web_socket;   /* FastCGI */
    char *key_file;     /* 32 bytes hexadecimal: the key of identity numbers */
    char *mail_folder;  /* where mails land when no server is set */
    char *smtp_address; /* "smtp://host:port", "smtps://…"; "": mails land in mail_folder */
    char *smtp_user, *smtp_password; /* "": without authentication */
    char *smtp_tls;                  /* "required", "optional", "no": STARTTLS */
    char *smtp_ca_file;              /* "": the system's certificates */
    char *smtp_from;                 /* addr-spec; "": no-reply at base_address's host */
    int smtp_timeout;                /* seconds a mail may take at the server */
    char *base_address;              /* "http://127.0.0.1:8080", for links in mails */
    char *database_socket;           /* several, comma separated, are tried in order */
    char *database_name;
    char *database_user, *database_password;        /* serves: no DDL, no change of history */
    char *database_owner, *database_owner_password; /* migrates */
    char *worker_user;    /* to become after loading when started as root; "" stays */
    int workers;          /* 1–64 */
    int request_deadline; /* seconds, below nginx's */
    int recycle_requests; /* a worker leaves after about this many, with jitter */
    int recycle_megabytes;
    bool secure_cookies; /* behind https */
    bool demonstration;  /* demonstration region loaded: sign-ins shown on the sign-in page */
    bool fold;           /* fold stylesheets at load (PERFORMANCE); off shows the plain road */
    bool sandbox;
    int session_idle_minutes, session_hours;
    int digest_hour; /* 0–23, local: when reminders and digests begin to go out */
    int invitation_days, password_reset_minutes; /* how long a link of each kind is good */
    int sign_in_limit;                 /* failed attempts an account and address in ten minutes */
    char *elmo_key, *elmo_certificate; /* PEM files that sign ELMO files; "": they are not signed */
    int verify_limit;                  /* codes of documents an address may ask for in a minute */
};

/* Fills `config` with defaults, then from the file. On failure false and a sentence in `error`. */
bool config_load(struct config *config, const char *path, char *error, size_t error_size);
void config_free(struct config *config);
#endif
