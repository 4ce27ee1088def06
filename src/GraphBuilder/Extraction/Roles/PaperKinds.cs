using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// The kind of a paper, estimated from all its words: whether it introduces a method, introduces data, and builds on something. A survey introduces and extends nothing, whatever
/// cues surround its names (Teufel 1999, "Argumentative zoning", on how whole texts frame their claims).
/// </summary>
internal static class PaperKinds
{
    /// <summary>Number of kinds: one per combination of the flags <see cref="NewMethod"/>, <see cref="NewMaterial"/> and <see cref="Basis"/>.</summary>
    public const int Count = 8;

    /// <summary>Number of values that <see cref="WriteValues"/> writes.</summary>
    public const int Values = 3;

    /// <summary>The paper introduces a method.</summary>
    private const int NewMethod = 1;

    /// <summary>The paper introduces a dataset or a benchmark.</summary>
    private const int NewMaterial = 2;

    /// <summary>The paper builds on something.</summary>
    private const int Basis = 4;

    /// <summary>The kind of a paper with these concepts.</summary>
    public static int Of(IEnumerable<(ConceptType Type, ConceptRole Role)> concepts)
        => concepts.Aggregate(0, (kind, concept) => kind | concept switch
        {
            (ConceptType.Method, ConceptRole.Introduces) => NewMethod,
            (ConceptType.Dataset or ConceptType.Benchmark, ConceptRole.Introduces) => NewMaterial,
            (_, ConceptRole.BuildsOn) => Basis,
            _ => 0,
        });

    /// <summary>Fills a bag with the single words and word pairs of title and abstract; a mention counts as one word, its type.</summary>
    public static void WriteFeatures(PaperDocument document, FeatureBag bag)
    {
        bag.Clear();
        var types = document.Roles.TypesOfTokens(document);
        var before = 1u;
        for (var token = 0; token < document.Tokens.Count; token++)
        {
            if (types[token] != 0 && token > 0 && types[token] == types[token - 1])
            {
                continue;
            }

            var part = token < document.TitleTokens ? 0u : 10u;
            var word = types[token] != 0 ? (uint)types[token] + 1 : document.FactsOf(token).Lower;
            bag.Add(part + 1, word);
            bag.Add(part + 2, before, word);
            before = word;
        }
    }

    /// <summary>Writes the probabilities that the paper introduces a method, introduces data, and builds on something.</summary>
    public static void WriteValues(ReadOnlySpan<double> kinds, ref ValueWriter writer)
    {
        foreach (var part in (ReadOnlySpan<int>)[NewMethod, NewMaterial, Basis])
        {
            var sum = 0.0;
            for (var kind = 0; kind < kinds.Length; kind++)
            {
                sum += (kind & part) != 0 ? kinds[kind] : 0;
            }

            writer.Add(sum);
        }
    }
}
