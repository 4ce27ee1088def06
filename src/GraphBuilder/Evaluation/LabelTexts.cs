namespace Stemma.GraphBuilder.Evaluation;

/// <summary>Abstracts by hash, for joining them to labels that ship without text.</summary>
public sealed class LabelTexts
{
    private readonly HashSet<string> _wanted;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Collects the hashes that these labels need.</summary>
    public LabelTexts(IEnumerable<LabelledPaper> papers)
    {
        ArgumentNullException.ThrowIfNull(papers);
        _wanted = papers.Select(paper => paper.AbstractHash).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Keeps an abstract if a label needs it.</summary>
    public void Offer(string @abstract)
    {
        var hash = LabelWriter.HashOf(@abstract);
        if (_wanted.Contains(hash))
        {
            _texts.TryAdd(hash, @abstract);
        }
    }

    /// <summary>The paper with its text, or null if no offered abstract has its hash. A paper with a text of its own is returned unchanged.</summary>
    public LabelledPaper? Join(LabelledPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return paper.AbstractHash is null ? paper
            : _texts.TryGetValue(paper.AbstractHash, out var text) ? paper with { Abstract = text }
            : null;
    }
}
