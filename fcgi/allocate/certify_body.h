/* The certificate: all pairs of student and unit, with nothing of the search but where everyone is and the prices.
 *
 * A pair is first compared by the upper 62 bits of its cost, without the lot: only what could be below the student's own cost
 * is looked at whole. */
#include "pack_body.h"

#include "../base/heap.h"
#include "lot.h"

#include <stdlib.h>
#include <string.h>

struct proof {
    const struct instance *instance;
    const struct layout *layout;
    const struct allocation *allocation;
    struct certificate *certificate;
    struct packing packing;
    cost *prices;
    cost *heights;    /* by unit, for students of one home: travel + price */
    int64_t *uppers;  /* the upper bits of these */
    uint32_t *taken;  /* by unit: students there who are not locked */
    uint32_t *places; /* by unit: capacity without those who are locked there */
};

/* Nobody where they may not be, no unit over its capacity, no price where a place is left, no digit out of its place. */
static void check_places(struct proof *proof)
{
    const struct instance *instance = proof->instance;
    uint64_t *violations = &proof->certificate->violations;
    for (uint32_t unit = 0; unit < instance->unit_count; unit++)
        proof->places[unit] = instance->units[unit].capacity;
    for (uint32_t student = 0; student < instance->student_count; student++) {
        uint32_t locked = instance->students[student].locked,
                 unit = proof->allocation->units[student];
        if (locked != INSTANCE_NONE) {
            *violations += unit != locked;
            proof->places[locked] -= proof->places[locked] > 0;
        } else if (unit != INSTANCE_NONE &&
                   (unit >= instance->unit_count || instance_obstacles(instance, student, unit))) {
            ++*violations;
        }
    }
    for (uint32_t student = 0; student < instance->student_count; student++)
        if (instance->students[student].locked == INSTANCE_NONE &&
            proof->allocation->units[student] < instance->unit_count)
            proof->taken[proof->allocation->units[student]]++;
    for (uint32_t unit = 0; unit < instance->unit_count; unit++) {
        const struct digits *price = &proof->allocation->prices[unit];
        proof->prices[unit] = cost_pack(proof->layout, price);
        *violations += proof->taken[unit] > proof->places[unit];
        *violations += cost_less(proof->prices[unit], cost_zero());
        *violations +=
            proof->taken[unit] < proof->places[unit] && cost_less(cost_zero(), proof->prices[unit]);
        for (uint32_t i = 0; i < INSTANCE_CRITERIA_MOST; i++) {
            unsigned bits = i < proof->layout->count ? proof->layout->bits[i] : 0;
            int64_t most = bits > 2 ? (int64_t)1 << (bits - 2) : 0;
            *violations += price->digit[i] > most || price->digit[i] < -most;
        }
    }
}

/* What a unit that was not wished costs a student who lives there, but for the lot and what is the student's own. */
static void lay_heights(struct proof *proof, uint32_t home)
{
    const struct instance *instance = proof->instance;
    struct instance_student student = {.home = home};
    for (uint32_t unit = 0; unit < instance->unit_count; unit++) {
        uint32_t km =
            instance_municipality_km(instance, &student, instance->units[unit].municipality);
        proof->heights[unit] = cost_add(cost_digit(km, proof->packing.travel), proof->prices[unit]);
        proof->uppers[unit] = cost_high(proof->heights[unit], proof->packing.high);
    }
}

static cost with_price(const struct proof *proof, uint32_t student, uint32_t unit)
{
    return cost_add(cost_of(proof->instance, proof->layout, student, unit), proof->prices[unit]);
}

static void check_pair(struct proof *proof, uint32_t student, uint32_t unit, cost own)
{
    proof->certificate->close++;
    if (cost_less(with_price(proof, student, unit), own) &&
        !instance_obstacles(proof->instance, student, unit))
        proof->certificate->violations++;
}

