# igraph's side of `algorithms`: python3 igraph_peer.py ARCS OUTCOME RUNS
# ARCS holds the number of vertices in its first line, then one arc a line: source target.
import json, resource, sys, time
import igraph

with open(sys.argv[1]) as lines:
    count = int(next(lines))
    arcs = [tuple(map(int, line.split())) for line in lines]
runs = int(sys.argv[3])
graph = igraph.Graph(n=count, edges=arcs, directed=True)
sources = range(0, count, max(1, count // 20))


def timed(compute):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        result = compute()
        times.append(1000 * (time.perf_counter() - start))
    return sorted(times)[len(times) // 2], result


undirected = graph.as_undirected(mode='each')
ranks_ms, ranks = timed(lambda: graph.pagerank(damping=0.85))
steps_ms, steps = timed(lambda: [graph.distances(source=source, mode='out')[0] for source in sources])
parts_ms, parts = timed(lambda: graph.connected_components(mode='weak'))
groups_ms, groups = timed(lambda: undirected.community_leiden(objective_function='modularity', n_iterations=-1))
json.dump({
    'version': igraph.__version__,
    'peakMb': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    'milliseconds': {'PageRank': ranks_ms, 'BFS': steps_ms, 'components': parts_ms, 'communities': groups_ms},
    'ranks': ranks,
    'steps': [[-1 if step == float('inf') else int(step) for step in row] for row in steps],
    'components': parts.membership,
    'communities': groups.membership,
}, open(sys.argv[2], 'w'))
