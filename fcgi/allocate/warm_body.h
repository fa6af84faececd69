/* Beginning from an earlier result. Its prices hold for any instance that has not changed much: whoever is still where it is
 * cheapest stays there, everyone else is taken in like a new student. At last units that have a place left but a price (a
 * place that was not there before, a student who has gone) let their price fall until it is 0 or somebody moves there. */

enum {
    WARM_MOST = 500 /* units settled while prices fall: each looks at all students */
};

/* A price of another time, if it has room in today's digits and is none below 0; else 0, which is as right. */
static cost price_of_then(const struct layout *layout, const struct digits *price)
{
    for (uint32_t i = 0; i < layout->count; i++) {
        int64_t most = layout->bits[i] > 3 ? (int64_t)1 << (layout->bits[i] - 3) : 0;
        if (price->digit[i] > most || price->digit[i] < -most)
            return cost_zero();
    }
    cost packed = cost_pack(layout, price);
    return cost_less(packed, cost_zero()) ? cost_zero() : packed;
}

static void take_prices(struct search *search, const struct allocate_start *start)
{
    for (uint32_t then = 0; then < start->unit_count; then++) {
        uint32_t unit = instance_unit_index(search->instance, start->unit_ids[then]);
        if (unit != INSTANCE_NONE)
            search->prices[unit] = price_of_then(search->layout, &start->prices[then]);
    }
    for (uint32_t b = 0; b < search->bucket_count; b++) {
        struct bucket *bucket = &search->buckets[b];
        bucket->low = search->prices[search->bucket_units[bucket->first]];
        for (uint32_t i = 1; i < bucket->count; i++) {
            cost price = search->prices[search->bucket_units[bucket->first + i]];
            if (cost_less(price, bucket->low))
                bucket->low = price;
        }
    }
}

/* Looks for units of the bucket, none of the wishes, that are cheaper for the student than `own`: false. *away falls to what
 * none of them is below. */
static bool none_cheaper(const struct search *search, uint32_t student, const struct bucket *bucket,
                         cost own, cost *away)
{
    const struct instance *instance = search->instance;
    cost here =
        cost_add(search->members[student].other, travel_to(search, student, bucket->municipality));
    cost least = cost_add(here, bucket->low);
    if (!cost_less(least, *away) ||
        instance_municipality_obstacles(instance, student, bucket->municipality))
        return true;
    if (!cost_less(least, own)) {
        *away = least;
        return true;
    }
    for (uint32_t i = 0; i < bucket->count; i++) {
        uint32_t unit = search->bucket_units[bucket->first + i];
        cost key = cost_add(here, search->prices[unit]);
        if (!cost_less(key, *away) || unit == search->instance->students[student].shared ||
            instance_rank(instance, student, unit) <= instance->students[student].wish_count)
            continue;
        key = cost_add(key, lot_of(search, student, unit));
        if (unit == search->members[student].unit || !cost_less(key, *away) ||
            instance_unit_obstacles(instance, student, unit))
            continue;
        *away = key;
        if (cost_less(key, own))
            return false;
    }
    return true;
}

/* The same of a single unit. */
static bool not_cheaper(const struct search *search, uint32_t student, uint32_t unit, uint32_t rank,
                        cost own, cost *away)
{
    if (unit >= search->unit_count || unit == search->members[student].unit ||
        !cost_less(cost_add(search->weights.ranks[rank], search->prices[unit]), *away))
        return true;
    cost key = cost_add(pair_cost(search, student, unit, rank), search->prices[unit]);
    if (!cost_less(key, *away) || instance_obstacles(search->instance, student, unit))
        return true;
    *away = key;
    return !cost_less(key, own);
}

/* Is the student nowhere better off, at today's prices? */
static bool best_there(const struct search *search, uint32_t student, cost *away)
{
    const struct instance *instance = search->instance;
    const struct instance_student *row = &instance->students[student];
    const struct member *member = &search->members[student];
    cost own = cost_add(member->at, search->prices[member->unit]);
    *away = member->none;
    if (cost_less(member->none, own))
        return false;
    for (uint32_t i = 0; i < row->wish_count; i++)
        if (!not_cheaper(search, student, instance->wishes[row->wishes + i], i + 1, own, away))
            return false;
    if (row->shared < search->unit_count &&
        !not_cheaper(search, student, row->shared, instance_rank(instance, student, row->shared),
                     own, away))
        return false;
    for (uint32_t b = 0; b < search->bucket_count; b++)
        if (!none_cheaper(search, student, &search->buckets[b], own, away))
            return false;
    return true;
}

static void take_place(struct search *search, uint32_t student, uint32_t unit)
{
    const struct instance *instance = search->instance;
    cost away;
    if (!search->room[unit] || instance->students[student].locked != INSTANCE_NONE ||
        instance_obstacles(instance, student, unit))
        return;
    put(search, student, unit, pair_cost_at(search, student, unit));
    if (best_there(search, student, &away))
        search->members[student].away = away;
    else
        take(search, student);
}