static void check_student(struct proof *proof, uint32_t student)
{
    const struct instance *instance = proof->instance;
    const struct instance_student *row = &instance->students[student];
    uint32_t unit = proof->allocation->units[student];
    cost none = cost_of(instance, proof->layout, student, INSTANCE_NONE);
    cost own = unit < instance->unit_count ? with_price(proof, student, unit) : none;
    if (cost_less(none, own))
        proof->certificate->violations++;
    for (uint32_t i = 0; i < row->wish_count;
         i++) /* these cost less than others, and so does the shared one */
        if (instance->wishes[row->wishes + i] != INSTANCE_NONE)
            check_pair(proof, student, instance->wishes[row->wishes + i], own);
    if (row->shared < instance->unit_count)
        check_pair(proof, student, row->shared, own);
    cost left = cost_subtract(own, cost_of_other(instance, proof->layout, student));
    int64_t limit = cost_high(left, proof->packing.high);
    for (uint32_t other = 0; other < instance->unit_count; other++)
        if (proof->uppers[other] <= limit && cost_less(proof->heights[other], left))
            check_pair(proof, student, other, own);
    proof->certificate->pairs += instance->unit_count;
}

/* What the prices say that no allocation can be below; equal to what this one is. */
static void check_sums(struct proof *proof)
{
    const struct instance *instance = proof->instance;
    struct certificate *certificate = proof->certificate;
    instance_total(instance, proof->allocation->units, &certificate->total);
    certificate->dual = certificate->total;
    for (uint32_t unit = 0; unit < instance->unit_count; unit++)
        for (uint32_t i = 0; i < instance->criterion_count; i++)
            certificate->dual.digit[i] +=
                proof->allocation->prices[unit].digit[i] *
                ((int64_t)proof->taken[unit] - (int64_t)proof->places[unit]);
    certificate->violations += digits_compare(&certificate->total, &proof->allocation->total) != 0;
}

/* Students by home, so that heights are laid once for each. */
static void check_students(struct proof *proof)
{
    const struct instance *instance = proof->instance;
    uint32_t homes = instance->municipality_count + 1;
    uint32_t *starts = heap_alloc((homes + 1) * sizeof *starts);
    uint32_t *order = heap_alloc(instance->student_count * sizeof *order);
    for (uint32_t student = 0; student < instance->student_count; student++) {
        uint32_t home = instance->students[student].home;
        starts[(home == INSTANCE_NONE ? homes - 1 : home) + 1]++;
    }
    for (uint32_t home = 0; home < homes; home++)
        starts[home + 1] += starts[home];
    for (uint32_t student = 0; student < instance->student_count; student++) {
        uint32_t home = instance->students[student].home;
        order[starts[home == INSTANCE_NONE ? homes - 1 : home]++] = student;
    }
    for (uint32_t i = 0; i < instance->student_count; i++) {
        uint32_t home = instance->students[order[i]].home;
        if (i == 0 || home != instance->students[order[i - 1]].home)
            lay_heights(proof, home);
        if (instance->students[order[i]].locked == INSTANCE_NONE)
            check_student(proof, order[i]);
    }
    free(order);
    free(starts);
}

void OF_WIDTH(certify)(const struct instance *instance, const struct layout *layout,
                       const struct allocation *allocation, struct certificate *certificate)
{
    size_t units = instance->unit_count;
    struct proof proof = {.instance = instance,
                          .layout = layout,
                          .allocation = allocation,
                          .certificate = certificate,
                          .packing = packing_of(instance, layout),
                          .prices = heap_alloc(units * sizeof(cost)),
                          .heights = heap_alloc(units * sizeof(cost)),
                          .uppers = heap_alloc(units * sizeof(int64_t)),
                          .taken = heap_alloc(units * sizeof(uint32_t)),
                          .places = heap_alloc(units * sizeof(uint32_t))};
    check_places(&proof);
    if (!certificate->violations)
        check_students(&proof);
    check_sums(&proof);
    free(proof.prices);
    free(proof.heights);
    free(proof.uppers);
    free(proof.taken);
    free(proof.places);
}
