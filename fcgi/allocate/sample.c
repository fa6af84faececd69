/* Drawing an instance. */
#include "sample.h"

#include "../base/heap.h"

#include <inttypes.h>
#include <stdlib.h>

enum { MUNICIPALITIES = 43, CLASSES = 12, REQUIREMENTS = 5, FIRST_MUNICIPALITY = 4601 };

struct sampler {
    FILE *file;
    const struct sample_shape *shape;
    uint64_t state;
    uint32_t *homes;    /* of units: municipality, from 0 */
    uint32_t *of_place; /* units, by municipality */
    uint32_t starts[MUNICIPALITIES + 1];
};

static uint64_t draw(struct sampler *sampler)
{
    uint64_t mixed = sampler->state += 0x9e3779b97f4a7c15u;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
    return mixed ^ mixed >> 31;
}

static uint32_t below(struct sampler *sampler, uint32_t count)
{
    return (uint32_t)((draw(sampler) >> 32) * count >> 32);
}

static bool chance(struct sampler *sampler, uint32_t per_cent)
{
    return below(sampler, 100) < per_cent;
}

/* The smaller numbers more often: half of those drawn are below a quarter. */
static uint32_t mostly_small(struct sampler *sampler, uint32_t count)
{
    return (uint32_t)((uint64_t)below(sampler, count) * below(sampler, count) /
                      (count ? count : 1));
}

static void write_municipalities(struct sampler *sampler)
{
    for (uint32_t i = 0; i < MUNICIPALITIES; i++)
        fprintf(sampler->file, "municipality %u %u.%04u %u.%04u\n", FIRST_MUNICIPALITY + i,
                59 + below(sampler, 3), below(sampler, 10000), 4 + below(sampler, 4),
                below(sampler, 10000));
}

static void write_list(struct sampler *sampler, const char *word, uint32_t count, uint32_t first,
                       uint32_t range)
{
    fprintf(sampler->file, " %s ", word);
    for (uint32_t i = 0; i < count; i++)
        fprintf(sampler->file, "%s%u", i ? "," : "", first + below(sampler, range));
}

static void write_units(struct sampler *sampler)
{
    const struct sample_shape *shape = sampler->shape;
    uint64_t places = (uint64_t)shape->students * shape->places / 1000, given = 0;
    for (uint32_t i = 0; i < shape->units; i++) {
        uint64_t share =
            places * (i + 1) / shape->units - given; /* spread evenly, then moved to a neighbour */
        uint32_t moved = i + 1 < shape->units && share > 1 ? below(sampler, (uint32_t)share) : 0;
        uint32_t home = sampler->homes[i] = mostly_small(sampler, MUNICIPALITIES);
        fprintf(sampler->file, "unit %u capacity %" PRIu64 " municipality %u", i + 1, share - moved,
                FIRST_MUNICIPALITY + home);
        given += share - moved;
        for (uint32_t bit = 0, first = 1; bit < REQUIREMENTS; bit++)
            if (chance(sampler, 70)) {
                fprintf(sampler->file, "%s%u", first ? " covers " : ",", bit);
                first = 0;
            }
        fputc('\n', sampler->file);
        sampler->starts[home + 1]++;
    }
    for (uint32_t i = 0; i < MUNICIPALITIES; i++)
        sampler->starts[i + 1] += sampler->starts[i];
    uint32_t next[MUNICIPALITIES];
    for (uint32_t i = 0; i < MUNICIPALITIES; i++)
        next[i] = sampler->starts[i];
    for (uint32_t i = 0; i < shape->units; i++)
        sampler->of_place[next[sampler->homes[i]]++] = i + 1;
}

/* Half of the wishes near home, half among what everybody likes. */
static void write_wishes(struct sampler *sampler, uint32_t home)
{
    const struct sample_shape *shape = sampler->shape;
    uint32_t count = chance(sampler, 80) ? shape->wishes : below(sampler, shape->wishes + 1),
             written = 0;
    uint32_t list[64];
    for (uint32_t tries = 0; written < count && tries < 4 * count; tries++) {
        uint32_t near = sampler->starts[home + 1] - sampler->starts[home], unit;
        if (near && chance(sampler, 50))
            unit = sampler->of_place[sampler->starts[home] + mostly_small(sampler, near)];
        else
            unit = 1 + mostly_small(sampler, shape->units);
        bool twice = false;
        for (uint32_t i = 0; i < written; i++)
            twice = twice || list[i] == unit;
        if (!twice) {
            fprintf(sampler->file, "%s%u", written ? "," : " wishes ", unit);
            list[written++] = unit;
        }
    }
}

static void write_students(struct sampler *sampler)
{
    const struct sample_shape *shape = sampler->shape;
    for (uint32_t i = 0; i < shape->students; i++) {
        uint32_t home = mostly_small(sampler, MUNICIPALITIES);
        fprintf(sampler->file, "student %u home %u class %u", i + 1, FIRST_MUNICIPALITY + home,
                1 + below(sampler, CLASSES));
        if (chance(sampler, 60))
            fputs(" car", sampler->file);
        if (chance(sampler, 50))
            write_list(sampler, "needs", 1 + below(sampler, 2), 0, REQUIREMENTS);
        if (chance(sampler, 20))
            write_list(sampler, "reach", 5 + below(sampler, 20), FIRST_MUNICIPALITY,
                       MUNICIPALITIES);
        if (chance(sampler, 50))
            write_list(sampler, "earlier", 1 + below(sampler, 5), 1, shape->units);
        if (chance(sampler, 5))
            write_list(sampler, "conflict", 1, 1, shape->units);
        write_wishes(sampler, home);
        fputc('\n', sampler->file);
    }
}

void sample_write(FILE *file, const struct sample_shape *shape)
{
    struct sampler sampler = {.file = file, .shape = shape, .state = shape->seed};
    sampler.homes = heap_alloc(shape->units * sizeof *sampler.homes);
    sampler.of_place = heap_alloc(shape->units * sizeof *sampler.of_place);
    fprintf(file, "allocation 1\n# %u students, %u units, %u wishes, %u places for a thousand\n",
            shape->students, shape->units, shape->wishes, shape->places);
    fprintf(file, "seed %" PRIu64 "\nobjective %s\nlimit 120\nlimit_car 250\n", shape->seed,
            shape->rank_maximal ? "rank_maximal" : "weighted");
    write_municipalities(&sampler);
    write_units(&sampler);
    for (uint32_t i = 0; shape->units && i < CLASSES * shape->units / 20; i++)
        fprintf(file, "closed %u %u\n", 1 + below(&sampler, CLASSES),
                1 + below(&sampler, shape->units));
    write_students(&sampler);
    free(sampler.homes);
    free(sampler.of_place);
}