/* Both rows of students ascend. */
static void take_places(struct search *search, const struct allocate_start *start)
{
    const struct instance *instance = search->instance;
    uint32_t *units = heap_alloc(start->unit_count * sizeof *units), then = 0;
    for (uint32_t i = 0; i < start->unit_count; i++)
        units[i] = instance_unit_index(instance, start->unit_ids[i]);
    for (uint32_t student = 0; student < search->student_count; student++) {
        uint32_t id = instance->students[student].id;
        while (then < start->student_count && start->student_ids[then] < id)
            then++;
        if (then == start->student_count)
            break;
        uint32_t unit = start->student_units[then];
        if (start->student_ids[then] == id && unit < start->unit_count &&
            units[unit] != INSTANCE_NONE)
            take_place(search, student, units[unit]);
    }
    free(units);
}

static void start_warm(struct search *search, const struct allocate_start *start)
{
    const struct instance *instance = search->instance;
    if (start->objective != instance->objective || start->order != instance->order ||
        start->criterion_count != instance->criterion_count)
        return;
    take_prices(search, start);
    take_places(search, start);
    uint32_t kept = 0;
    for (uint32_t student = 0; student < search->student_count; student++)
        kept += search->members[student].unit != INSTANCE_NONE;
    search->warm = kept > search->student_count / 2;
}

/* Falling prices: Dijkstra from the unit with a place left, against the moves. distances[u]: by how much less the price of
 * the first unit must fall than all of it, before a student of u would move there, over others perhaps. */

/* Could the student come to `unit`, and is it nearer through it? */
static void pull(struct search *search, uint32_t student, uint32_t unit)
{
    const struct instance *instance = search->instance;
    const struct member *member = &search->members[student];
    const struct instance_student *row = &instance->students[student];
    uint32_t from = member->unit;
    if (from == unit || row->locked != INSTANCE_NONE)
        return;
    cost own = from == INSTANCE_NONE ? member->none : cost_add(member->at, search->prices[from]);
    cost base = cost_add(search->distances[unit], cost_subtract(search->prices[unit], own));
    cost least = cost_add(base, travel_to(search, student, instance->units[unit].municipality));
    cost limit = from != INSTANCE_NONE && search->reached[from] == search->now &&
                         cost_less(search->distances[from], search->best)
                     ? search->distances[from]
                     : search->best;
    if (!cost_less(least, limit))
        return;
    cost key = cost_add(base, pair_cost_at(search, student, unit));
    if (!cost_less(key, limit) || instance_obstacles(instance, student, unit))
        return;
    if (from == INSTANCE_NONE) {
        search->best = key;
        search->end = INSTANCE_NONE;
        search->end_via = student;
        search->end_unit = unit;
        return;
    }
    search->reached[from] = search->now;
    search->distances[from] = key;
    search->via[from] = student;
    search->to[from] = unit;
    cost whole = cost_add(key, search->prices[from]);
    if (cost_less(whole, search->best)) {
        search->best = whole;
        search->end = from;
    }
    push(search, key, from);
}

static void find_puller(struct search *search, uint32_t unit)
{
    search->now++;
    search->heap_count = search->settled_count = 0;
    search->reached[unit] = search->now;
    search->distances[unit] = cost_zero();
    search->best = search->prices[unit];
    search->end = unit;
    search->allocation->searches++;
    push(search, cost_zero(), unit);
    while (search->heap_count) {
        struct entry nearest = heap_pop(search->heap, &search->heap_count);
        if (!cost_less(nearest.key, search->best))
            break;
        if (cost_less(search->distances[nearest.item], nearest.key))
            continue;
        search->settled[search->settled_count++] = nearest.item;
        for (uint32_t student = 0; student < search->student_count; student++)
            pull(search, student, nearest.item);
    }
}

static void pull_chain(struct search *search, uint32_t unit)
{
    uint32_t from = search->end;
    if (from ==
        INSTANCE_NONE) { /* a unit on the way has one too many, until its own has moved on */
        from = search->end_unit;
        put(search, search->end_via, from, pair_cost_at(search, search->end_via, from));
    }
    while (from != unit) {
        uint32_t student = search->via[from], to = search->to[from];
        take(search, student);
        put(search, student, to, pair_cost_at(search, student, to));
        from = to;
    }
}

/* Lets the price of a unit with places left fall as far as it must; students come in, one chain a place. */
static void fill(struct search *search, uint32_t unit, uint32_t *work)
{
    while (*work < WARM_MOST && search->room[unit] &&
           cost_less(cost_zero(), search->prices[unit])) {
        find_puller(search, unit);
        *work += search->settled_count;
        for (uint32_t i = 0; i < search->settled_count; i++) {
            uint32_t settled = search->settled[i];
            cost fall = cost_subtract(search->best, search->distances[settled]);
            search->prices[settled] = cost_subtract(search->prices[settled], fall);
        }
        search->allocation->settled += search->settled_count;
        pull_chain(search, unit);
    }
}

/* false: it would take longer than to begin from nothing. */
static bool fill_all(struct search *search)
{
    uint32_t work = 0;
    for (uint32_t unit = 0; unit < search->unit_count && work < WARM_MOST; unit++)
        fill(search, unit, &work);
    return work < WARM_MOST;
}
