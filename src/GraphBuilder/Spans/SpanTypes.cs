using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Spans;

/// <summary>Maps the labels of public data sets to types of Stemma, so that its extraction can be scored on them.</summary>
internal static class SpanTypes
{
    /// <summary>Labels of the public data sets that correspond to a type; labels for generic words and unnamed terms do not.</summary>
    private static readonly Dictionary<string, ConceptType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Method"] = ConceptType.Method,
        ["Dataset"] = ConceptType.Dataset,
        ["Material"] = ConceptType.Dataset,
        ["Task"] = ConceptType.Task,
        ["Metric"] = ConceptType.Metric,
    };

    /// <summary>A text with the entities of known types only, labelled with the name of the type; Dataset includes Benchmark.</summary>
    public static SpanText OfKnownTypes(SpanText text)
        => text with { Entities = [.. text.Entities.Where(entity => Types.ContainsKey(entity.Label)).Select(entity => entity with { Label = Name(Types[entity.Label]) })] };

    /// <summary>The mentions of all concepts, labelled the same way.</summary>
    public static IEnumerable<SpanEntity> Mentions(PaperExtraction extraction)
        => extraction.Concepts.SelectMany(concept => concept.Mentions.Select(mention => new SpanEntity(mention.Start, mention.End, Name(concept.Types[0]))));

    private static string Name(ConceptType type) => (type == ConceptType.Benchmark ? ConceptType.Dataset : type).ToString();
}
