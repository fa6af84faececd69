#include "sandbox.h"

#include <errno.h>
#include <grp.h>
#include <linux/audit.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define SANDBOX_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define SANDBOX_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

/* The leak checker of a sanitizer build traces its own process at exit and reads /proc. */
#ifdef __SANITIZE_ADDRESS__
enum { LEAK_CHECKED = 1 };
#else
enum { LEAK_CHECKED = 0 };
#endif

static bool become_user(const char *name, char *error, size_t error_size)
{
    const struct passwd *user = getpwnam(name);
    if (!user) {
        snprintf(error, error_size, "worker_user: there is no user %s", name);
        return false;
    }
    gid_t group = user->pw_gid;
    if (setgroups(1, &group) != 0 || setresgid(group, group, group) != 0 ||
        setresuid(user->pw_uid, user->pw_uid, user->pw_uid) != 0) {
        snprintf(error, error_size, "worker_user: cannot become %s: %s", name, strerror(errno));
        return false;
    }
    return true;
}

static void drop_bounding_set(void)
{
    for (unsigned long capability = 0; capability <= CAP_LAST_CAP; capability++)
        prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
}

static bool drop_capabilities(void)
{
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[2];
    memset(none, 0, sizeof none);
    return syscall(SYS_capset, &header, none) == 0;
}

/* No file may be opened, made or run from now on. */
static bool close_files(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1)
        return false;
    struct landlock_ruleset_attr rules = {0};
    for (unsigned bit = 0; bit <= 12; bit++) /* every right of the first version */
        rules.handled_access_fs |= 1ULL << bit;
    if (version >= 2)
        rules.handled_access_fs |= 1ULL << 13;
    if (version >= 3)
        rules.handled_access_fs |= 1ULL << 14;
    int set = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules.handled_access_fs, 0);
    if (set < 0)
        return false;
    bool closed = syscall(SYS_landlock_restrict_self, set, 0) == 0;
    close(set);
    return closed;
}

#ifdef SANDBOX_ARCHITECTURE
enum { DENIED_CALLS = 64 };

struct filter {
    struct sock_filter steps[4 * DENIED_CALLS];
    unsigned short count;
};

static void add(struct filter *filter, unsigned short code, unsigned char yes, unsigned char no,
                unsigned value)
{
    filter->steps[filter->count++] = (struct sock_filter){code, yes, no, value};
}

static void deny(struct filter *filter, long call)
{
    add(filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, (unsigned)call);
    add(filter, BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM);
}

static const long denied[] = {
    SYS_execve,
    SYS_execveat,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_chroot,
    SYS_setns,
    SYS_unshare,
    SYS_bpf,
    SYS_perf_event_open,
    SYS_keyctl,
    SYS_add_key,
    SYS_request_key,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_kexec_load,
    SYS_reboot,
    SYS_swapon,
    SYS_swapoff,
    SYS_open_by_handle_at,
    SYS_userfaultfd,
    SYS_io_uring_setup,
    SYS_personality,
    SYS_kill,
    SYS_tkill,
    SYS_rt_sigqueueinfo,
    SYS_rt_tgsigqueueinfo,
    SYS_pidfd_send_signal,
    SYS_pidfd_getfd,
    SYS_listen,
    SYS_bind,
    SYS_setuid,
    SYS_setgid,
    SYS_setresuid,
    SYS_setresgid,
#ifndef __SANITIZE_ADDRESS__
    SYS_ptrace,
    SYS_clone,
    SYS_clone3,
#if defined(__x86_64__)
    SYS_fork,
    SYS_vfork,
#endif
#endif
};

static bool close_calls(void)
{
    struct filter filter = {.count = 0};
    add(&filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, arch));
    add(&filter, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, SANDBOX_ARCHITECTURE);
    add(&filter, BPF_RET | BPF_K, 0, 0, SECCOMP_RET_KILL_PROCESS);
    add(&filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
    add(&filter, BPF_JMP | BPF_JSET | BPF_K, 0, 1,
        0x40000000U); /* the x32 numbers of the same calls */
    add(&filter, BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM);
#endif
    for (size_t i = 0; i < sizeof denied / sizeof *denied; i++)
        deny(&filter, denied[i]);
    /* Signals to itself only: abort() uses tgkill. */
    add(&filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 4, SYS_tgkill);
    add(&filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, args[0]));
    add(&filter, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, (unsigned)getpid());
    add(&filter, BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM);
    add(&filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, nr));
    /* No socket but a unix one. */
    add(&filter, BPF_JMP | BPF_JEQ | BPF_K, 0, 3, SYS_socket);
    add(&filter, BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, args[0]));
    add(&filter, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, AF_UNIX);
    add(&filter, BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM);
    add(&filter, BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW);
    const struct sock_fprog program = {filter.count, filter.steps};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}
#else
static bool close_calls(void)
{
    return false;
}
#endif

bool sandbox_enter(const struct config *config, bool *landlock, bool *seccomp, char *error,
                   size_t error_size)
{
    const struct rlimit no_core = {0, 0};
    *landlock = *seccomp = false;
    setrlimit(RLIMIT_CORE, &no_core);
    if (config->sandbox)
        drop_bounding_set();
    if (geteuid() == 0 && *config->worker_user &&
        !become_user(config->worker_user, error, error_size))
        return false;
    prctl(PR_SET_DUMPABLE, LEAK_CHECKED, 0, 0, 0);
    if (!config->sandbox)
        return true;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || !drop_capabilities()) {
        snprintf(error, error_size, "cannot give up privileges: %s", strerror(errno));
        return false;
    }
    *landlock = !LEAK_CHECKED && close_files();
    *seccomp = close_calls();
    return true;
}
