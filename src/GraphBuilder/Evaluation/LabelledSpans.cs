using System.Text.Json;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>One text of a public data set with its entities, those of types that Stemma knows.</summary>
/// <param name="Id">Id within its file.</param>
/// <param name="Text">Sentence or abstract.</param>
/// <param name="Entities">Exact spans, UTF-16 offsets.</param>
public sealed record LabelledSpans(string Id, string Text, IReadOnlyList<LabelledSpan> Entities)
{
    /// <summary>Labels of the public sets that a type of ours stands for; generic words and unnamed terms have none.</summary>
    private static readonly Dictionary<string, ConceptType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Method"] = ConceptType.Method,
        ["Dataset"] = ConceptType.Dataset,
        ["Material"] = ConceptType.Dataset,
        ["Task"] = ConceptType.Task,
        ["Metric"] = ConceptType.Metric,
    };

    /// <summary>Reads a file, one JSON object a line: <c>id</c>, <c>text</c>, <c>entities</c> with <c>start</c>, <c>end</c> and <c>label</c>.</summary>
    /// <exception cref="InvalidDataException">A line is not of this form; the message gives file and line.</exception>
    public static IReadOnlyList<LabelledSpans> ReadFile(string path)
    {
        using var reader = new StreamReader(path);
        return LabelledLines.Read(reader, path, "a text with entities", Read);
    }

    private static LabelledSpans Read(JsonElement json)
    {
        var spans = new List<LabelledSpan>();
        foreach (var entity in json.GetProperty("entities").EnumerateArray())
        {
            if (Types.TryGetValue(entity.GetProperty("label").GetString() ?? "", out var type))
            {
                spans.Add(new LabelledSpan(entity.GetProperty("start").GetInt32(), entity.GetProperty("end").GetInt32(), type));
            }
        }

        return new LabelledSpans(json.GetProperty("id").GetString() ?? "", json.GetProperty("text").GetString() ?? "", spans);
    }
}

/// <summary>One entity.</summary>
/// <param name="Start">Zero-based UTF-16 offset.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Type">Dataset stands for Benchmark too.</param>
public readonly record struct LabelledSpan(int Start, int End, ConceptType Type);
