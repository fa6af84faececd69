/* The result as rows: proposal_unit, proposal_student, proposal_wish, proposal_step, proposal_shortage and what belongs to them. */
#include "../base/text.h"
#include "allocate_result.h"

#include <stdio.h>

static const char *const gap_words[] = {"unplaced", "changes", "wishes", "worse", "travel", "lot"};
static const char *const rule_words[SHORTAGE_RULES] = {
    "class", "requirement", "conflict", "earlier", "reach", "travel", "locked"};

/* :<prefix>site and :<prefix>unit; none: NULL. */
static void set_unit(struct proposing *run, const char *prefix, uint32_t unit)
{
    char site[16], name[16];
    bool some = unit != INSTANCE_NONE;
    snprintf(site, sizeof site, "%ssite", prefix);
    snprintf(name, sizeof name, "%sunit", prefix);
    action_set_id(&run->action, arena_text(run->action.arena, site),
                  some ? run->units[unit].site : 0);
    action_set_id(&run->action, arena_text(run->action.arena, name),
                  some ? run->units[unit].id : 0);
}

/* The unit's number among the student's wishes; 0: it is none of them. */
static int64_t wish_of(const struct proposing *run, uint32_t student, uint32_t unit)
{
    uint32_t rank = unit == INSTANCE_NONE ? 0 : instance_rank(run->instance, student, unit);
    return rank <= run->instance->students[student].wish_count ? rank : 0;
}

static void write_units(struct proposing *run, const struct proposing_result *result)
{
    struct action *action = &run->action;
    int64_t *used = arena_zero(action->arena, (run->unit_count + 1) * sizeof *used);
    for (uint32_t at = 0; at < run->student_count; at++)
        if (result->units[at] != INSTANCE_NONE)
            used[result->units[at]]++;
    for (size_t i = 0; i < run->unit_count; i++) {
        action_set(action, "site", run->units[i].site);
        action_set(action, "unit", run->units[i].id);
        action_set(action, "places", run->units[i].places);
        action_set(action, "used", used[i]);
        action_step(action, "unit");
    }
}

static void write_student(struct proposing *run, const struct proposing_result *result, uint32_t at)
{
    struct action *action = &run->action;
    const struct proposing_student *student = &run->students[at];
    uint32_t unit = result->units[at];
    bool known = unit != INSTANCE_NONE && student->home && run->units[unit].somewhere;
    action_set(action, "registration", student->id);
    set_unit(run, "", unit);
    action_set_id(action, "wish", wish_of(run, at, unit));
    action_set(action, "wishes", (int64_t)student->wish_count);
    if (known)
        action_set(action, "km", instance_km(run->instance, at, unit));
    else
        action_set_null(action, "km");
    action_set(action, "units", result->open[at]);
    action_set(action, "registration_version", student->version);
    action_set_id(action, "old_site", student->site);
    action_set_id(action, "old_unit", student->unit);
    action_set(action, "old_locked", student->locked);
    action_set_id(action, "shared_site", student->shared_site);
    action_set_id(action, "shared_unit", student->shared_unit);
    action_step(action, "student");
}

static bool even(const struct proposing *run, const struct explanation *moved)
{
    for (uint32_t i = 0; i < run->instance->criterion_count; i++)
        if (run->instance->criteria[i].kind != CRITERION_LOT && moved->more.digit[i] != 0)
            return false;
    return true;
}

static void set_effect(struct proposing *run, const struct explanation *moved)
{
    struct action *action = &run->action;
    const struct instance *instance = run->instance;
    static const struct explanation none;
    bool any = moved != NULL;
    const struct digits *more = any ? &moved->more : &none.more;
    moved = any ? moved : &none;
    action_set(action, "others", moved->move_count ? moved->move_count - 1 : 0);
    action_set(action, "rank_up", moved->rank_up);
    action_set(action, "rank_down", moved->rank_down);
    action_set(action, "lose", moved->lose);
    action_set(action, "unplaced", digits_of(instance, more, CRITERION_UNPLACED, 0));
    action_set(action, "changes", digits_of(instance, more, CRITERION_CHANGES, 0));
    action_set(action, "km", digits_of(instance, more, CRITERION_TRAVEL, 0));
    action_set(action, "even", any && even(run, moved));
}

static void write_chain(struct proposing *run, const struct explanation *moved)
{
    struct action *action = &run->action;
    for (uint32_t i = 0; i < moved->move_count; i++) {
        const struct explain_move *move = &moved->moves[i];
        action_set(action, "number", i);
        action_set(action, "mover", run->students[move->student].id);
        set_unit(run, "old_", move->from);
        set_unit(run, "new_", move->to);
        action_set_id(action, "old_wish", wish_of(run, move->student, move->from));
        action_set_id(action, "new_wish", wish_of(run, move->student, move->to));
        action_step(action, "chain");
    }
}

static void write_wish(struct proposing *run, const struct proposing_student *student,
                       const struct proposing_wish *wish, const struct proposing_answer *answer)
{
    struct action *action = &run->action;
    action_set(action, "registration", student->id);
    action_set(action, "number", wish->number);
    action_set(action, "wish", wish->number);
    action_set(action, "site", wish->site);
    action_set(action, "unit", wish->unit);
    action_set_text(action, "why", answer->why);
    action_set_text(action, "obstacles",
                    proposing_obstacles(run, (uint32_t)student->id, (uint32_t)wish->unit));
    set_effect(run, answer->moved);
    action_step(action, "wish");
    if (answer->moved)
        write_chain(run, answer->moved);
}

