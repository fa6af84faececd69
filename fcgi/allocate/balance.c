/* A minimum-cost flow by successive shortest paths. Students with the same supervisors possible
 * and the same supervisor today are one class, so that a lecturer's three hundred students cost as much
 * as three. The cost of a supervisor's next student grows with the number they have: paths end at
 * a supervisor, never lead through the sink, and so cost a few changes and one such step. */
#include "balance.h"

#include "../base/heap.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1000000 };

struct class
{
    const struct balance_student *like; /* one of its students */
    size_t first, count;                /* its students, in `order` */
    size_t arcs;                        /* its first arc: one a possible supervisor, then nobody */
};

struct net {
    const struct balance_supervisor *supervisors;
    const struct balance_student *students;
    size_t nobody; /* the node of those who get none, after the supervisors */
    size_t class_count, student_count;
    struct class *classes;
    size_t *order;      /* students, class by class */
    int32_t *flow;      /* an arc */
    int32_t *load;      /* a supervisor, and nobody */
    size_t *into;       /* a supervisor's first entry in `entries`; one more at the end */
    size_t *entries;    /* arcs into each supervisor */
    size_t *arc_class;  /* an arc's class */
    int32_t *arc_to;    /* an arc's supervisor */
    int64_t *distance;  /* a class, then a supervisor, then nobody */
    size_t *reached_by; /* the arc that reached it */
    size_t *queue;      /* of nodes; a ring */
    bool *queued;       /* a node */
    size_t *touched;    /* nodes with a distance */
    size_t touched_count;
    int64_t unit; /* one step of evenness, more than all changes together */
};

static const int64_t FAR = INT64_MAX / 4;

static int compare_students(const void *left, const void *right, void *context)
{
    const struct balance_student *students = context;
    const size_t a = *(const size_t *)left, b = *(const size_t *)right;
    const struct balance_student *x = &students[a], *y = &students[b];
    if (x->possible_count != y->possible_count)
        return x->possible_count < y->possible_count ? -1 : 1;
    int by = x->possible_count
                 ? memcmp(x->possible, y->possible, x->possible_count * sizeof *x->possible)
                 : 0;
    if (by == 0 && x->now != y->now)
        by = x->now < y->now ? -1 : 1;
    return by;
}

/* Stable, so that the same input gives the same result whatever sort the library has. */
static int compare_stable(const void *left, const void *right, void *context)
{
    int by = compare_students(left, right, context);
    if (by)
        return by;
    return *(const size_t *)left < *(const size_t *)right ? -1 : 1;
}

static void make_classes(struct net *net)
{
    size_t arcs = 0;
    net->order = heap_grow(NULL, net->student_count + 1, sizeof *net->order);
    net->classes = heap_grow(NULL, net->student_count + 1, sizeof *net->classes);
    for (size_t i = 0; i < net->student_count; i++)
        net->order[i] = i;
    struct balance_student *students = (struct balance_student *)(uintptr_t)net->students;
    qsort_r(net->order, net->student_count, sizeof *net->order, compare_stable, students);
    for (size_t i = 0; i < net->student_count; i++) {
        if (i == 0 || compare_students(&net->order[i - 1], &net->order[i], students) != 0) {
            const struct balance_student *like = &net->students[net->order[i]];
            net->classes[net->class_count++] =
                (struct class){.like = like, .first = i, .arcs = arcs};
            arcs += like->possible_count + 1;
        }
        net->classes[net->class_count - 1].count++;
    }
    net->classes[net->class_count].arcs = arcs;
}

static void make_arcs(struct net *net)
{
    const size_t arcs = net->classes[net->class_count].arcs, ends = net->nobody + 1;
    net->flow = heap_alloc((arcs + 1) * sizeof *net->flow);
    net->arc_class = heap_alloc((arcs + 1) * sizeof *net->arc_class);
    net->arc_to = heap_alloc((arcs + 1) * sizeof *net->arc_to);
    net->entries = heap_alloc((arcs + 1) * sizeof *net->entries);
    net->into = heap_alloc((ends + 2) * sizeof *net->into);
    for (size_t c = 0; c < net->class_count; c++) {
        const struct class *class = &net->classes[c];
        for (size_t i = 0; i <= class->like->possible_count; i++) {
            const size_t arc = class->arcs + i;
            net->arc_class[arc] = c;
            net->arc_to[arc] =
                i < class->like->possible_count ? class->like->possible[i] : (int32_t)net->nobody;
            assert(net->arc_to[arc] >= 0 && (size_t)net->arc_to[arc] <= net->nobody);
            net->into[net->arc_to[arc] + 2]++;
        }
    }
    for (size_t i = 2; i <= ends; i++)
        net->into[i] += net->into[i - 1];
    for (size_t arc = 0; arc < arcs; arc++)
        net->entries[net->into[net->arc_to[arc] + 1]++] = arc;
}

static void make_nodes(struct net *net)
{
    const size_t nodes = net->class_count + net->nobody + 1;
    int64_t largest = 0;
    net->load = heap_alloc((net->nobody + 1) * sizeof *net->load);
    for (size_t i = 0; i < net->nobody; i++) {
        net->load[i] = net->supervisors[i].taken;
        if (net->load[i] > largest)
            largest = net->load[i];
    }
    assert(net->student_count <= MOST && net->nobody <= MOST && largest <= MOST);
    net->unit = (int64_t)net->student_count + 1;
    net->distance = heap_alloc(nodes * sizeof *net->distance);
    net->reached_by = heap_alloc(nodes * sizeof *net->reached_by);
    net->queue = heap_alloc(nodes * sizeof *net->queue);
    net->queued = heap_alloc(nodes * sizeof *net->queued);
    net->touched = heap_alloc(nodes * sizeof *net->touched);
    for (size_t i = 0; i < nodes; i++)
        net->distance[i] = FAR;
}

