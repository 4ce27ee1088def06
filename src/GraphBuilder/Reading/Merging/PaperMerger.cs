using Stemma.GraphBuilder.Reading.Identity;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Merging;

/// <summary>
/// Finds the records that describe one paper, and gives each paper an id: records in a fixed order → pairs with a common identifier, then pairs with a common title
/// (<see cref="SamePaper"/>) → sets (<see cref="DisjointSets"/>) → one record per set (<see cref="RecordFusion"/>) → ids (<see cref="PaperNaming"/>). The result does not
/// depend on the order of the records.
/// </summary>
public sealed class PaperMerger
{
    private readonly List<PaperRecord> _records;
    private readonly DisjointSets _sets = new();
    private readonly string?[] _reasons;
    private readonly List<ReadingProblem> _problems = [];

    private PaperMerger(IEnumerable<PaperRecord> records)
    {
        _records = [.. records.AsParallel().OrderBy(record => record, RecordOrder.Instance)];
        RemoveRepeats(_records);
        _reasons = new string?[_records.Count];
    }

    /// <summary>Merges records.</summary>
    public static MergeResult Merge(IEnumerable<PaperRecord> records, CancellationToken cancellationToken)
    {
        var merger = new PaperMerger(records);
        merger.JoinByIdentifier();
        cancellationToken.ThrowIfCancellationRequested();
        merger.JoinByTitle(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return merger.Finish();
    }

    // Removes records of equal content and origin: the same line of the same file, read again by --append.
    private static void RemoveRepeats(List<PaperRecord> sorted)
    {
        var kept = 0;
        for (var at = 0; at < sorted.Count; at++)
        {
            if (at == 0 || RecordOrder.Instance.Compare(sorted[kept - 1], sorted[at]) != 0)
            {
                sorted[kept++] = sorted[at];
            }
        }

        sorted.RemoveRange(kept, sorted.Count - kept);
    }

    private void JoinByIdentifier()
    {
        var first = new Dictionary<PaperId, int>();
        for (var at = 0; at < _records.Count; at++)
        {
            foreach (var id in PaperIds.Carried(_records[at]))
            {
                if (first.TryAdd(id, at))
                {
                    continue;
                }

                if (SamePaper.Contradict(new ComparedRecord(_records[first[id]]), new ComparedRecord(_records[at])))
                {
                    _problems.Add(new ReadingProblem(
                        _records[at].Origin, ProblemKind.Noted, $"carries the id {id} of another paper, at {_records[first[id]].Origin}; the two were kept apart"));
                }
                else
                {
                    Join(first[id], at, $"same {SchemeOf(id)}");
                }
            }
        }
    }

    private void JoinByTitle(CancellationToken cancellationToken)
    {
        var keys = _records.AsParallel().AsOrdered().Select(record => FoldedText.TitleKey(record.Title)).ToArray();
        var first = new Dictionary<string, int>(keys.Length, StringComparer.Ordinal);
        var repeated = new SortedDictionary<int, List<int>>();
        for (var at = 0; at < keys.Length; at++)
        {
            if (first.TryAdd(keys[at], at))
            {
                continue;
            }

            var before = first[keys[at]];
            if (!repeated.TryGetValue(before, out var same))
            {
                repeated.Add(before, same = [before]);
            }

            same.Add(at);
        }

        foreach (var same in repeated.Values)
        {
            JoinSameTitle(same, cancellationToken);
        }
    }

    private void JoinSameTitle(List<int> same, CancellationToken cancellationToken)
    {
        var records = same.ConvertAll(at => new ComparedRecord(_records[at]));
        var preprints = PreprintsOf(same);
        for (var one = 0; one < same.Count; one++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var other = one + 1; other < same.Count; other++)
            {
                var (set, otherSet) = (_sets.Find(same[one]), _sets.Find(same[other]));
                if (set != otherSet
                    && !AreTwoPreprints(preprints, set, otherSet)
                    && SamePaper.ReasonByTitle(records[one], records[other]) is { } reason)
                {
                    Join(same[one], same[other], reason);
                    if ((preprints.GetValueOrDefault(set) ?? preprints.GetValueOrDefault(otherSet)) is { } arxiv)
                    {
                        preprints[_sets.Find(set)] = arxiv;
                    }
                }
            }
        }
    }

    // The first arXiv id of each set, by its representative.
    private Dictionary<int, string> PreprintsOf(List<int> same)
    {
        var preprints = new Dictionary<int, string>();
        foreach (var at in same)
        {
            if (_records[at].Arxiv is { } arxiv)
            {
                preprints.TryAdd(_sets.Find(at), arxiv);
            }
        }

        return preprints;
    }

    // A published record that matches two preprints must not merge them into one paper.
    private static bool AreTwoPreprints(Dictionary<int, string> preprints, int one, int other) =>
        preprints.TryGetValue(one, out var first) && preprints.TryGetValue(other, out var second) && first != second;

    private void Join(int one, int other, string reason)
    {
        if (_sets.Union(one, other))
        {
            _reasons[Math.Max(one, other)] ??= reason;
        }
    }

    private MergeResult Finish()
    {
        var groups = Groups();
        var papers = new PaperNaming(groups.ConvertAll(group => RecordFusion.Fuse(RecordsOf(group))));
        var merged = groups.AsParallel().AsOrdered().Select((group, at) => (Group: group, Paper: ToPaper(group, papers.Records[at], papers.IdOf(at))))
            .OrderBy(item => item.Paper.Id.Value, StringComparer.Ordinal).ToList();
        var notes = merged.Where(item => item.Group.Length > 1).Select(item => ToNote(item.Group, item.Paper)).ToList();
        return new MergeResult(merged.ConvertAll(item => item.Paper), notes, _problems);
    }

    /// <summary>The records of each paper; papers in the order of their first records.</summary>
    private List<int[]> Groups()
    {
        var (sizes, filled) = (new int[_records.Count], new int[_records.Count]);
        for (var at = 0; at < sizes.Length; at++)
        {
            sizes[_sets.Find(at)]++;
        }

        var (groups, byRoot) = (new List<int[]>(sizes.Length), new int[sizes.Length][]);
        for (var at = 0; at < sizes.Length; at++)
        {
            var root = _sets.Find(at);
            if (filled[root] == 0)
            {
                groups.Add(byRoot[root] = new int[sizes[root]]);
            }

            byRoot[root][filled[root]++] = at;
        }

        return groups;
    }

    private PaperRecord[] RecordsOf(int[] group) => Array.ConvertAll(group, at => _records[at]);

    private MergedPaper ToPaper(int[] group, PaperRecord record, PaperId id)
    {
        if (group.Length == 1)
        {
            return new MergedPaper(id, record, [record.Origin]);
        }

        var records = RecordsOf(group);
        return new MergedPaper(id, record, [.. records.Select(one => one.Origin).Order(Comparer<RecordOrigin>.Create(RecordOrder.CompareOrigin))]) { Records = records };
    }

    private MergeNote ToNote(int[] group, MergedPaper paper)
    {
        var reasons = group.Select(at => _reasons[at]).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new MergeNote(paper.Id, paper.Record.Title, paper.Origins, string.Join(", ", reasons));
    }

    private static string SchemeOf(PaperId id) => id.Value[..id.Value.IndexOf(':')] switch
    {
        "doi" => "DOI",
        "arxiv" => "arXiv id",
        "openreview" => "OpenReview id",
        "s2" => "Semantic Scholar id",
        _ => "OpenAlex id",
    };
}