static bool write_students(struct proposing *run, const struct proposing_result *result)
{
    size_t next = 0;
    for (uint32_t at = 0; at < run->student_count; at++)
        write_student(run, result, at);
    for (uint32_t at = 0; at < run->student_count; at++) {
        const struct proposing_student *student = &run->students[at];
        for (size_t i = 0; i < student->wish_count; i++)
            write_wish(run, student, &student->wishes[i], &result->answers[next++]);
        if (!proposing_goes_on(run, run->done))
            return false;
    }
    return true;
}

static void write_remedies(struct proposing *run, const struct shortage *shortage)
{
    struct action *action = &run->action;
    for (uint32_t i = 0; i < shortage->remedy_count; i++) {
        const struct shortage_remedy *remedy = &shortage->remedies[i];
        int64_t student = run->students[remedy->student].id, unit = run->units[remedy->unit].id;
        action_set(action, "registration", student);
        set_unit(run, "", remedy->unit);
        action_set(action, "position", i + 1);
        action_set_text(action, "obstacles",
                        proposing_obstacles(run, (uint32_t)student, (uint32_t)unit));
        action_step(action, "remedy");
    }
}

static void write_shortage(struct proposing *run, const struct shortage *shortage, int64_t number)
{
    struct action *action = &run->action;
    action_set(action, "number", number);
    action_set(action, "students", shortage->student_count);
    action_set(action, "locked", shortage->locked);
    action_set(action, "units", shortage->unit_count);
    action_set(action, "places", shortage->places);
    action_set(action, "missing", shortage->missing);
    action_step(action, "shortage");
    for (uint32_t i = 0; i < shortage->student_count; i++) {
        action_set(action, "registration", run->students[shortage->students[i]].id);
        action_step(action, "shortage_student");
    }
    for (uint32_t i = 0; i < shortage->unit_count; i++) {
        set_unit(run, "", shortage->units[i].unit);
        action_set(action, "mends", shortage->units[i].mends);
        action_step(action, "shortage_unit");
    }
    write_remedies(run, shortage);
}

static void write_shortages(struct proposing *run, const struct shortages *shortages)
{
    struct action *action = &run->action;
    for (uint32_t i = 0; i < shortages->count; i++)
        write_shortage(run, &shortages->items[i], i + 1);
    for (size_t i = 0; i < SHORTAGE_RULES; i++) {
        if (!shortages->without_rule[i])
            continue;
        action_set_text(action, "rule", rule_words[i]);
        action_set(action, "students", shortages->without_rule[i]);
        action_step(action, "rule");
    }
}

/* Of who goes where: two proposals with the same are the same allocation. */
static void set_hashes(struct proposing *run, const struct proposing_result *result)
{
    unsigned char *hash = arena_alloc(run->action.arena, HASH_BYTES);
    struct buffer text;
    buffer_init(&text, (size_t)64 << 20);
    for (uint32_t at = 0; at < run->student_count; at++) {
        uint32_t unit = result->units[at];
        buffer_printf(&text, "%" PRId64 " %" PRId64 "\n", run->students[at].id,
                      unit == INSTANCE_NONE ? 0 : run->units[unit].id);
    }
    hash_bytes(hash, text.bytes, text.length, NULL);
    buffer_free(&text);
    parameters_bytes(&run->parameters, "result", hash, HASH_BYTES);
    parameters_bytes(&run->parameters, "input", run->input, HASH_BYTES);
}

static void set_groups(struct proposing *run, const struct proposing_result *result)
{
    int64_t apart = 0;
    for (uint32_t i = 0; i < result->found->group_count; i++)
        apart += result->found->groups[i].unit == INSTANCE_NONE;
    action_set(&run->action, "groups_together", result->found->group_count - apart);
    action_set(&run->action, "groups_apart", apart);
}

static void set_proof(struct proposing *run, const struct proposing_result *result)
{
    struct action *action = &run->action;
    const struct allocation_with_groups *found = result->found;
    enum criterion criterion = CRITERION_UNPLACED;
    double gap = groups_gap(run->instance, found, &criterion);
    action_set(action, "pairs", (int64_t)found->certificate.pairs);
    action_set_text(action, "proof", found->proven ? "optimal" : "bounded");
    action_set(action, "placed_most",
               (int64_t)run->student_count -
                   digits_of(run->instance, &found->bound, CRITERION_UNPLACED, 0));
    action_set_text(action, "gap", found->proven ? NULL : arena_printf(action->arena, "%.4f", gap));
    action_set_text(action, "gap_in", found->proven ? NULL : gap_words[criterion]);
    action_set(action, "swaps", (int64_t)result->swaps.count);
    action_set(action, "exchange", result->swaps.round_gains);
}

/* As the run read them, not as they may be by now. */
static void set_plan(struct proposing *run)
{
    static const char *const names[] = {"avoid_earlier", "limit_km", "limit_car_km", "shared"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        action_set_text(&run->action, names[i], row_text(run->plan, names[i]));
}

bool proposing_write(struct proposing *run, const struct proposing_result *result)
{
    struct action *action = &run->action;
    int64_t places = 0;
    write_units(run, result);
    if (!write_students(run, result))
        return false;
    if (result->shortages)
        write_shortages(run, result->shortages);
    for (size_t i = 0; i < run->unit_count; i++)
        places += run->units[i].places;
    set_hashes(run, result);
    set_groups(run, result);
    set_proof(run, result);
    set_plan(run);
    action_set(action, "students", (int64_t)run->student_count);
    action_set(action, "places", places);
    action_set(action, "placed", result->placed);
    action_set(action, "locked", result->locked);
    action_set(action, "left_over",
               result->shortages         ? result->shortages->left_over
               : places > result->placed ? places - result->placed
                                         : 0);
    action_set(action, "milliseconds", result->milliseconds);
    return action_step(action, "ready");
}
