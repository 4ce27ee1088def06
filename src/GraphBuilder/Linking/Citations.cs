namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Resolves references to papers of the corpus by paper id, DOI, arXiv id, OpenReview id, or the source id of the input record. An
/// identifier that matches two papers resolves to neither.
/// </summary>
internal static class Citations
{
    /// <summary>For each paper the indices of the papers that it cites, ascending, without itself.</summary>
    public static List<int>[] Resolve(IReadOnlyList<ExtractedPaper> papers)
    {
        if (papers.All(paper => paper.Head.References.Count == 0))
        {
            return [.. papers.Select(_ => new List<int>())];
        }

        var byForm = IndexForms(papers);
        var cited = new List<int>[papers.Count];
        for (var paper = 0; paper < cited.Length; paper++)
        {
            cited[paper] = [.. papers[paper].Head.References
                .Select(reference => byForm.GetValueOrDefault(reference.Trim(), -1)).Where(found => found >= 0 && found != paper).Distinct().Order()];
        }

        return cited;
    }

    private static Dictionary<string, int> IndexForms(IReadOnlyList<ExtractedPaper> papers)
    {
        var byForm = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var paper = 0; paper < papers.Count; paper++)
        {
            foreach (var form in FormsOf(papers[paper]).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                byForm[form] = byForm.TryGetValue(form, out var other) && other != paper ? -1 : paper;
            }
        }

        return byForm;
    }

    private static IEnumerable<string> FormsOf(ExtractedPaper paper)
    {
        var record = paper.Head;
        yield return paper.Id.Value;
        foreach (var (scheme, value) in new[] { ("doi:", record.Doi), ("arxiv:", record.Arxiv), ("openreview:", record.OpenReview) })
        {
            if (value is not null)
            {
                yield return scheme + value;
                yield return value;
            }
        }

        if (record.SourceId is { } source)
        {
            yield return source;
        }
    }
}
