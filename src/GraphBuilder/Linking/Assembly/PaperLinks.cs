using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>
/// Reads a paper's links off its extraction: one a concept, the strongest role wins, of equal roles the most confident.
/// A claim to introduce what others named before is not believed: nobody introduces PPO again, but papers "introduce PPO" to a problem. In the year of the claim
/// itself, where followers may be counted, it is believed if the title begins with the name. Such a paper builds on the method, uses the dataset, addresses the task, reports in the metric.
/// </summary>
internal sealed class PaperLinks
{
    /// <summary>Other papers that name a concept up to the year of a claim from which the claim comes too late; fewer may be preprints that were out before the conference.</summary>
    private const int Established = 5;

    /// <summary>What remains of the confidence of a claim that is not believed.</summary>
    private const double Disbelief = 0.7;

    private const string Article = "The ";

    private readonly LinkedCorpus _corpus;
    private readonly int[][] _years;

    /// <summary>Makes it for a corpus.</summary>
    public PaperLinks(LinkedCorpus corpus)
    {
        _corpus = corpus;
        _years = YearsOfConcepts(corpus);
    }

    /// <summary>The links of a paper, ordered by concept.</summary>
    public List<ConceptLink> Of(int paper)
    {
        var extraction = _corpus.Papers[paper].Extraction;
        var links = new SortedDictionary<int, ConceptLink>();
        for (var slot = 0; slot < extraction.Concepts.Count; slot++)
        {
            var concept = _corpus.ConceptOf[paper][slot];
            if (concept >= 0)
            {
                var link = Link(paper, concept, extraction.Concepts[slot]);
                links[concept] = links.TryGetValue(concept, out var before) ? Join(before, link) : link;
            }
        }

        return [.. links.Values];
    }

    private static int[][] YearsOfConcepts(LinkedCorpus corpus)
    {
        var years = corpus.Concepts.Select(concept => new List<int>(Math.Min(concept.Papers, 64))).ToArray();
        for (var paper = 0; paper < corpus.Papers.Count; paper++)
        {
            if (corpus.Papers[paper].Paper.Record.Year is { } year)
            {
                foreach (var concept in corpus.ConceptOf[paper].Where(concept => concept >= 0).Distinct())
                {
                    years[concept].Add(year);
                }
            }
        }

        return Array.ConvertAll(years, list =>
        {
            list.Sort();
            return list.ToArray();
        });
    }

    private ConceptLink Link(int paper, int concept, ExtractedConcept source)
    {
        var role = NameCensus.RoleOf(source);
        return role != ConceptRole.Introduces || IsCredible(paper, concept)
            ? new ConceptLink(concept, role, source.Confidence, source, source.Surfaces)
            : new ConceptLink(concept, RoleInstead(_corpus.Concepts[concept].Types[0]), source.Confidence * Disbelief, source, source.Surfaces);
    }

    private static ConceptRole RoleInstead(ConceptType type) => type switch
    {
        ConceptType.Method => ConceptRole.BuildsOn,
        ConceptType.Task => ConceptRole.Addresses,
        ConceptType.Metric => ConceptRole.Measures,
        _ => ConceptRole.Uses,
    };

    private bool IsCredible(int paper, int concept)
    {
        var record = _corpus.Papers[paper].Paper.Record;
        return OthersUpTo(concept, record.Year) < Established
            || (OthersUpTo(concept, record.Year - 1) < Established && IsTitled(record.Title, _corpus.Concepts[concept]));
    }

    /// <summary>Other papers that name the concept up to a year; all of them where the year is unknown.</summary>
    private int OthersUpTo(int concept, int? year)
    {
        var years = _years[concept];
        if (year is not { } limit)
        {
            return years.Length;
        }

        var (from, to) = (0, years.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = years[middle] <= limit ? (middle + 1, to) : (from, middle);
        }

        return from - 1;
    }

    /// <summary>The title begins with a name of the concept: "LoRA: …", "Proximal Policy Optimization Algorithms", "The Llama 3 Herd of Models".</summary>
    private static bool IsTitled(string title, LinkedConcept concept)
    {
        title = title.StartsWith(Article, StringComparison.OrdinalIgnoreCase) ? title[Article.Length..] : title;
        var key = NameKey.Of(title.Split(':')[0]);
        return concept.Aliases.Where(alias => alias.Reason != MergeReason.SameText).Select(alias => alias.Text).Prepend(concept.Name)
            .Any(name => title.StartsWith(name, StringComparison.OrdinalIgnoreCase) || NameKey.Of(name) == key);
    }

    private static ConceptLink Join(ConceptLink first, ConceptLink second)
    {
        var better = second.Role < first.Role || (second.Role == first.Role && second.Confidence > first.Confidence) ? second : first;
        return better with { Surfaces = [.. first.Surfaces.Union(second.Surfaces, StringComparer.Ordinal)] };
    }
}