/* 1 for a student who has somebody today and would not have them any longer. */
static int64_t change(const struct net *net, size_t arc)
{
    const int32_t now = net->classes[net->arc_class[arc]].like->now;
    return now != BALANCE_NOBODY && now != net->arc_to[arc];
}

/* What one student more at this supervisor costs; FAR when they have as many as they may. */
static int64_t next_cost(const struct net *net, size_t supervisor)
{
    if (supervisor == net->nobody)
        return net->unit * 4 * MOST;
    const struct balance_supervisor *is = &net->supervisors[supervisor];
    if (is->most != BALANCE_NO_LIMIT && net->load[supervisor] >= is->most)
        return FAR;
    return net->unit * (2 * (int64_t)net->load[supervisor] + 1);
}

struct search {
    size_t head, count;
};

static void reach(struct net *net, struct search *search, size_t node, int64_t distance, size_t arc)
{
    const size_t nodes = net->class_count + net->nobody + 1;
    if (distance >= net->distance[node])
        return;
    if (net->distance[node] == FAR)
        net->touched[net->touched_count++] = node;
    net->distance[node] = distance;
    net->reached_by[node] = arc;
    if (net->queued[node])
        return;
    net->queued[node] = true;
    const size_t place = search->head + search->count++;
    net->queue[place < nodes ? place : place - nodes] = node;
}

/* Distances from a class to all it can push somebody to. No cycle is negative, so it ends. */
static void search_from(struct net *net, size_t class)
{
    const size_t nodes = net->class_count + net->nobody + 1;
    struct search search = {0, 0};
    net->touched_count = 0;
    reach(net, &search, class, 0, SIZE_MAX);
    while (search.count) {
        const size_t node = net->queue[search.head];
        search.head = search.head + 1 == nodes ? 0 : search.head + 1;
        search.count--;
        net->queued[node] = false;
        if (node < net->class_count) {
            for (size_t arc = net->classes[node].arcs; arc < net->classes[node + 1].arcs; arc++)
                reach(net, &search, net->class_count + (size_t)net->arc_to[arc],
                      net->distance[node] + change(net, arc), arc);
            continue;
        }
        const size_t supervisor = node - net->class_count;
        for (size_t i = net->into[supervisor]; i < net->into[supervisor + 1]; i++)
            if (net->flow[net->entries[i]] > 0)
                reach(net, &search, net->arc_class[net->entries[i]],
                      net->distance[node] - change(net, net->entries[i]), net->entries[i]);
    }
}

/* One student of `class` more, by the cheapest path; others of its component may move. */
static void place_one(struct net *net, size_t class)
{
    size_t best = net->nobody;
    int64_t best_cost = FAR;
    search_from(net, class);
    for (size_t i = 0; i < net->touched_count; i++) {
        const size_t node = net->touched[i];
        if (node < net->class_count)
            continue;
        const size_t supervisor = node - net->class_count;
        const int64_t next = next_cost(net, supervisor);
        const int64_t cost = next == FAR ? FAR : net->distance[node] + next;
        if (cost < best_cost || (cost == best_cost && cost < FAR && supervisor < best)) {
            best_cost = cost;
            best = supervisor;
        }
    }
    net->load[best]++;
    for (size_t node = net->class_count + best; node != class;) {
        const size_t arc = net->reached_by[node];
        const bool forward = node >= net->class_count;
        net->flow[arc] += forward ? 1 : -1;
        node = forward ? net->arc_class[arc] : net->class_count + (size_t)net->arc_to[arc];
    }
    for (size_t i = 0; i < net->touched_count; i++)
        net->distance[net->touched[i]] = FAR;
}

/* Deals each class's supervisors to its students, in order: those who stay cannot be told apart. */
static struct balance deal(const struct net *net)
{
    struct balance balance = {.given =
                                  heap_grow(NULL, net->student_count + 1, sizeof *balance.given)};
    for (size_t c = 0; c < net->class_count; c++) {
        size_t next = net->classes[c].first;
        for (size_t arc = net->classes[c].arcs; arc < net->classes[c + 1].arcs; arc++)
            for (int32_t i = 0; i < net->flow[arc]; i++) {
                const bool nobody = net->arc_to[arc] == (int32_t)net->nobody;
                balance.given[net->order[next++]] = nobody ? BALANCE_NOBODY : net->arc_to[arc];
                balance.without += nobody;
                balance.changed += change(net, arc) != 0;
            }
    }
    return balance;
}

static void net_free(struct net *net)
{
    free(net->classes);
    free(net->order);
    free(net->flow);
    free(net->load);
    free(net->into);
    free(net->entries);
    free(net->arc_class);
    free(net->arc_to);
    free(net->distance);
    free(net->reached_by);
    free(net->queue);
    free(net->queued);
    free(net->touched);
}

struct balance balance_solve(const struct balance_supervisor *supervisors, size_t supervisor_count,
                             const struct balance_student *students, size_t student_count)
{
    struct net net = {.supervisors = supervisors,
                      .students = students,
                      .nobody = supervisor_count,
                      .student_count = student_count};
    make_classes(&net);
    make_arcs(&net);
    make_nodes(&net);
    for (size_t c = 0; c < net.class_count; c++)
        for (size_t i = 0; i < net.classes[c].count; i++)
            place_one(&net, c);
    struct balance balance = deal(&net);
    net_free(&net);
    return balance;
}

void balance_free(struct balance *balance)
{
    free(balance->given);
    *balance = (struct balance){0};
}
