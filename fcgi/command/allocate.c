/* praktikum allocate FILE: an allocation from a file, and its proof; to try and to measure with. */
#include "../allocate/allocate.h"

#include "../allocate/format.h"
#include "../allocate/groups.h"
#include "../allocate/sample.h"
#include "../base/heap.h"
#include "../base/text.h"
#include "command.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

/* Of the processor: on a busy machine a run takes longer, but is hardly slower. */
static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double megabytes(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_maxrss / 1024;
}

static const char *const criterion_names[] = {
    [CRITERION_UNPLACED] = "unplaced", [CRITERION_CHANGES] = "changes",
    [CRITERION_WISHES] = "wishes",     [CRITERION_WORSE] = "worse",
    [CRITERION_TRAVEL] = "km",         [CRITERION_LOT] = "lot"};

static void print_digits(const char *name, const struct instance *instance,
                         const struct digits *digits)
{
    printf("%s\t", name);
    for (uint32_t i = 0; i < instance->criterion_count; i++) {
        printf("%s%s", i ? " " : "", criterion_names[instance->criteria[i].kind]);
        if (instance->criteria[i].kind == CRITERION_WORSE)
            printf("-than-%u", instance->criteria[i].rank);
        printf(" %" PRId64, digits->digit[i]);
    }
    putchar('\n');
}

/* How many got their first wish, their second, …; then those who got another unit. */
static void print_ranks(const struct instance *instance, const struct allocation *allocation)
{
    uint32_t counts[INSTANCE_WISHES_MOST + 1] = {0}, other = 0;
    for (uint32_t student = 0; student < instance->student_count; student++) {
        uint32_t unit = allocation->units[student];
        uint32_t rank = instance_rank(instance, student, unit);
        if (unit == INSTANCE_NONE)
            continue;
        if (rank <= instance->students[student].wish_count)
            counts[rank]++;
        else
            other++;
    }
    printf("ranks\t");
    for (uint32_t rank = 1; rank <= instance->longest_list; rank++)
        printf("%u ", counts[rank]);
    printf("other %u\n", other);
}

static void print_students(const struct instance *instance, const struct allocation *allocation)
{
    for (uint32_t student = 0; student < instance->student_count; student++) {
        uint32_t unit = allocation->units[student];
        printf("student %u\t", instance->students[student].id);
        if (unit == INSTANCE_NONE)
            puts("-");
        else
            printf("unit %u\twish %u\tkm %u\n", instance->units[unit].id,
                   instance_rank(instance, student, unit), instance_km(instance, student, unit));
    }
}

/* Solves and proves; prints all but the students. */
static bool measure(const struct instance *instance, const struct allocate_start *start,
                    struct allocation **found)
{
    struct certificate certificate;
    struct allocate_options options = {.start = start};
    double began = seconds();
    struct allocation *allocation = *found = allocate(instance, &options);
    double solved = seconds();
    bool holds = allocate_certify(instance, allocation, &certificate);
    double certified = seconds();
    printf("students\t%u\nunits\t%u\nplaced\t%u\noverfull\t%u\n", instance->student_count,
           instance->unit_count, allocation->placed, allocation->overfull);
    print_digits("objective", instance, &allocation->total);
    print_ranks(instance, allocation);
    printf("certificate\t%s: %" PRIu64 " pairs, %" PRIu64 " looked at closely, %" PRIu64
           " violations\n",
           holds ? "holds" : "FAILS", certificate.pairs, certificate.close, certificate.violations);
    printf("search\t%" PRIu64 " searches, %" PRIu64 " units settled, %" PRIu64 " lists made\n",
           allocation->searches, allocation->settled, allocation->expansions);
    printf("seconds\t%.4f\t%.4f solving, %.4f proving\nMB\t%.1f\n", certified - began,
           solved - began, certified - solved, megabytes());
    return holds;
}

/* The unit where most students are loses its places; everything else stays as it was. */
static bool withdraw(struct instance *instance, const struct allocation *allocation)
{
    uint32_t *counts = heap_alloc(instance->unit_count * sizeof *counts), most = 0, moved = 0;
    for (uint32_t student = 0; student < instance->student_count; student++)
        if (allocation->units[student] != INSTANCE_NONE)
            counts[allocation->units[student]]++;
    for (uint32_t unit = 0; unit < instance->unit_count; unit++)
        if (counts[unit] > counts[most])
            most = unit;
    struct allocate_start *start = allocate_start_new(instance, allocation);
    struct allocation *again;
    printf("\nwithdrawn\tunit %u with %u students\n", instance->units[most].id, counts[most]);
    instance->units[most].capacity = 0;
    bool holds = measure(instance, start, &again);
    for (uint32_t student = 0; student < instance->student_count; student++)
        moved += again->units[student] != allocation->units[student];
    printf("moved\t%u\n", moved);
    allocate_start_free(start);
    allocation_free(again);
    free(counts);
    return holds;
}

