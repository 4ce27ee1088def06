using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Extraction.Roles;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Training;

/// <summary>
/// Counts the roles of names over unlabelled papers, as predicted by a classifier of context alone, and keeps names of at least <see cref="RoleMemory.FewestPapers"/> papers.
/// Counts are integers, so that sums do not depend on the order of papers or the number of threads.
/// </summary>
/// <param name="stages">All stages up to the joiner.</param>
/// <param name="context">The classifier of context alone.</param>
internal sealed class RoleSurvey(IReadOnlyList<IExtractionStage> stages, LinearClassifier context)
{
    /// <summary>Integer that represents a probability of 1.</summary>
    private const int One = 1000;

    /// <summary>Maximum length in characters; longer surfaces are not names.</summary>
    private const int LongestName = 80;

    private readonly Dictionary<string, int[]> _counts = new(StringComparer.Ordinal);

    /// <summary>Counts all papers and builds the memory.</summary>
    public RoleMemory Run(IReadOnlyList<PaperRecord> papers, int threads, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, papers.Count, options, () => (Document: new PaperDocument(), Counts: new Dictionary<string, int[]>(StringComparer.Ordinal)), (at, _, local) =>
        {
            local.Document.Reset(papers[at].Title, papers[at].Abstract);
            Count(local.Document, local.Counts);
            return local;
        }, local => Merge(local.Counts));
        return ToMemory();
    }

    private void Count(PaperDocument document, Dictionary<string, int[]> counts)
    {
        foreach (var stage in stages)
        {
            stage.Annotate(document);
        }

        var covered = document.Covered();
        Span<double> roles = stackalloc double[RoleClassifier.Roles];
        foreach (var concept in document.Concepts)
        {
            RoleFeatures.WriteContext(document, concept, covered, document.Features);
            context.Predict(document.Features.Items, roles);
            foreach (var name in concept.Surfaces.Where(surface => surface.Length <= LongestName).Select(NameFolding.Fold).Distinct())
            {
                if (!counts.TryGetValue(name, out var count))
                {
                    counts.Add(name, count = new int[RoleMemory.RecordBytes]);
                }

                Add(count, concept, concept.Mentions[0].Range.First < document.TitleTokens, roles);
            }
        }
    }

    private static void Add(int[] count, ConceptDraft concept, bool inTitle, ReadOnlySpan<double> roles)
    {
        count[0]++;
        count[1] += (int)Math.Round(One * concept.Judgement);
        count[2] += inTitle ? One : 0;
        for (var role = 0; role < roles.Length; role++)
        {
            count[3 + role] += (int)Math.Round(One * roles[role]);
        }

        count[3 + roles.Length + (int)concept.Type] += One;
    }

    private void Merge(Dictionary<string, int[]> counts)
    {
        lock (_counts)
        {
            foreach (var (name, count) in counts)
            {
                if (!_counts.TryGetValue(name, out var sum))
                {
                    _counts.Add(name, sum = new int[RoleMemory.RecordBytes]);
                }

                for (var at = 0; at < count.Length; at++)
                {
                    sum[at] += count[at];
                }
            }
        }
    }

    /// <summary>Builds the memory. Of two names with the same key, the one of more papers is kept.</summary>
    private RoleMemory ToMemory()
    {
        var kept = _counts.Where(pair => pair.Value[0] >= RoleMemory.FewestPapers)
            .OrderByDescending(pair => pair.Value[0]).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (Key: RoleMemory.KeyOf(pair.Key), Count: pair.Value))
            .DistinctBy(pair => pair.Key)
            .OrderBy(pair => pair.Key)
            .ToArray();
        return new RoleMemory([.. kept.Select(pair => pair.Key)], [.. kept.SelectMany(pair => Pack(pair.Count))]);
    }

    private static IEnumerable<byte> Pack(int[] count)
        => count.Select((sum, at) => (byte)Math.Min(byte.MaxValue, at == 0 ? Math.Round(Math.Log2(sum) * RoleMemory.PaperSteps) : Math.Round(255.0 * sum / (One * (double)count[0]))));
}
