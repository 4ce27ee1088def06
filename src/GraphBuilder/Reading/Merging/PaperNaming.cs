using Stemma.GraphBuilder.Reading.Identity;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Merging;

/// <summary>
/// Assigns each paper a unique id: its first identifier that no earlier paper has claimed, else the hash of its title and year, or of its title, year, authors and
/// abstract if papers share the former; equal hashes are numbered.
/// </summary>
internal sealed class PaperNaming
{
    private readonly PaperId[] _ids;

    /// <summary>Names papers that are given in a fixed order and without repeats.</summary>
    public PaperNaming(IReadOnlyList<PaperRecord> records)
    {
        Records = records;
        _ids = new PaperId[records.Count];
        var claimed = new HashSet<PaperId>();
        var unnamed = new List<int>();
        for (var at = 0; at < records.Count; at++)
        {
            if (PaperIds.Carried(records[at]).FirstOrDefault(id => !claimed.Contains(id)) is { Value: not null } id)
            {
                claimed.Add(id);
                _ids[at] = id;
            }
            else
            {
                unnamed.Add(at);
            }
        }

        var named = unnamed.AsParallel().AsOrdered().Select(at => (At: at, Id: PaperIds.ByTitle(records[at]))).ToArray();
        foreach (var same in named.GroupBy(paper => paper.Id, paper => paper.At))
        {
            Name(same.Key, [.. same]);
        }
    }

    /// <summary>The papers.</summary>
    public IReadOnlyList<PaperRecord> Records { get; }

    /// <summary>The id of a paper, by its index in <see cref="Records"/>.</summary>
    public PaperId IdOf(int at) => _ids[at];

    private void Name(PaperId byTitle, List<int> papers)
    {
        if (papers.Count == 1)
        {
            _ids[papers[0]] = byTitle;
            return;
        }

        foreach (var same in papers.GroupBy(at => PaperIds.ByContent(Records[at])))
        {
            var number = 0;
            foreach (var at in same)
            {
                _ids[at] = number++ == 0 ? same.Key : new PaperId($"{same.Key}-{number}");
            }
        }
    }
}