/* Groups that go together: the search, its bound, and how far from it. */
static int run_groups(struct instance *instance, bool students)
{
    double began = seconds();
    struct allocation_with_groups *result = allocate_with_groups(instance, NULL);
    double solved = seconds();
    enum criterion criterion;
    double gap = groups_gap(instance, result, &criterion);
    if (students)
        print_students(instance, result->allocation);
    printf("students\t%u\nunits\t%u\nplaced\t%u\noverfull\t%u\n", instance->student_count,
           instance->unit_count, result->allocation->placed, result->allocation->overfull);
    print_digits("objective", instance, &result->allocation->total);
    print_digits("bound", instance, &result->bound);
    print_ranks(instance, result->allocation);
    printf("groups\t%u\ngap\t%.4f %% of %s%s\n", result->group_count, gap,
           criterion_names[criterion], result->proven ? " (proven best)" : "");
    for (uint32_t i = 0; i < result->group_count; i++)
        if (result->groups[i].unit == INSTANCE_NONE)
            printf("group %u\t%u students\t%s\n", result->groups[i].id, result->groups[i].size,
                   result->groups[i].split      ? "split by locks"
                   : result->groups[i].homeless ? "fits nowhere"
                                                : "-");
    printf("certificate\t%s, groups where they are\nsearch\t%" PRIu64 " problems\n",
           result->certificate.holds ? "holds" : "FAILS", result->nodes);
    printf("seconds\t%.4f\nMB\t%.1f\n", solved - began, megabytes());
    int status = result->certificate.holds ? EXIT_SUCCESS : EXIT_FAILURE;
    allocation_with_groups_free(result);
    return status;
}

static bool has_groups(const struct instance *instance)
{
    bool *members = groups_members(instance), any = false;
    for (uint32_t student = 0; student < instance->student_count; student++)
        any |= members[student];
    free(members);
    return any;
}

static int run(struct instance *instance, const char *option)
{
    if (has_groups(instance) && strcmp(option, "--withdraw") != 0)
        return run_groups(instance, !*option);
    struct allocation *allocation;
    bool holds = measure(instance, NULL, &allocation);
    if (!*option)
        print_students(instance, allocation);
    if (strcmp(option, "--withdraw") == 0 && instance->unit_count)
        holds = withdraw(instance, allocation) && holds;
    allocation_free(allocation);
    return holds ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int make(int argc, char **argv)
{
    struct sample_shape shape = {.places = 1020, .seed = 1};
    uint32_t *const numbers[] = {&shape.students, &shape.units, &shape.wishes, &shape.places};
    static const int64_t most[] = {1000000, 100000, 20, 10000};
    int64_t number;
    for (int i = 0; i < argc && i < 4; i++) {
        if (!text_integer(argv[i], 1, most[i], &number))
            return -1;
        *numbers[i] = (uint32_t)number;
    }
    if (argc < 3 || argc > 5 || (argc == 5 && strcmp(argv[4], "rank_maximal") != 0))
        return -1;
    shape.rank_maximal = argc == 5;
    sample_write(stdout, &shape);
    return EXIT_SUCCESS;
}

static int solve_file(const char *path, const char *option)
{
    char error[200];
    FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
    if (!file) {
        fprintf(stderr, "praktikum: %s cannot be read\n", path);
        return EXIT_FAILURE;
    }
    struct instance *instance = format_read(file, error, sizeof error);
    if (file != stdin)
        fclose(file);
    if (!instance) {
        fprintf(stderr, "praktikum: %s: %s\n", path, error);
        return EXIT_FAILURE;
    }
    int status = run(instance, option);
    instance_free(instance);
    return status;
}

int command_allocate(int argc, char **argv)
{
    int status = -1;
    bool option =
        argc == 3 && (strcmp(argv[1], "--summary") == 0 || strcmp(argv[1], "--withdraw") == 0);
    if (argc > 1 && strcmp(argv[1], "--make") == 0)
        status = make(argc - 2, argv + 2);
    else if (option || (argc == 2 && strncmp(argv[1], "--", 2) != 0))
        status = solve_file(argv[argc - 1], option ? argv[1] : "");
    if (status >= 0)
        return status;
    fputs(
        "praktikum allocate [--summary | --withdraw] FILE\n"
        "praktikum allocate --make STUDENTS UNITS WISHES [PLACES-FOR-A-THOUSAND [rank_maximal]]\n",
        stderr);
    return EXIT_FAILURE;
}
