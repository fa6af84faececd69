// The reference for `make bench`: LEMON's network simplex on the same instance, every pair that may be an arc of its own.
// Only what 64 bits hold is minimised: students without a unit, then wishes, then km. On standard output, tab separated: seconds
// (of the processor) of building the graph and of solving, MB, arcs, placed, then the objective as `praktikum allocate` writes it.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdint>
#include <cstdio>
#include <ctime>
#include <sys/resource.h>
#include <vector>

extern "C" {
#include "../../fcgi/allocate/format.h"
#include "../../fcgi/allocate/instance.h"
}

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int, int64_t>;

struct Pair {
    int student, unit;
    int64_t cost;
};

// Processor time: on a busy machine it takes longer, but is no slower.
static double since(clock_t began)
{
    return double(clock() - began) / CLOCKS_PER_SEC;
}

// Every pair without obstacle, as ready input: not part of what is measured.
static std::vector<Pair> pairs_of(const instance *instance, int64_t wish_weight)
{
    std::vector<Pair> pairs;
    std::vector<int64_t> ranks(instance->unit_count);
    for (uint32_t s = 0; s < instance->student_count; s++) {
        const instance_student &student = instance->students[s];
        int64_t other = student.wish_count + 1;
        ranks.assign(instance->unit_count, other);
        for (uint32_t i = 0; i < student.wish_count; i++)
            if (uint32_t unit = instance->wishes[student.wishes + i]; unit != INSTANCE_NONE)
                ranks[unit] = i + 1;
        for (uint32_t u = 0; u < instance->unit_count; u++)
            if (instance_obstacles(instance, s, u) == 0)
                pairs.push_back(
                    {int(s), int(u),
                     ranks[u] * (ranks[u] - 1) / 2 * wish_weight + instance_km(instance, s, u)});
    }
    return pairs;
}

int main(int argc, char **argv)
{
    char error[200] = "usage: lemon FILE";
    FILE *file = argc == 2 ? fopen(argv[1], "r") : nullptr;
    instance *instance = file ? format_read(file, error, sizeof error) : nullptr;
    if (!instance || instance->objective != OBJECTIVE_WEIGHTED ||
        instance->order != ORDER_WISHES_FIRST) {
        std::fprintf(stderr, "lemon: %s\n", instance ? "only weighted, wishes first" : error);
        return 1;
    }
    int64_t longest = instance->longest_list, steps = instance->unit_count + 2;
    int64_t wish_weight = 2 * steps * (instance->farthest + 1);
    int64_t none = 2 * steps * (longest * (longest + 1) / 2 + 1) * wish_weight;
    std::vector<Pair> pairs = pairs_of(instance, wish_weight);

    clock_t began = clock();
    Graph graph;
    graph.reserveNode(int(instance->student_count + instance->unit_count + 1));
    graph.reserveArc(int(pairs.size() + instance->student_count + instance->unit_count));
    std::vector<Graph::Node> students, units;
    for (uint32_t s = 0; s < instance->student_count; s++)
        students.push_back(graph.addNode());
    for (uint32_t u = 0; u < instance->unit_count; u++)
        units.push_back(graph.addNode());
    Graph::Node sink = graph.addNode();
    Graph::ArcMap<int64_t> costs(graph);
    Graph::ArcMap<int> capacities(graph);
    Graph::NodeMap<int> supplies(graph, 0);
    for (const Pair &pair : pairs) {
        Graph::Arc arc = graph.addArc(students[pair.student], units[pair.unit]);
        costs[arc] = pair.cost;
        capacities[arc] = 1;
    }
    std::vector<Graph::Arc> nowhere;
    for (uint32_t s = 0; s < instance->student_count; s++) {
        int64_t rank = instance->students[s].wish_count + 1;
        nowhere.push_back(graph.addArc(students[s], sink));
        costs[nowhere.back()] = none + rank * (rank - 1) / 2 * wish_weight;
        capacities[nowhere.back()] = 1;
        supplies[students[s]] = 1;
    }
    for (uint32_t u = 0; u < instance->unit_count; u++) {
        Graph::Arc arc = graph.addArc(units[u], sink);
        costs[arc] = 0;
        capacities[arc] = int(instance->units[u].capacity);
    }
    supplies[sink] = -int(instance->student_count);
    double built = since(began);
    Simplex simplex(graph);
    simplex.costMap(costs).upperMap(capacities).supplyMap(supplies);
    if (simplex.run() != Simplex::OPTIMAL) {
        std::fprintf(stderr, "lemon: not solved\n");
        return 1;
    }
    double solved = since(began);

    int64_t unplaced = 0, total = simplex.totalCost<int64_t>();
    for (const Graph::Arc &arc : nowhere)
        unplaced += simplex.flow(arc);
    total -= unplaced * none;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%.3f\t%.3f\t%.0f\t%zu\t%lld\tunplaced %lld wishes %lld km %lld\n", built,
                solved - built, double(usage.ru_maxrss) / 1024, pairs.size(),
                (long long)instance->student_count - (long long)unplaced, (long long)unplaced,
                (long long)(total / wish_weight), (long long)(total % wish_weight));
    instance_free(instance);
    return 0;
}
