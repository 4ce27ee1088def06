using Stemma.GraphModel.Values;
using Stemma.GraphStore.Embedded;

namespace Stemma.GraphStoreTests.Embedded;

/// <summary>Papers and concepts in the shape of a real graph, generated from numbers.</summary>
internal static class SmallGraph
{
    /// <summary>A graph with some papers, half as many concepts and two relationships per paper.</summary>
    public static ColumnGraph Build(int papers, int seed = 0)
    {
        var loader = new ColumnGraphLoader();
        for (var i = 0; i < papers; i++)
        {
            loader.AddNode(
                ["Paper"],
                [
                    Text("id", $"arxiv:{seed}.{i}"), Text("name", $"Paper {i} on topic {i % 7}"), Text("title", $"Paper {i} on topic {i % 7}"),
                    Text("abstract", $"We study topic {i % 7} with method {i % 11}. Our result number {i} holds for seed {seed}."),
                    new("year", GraphValue.From(2000 + (i % 25))), new("rank", GraphValue.From(i / 3.0)),
                ]);
        }

        for (var i = 0; i < papers / 2; i++)
        {
            loader.AddNode(
                ["Concept", i % 3 == 0 ? "Dataset" : "Method"],
                [Text("id", $"method-{i}"), Text("name", $"Method {i}"), new("aliases", GraphValue.FromStrings([$"M{i}", $"method number {i}"]))]);
        }

        for (var i = 0; i < papers && papers > 1; i++)
        {
            KeyValuePair<string, GraphValue>[] evidence =
                [Text("evidence", $"We study topic {i % 7} with method {i % 11}."), Text("field", "abstract"), new("confidence", GraphValue.From(i % 10 / 10.0))];
            loader.AddRelationship("USES", i, papers + (i % (papers / 2)), evidence);
            loader.AddRelationship("CITES", i, i * 7 % papers, []);
        }

        return loader.Finish();
    }

    private static KeyValuePair<string, GraphValue> Text(string key, string value) => new(key, GraphValue.From(value));
}
