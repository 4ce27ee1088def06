namespace Stemma.GraphModel.Papers;

/// <summary>One paper as a reader found it, before papers of several files are merged.</summary>
/// <param name="Title">Never empty; white space folded.</param>
/// <param name="Abstract">May be empty; offsets of all evidence refer to this string in UTF-16 units.</param>
public sealed record PaperRecord(string Title, string Abstract)
{
    /// <summary>The id that the record carried (<c>2406.18629</c>, <c>aaai2022:00444</c>, a BibTeX key), or null.</summary>
    public string? SourceId { get; init; }

    /// <summary>Year of publication, or null if neither the record nor its id gives it.</summary>
    public int? Year { get; init; }

    /// <summary>Venue as written, or null.</summary>
    public string? Venue { get; init; }

    /// <summary>Author names in order, white space folded.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>Keywords as written.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>DOI in lower case without resolver prefix, or null.</summary>
    public string? Doi { get; init; }

    /// <summary>arXiv id without version, or null.</summary>
    public string? Arxiv { get; init; }

    /// <summary>OpenReview forum id, or null.</summary>
    public string? OpenReview { get; init; }

    /// <summary>Semantic Scholar's paper id, or null.</summary>
    public string? SemanticScholar { get; init; }

    /// <summary>OpenAlex work id (<c>W…</c>), or null.</summary>
    public string? OpenAlex { get; init; }

    /// <summary>Link, or null.</summary>
    public string? Url { get; init; }

    /// <summary>Ids of cited papers: a <see cref="PaperId"/> (<c>arxiv:…</c>, <c>doi:…</c>), a bare DOI, arXiv or OpenReview id, or a source id of the same input.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Where it was read.</summary>
    public RecordOrigin Origin { get; init; } = RecordOrigin.Unknown;
}

/// <summary>Where a record is in the input.</summary>
/// <param name="File">File name as the user gave it.</param>
/// <param name="Line">One-based line on which the record begins.</param>
public sealed record RecordOrigin(string File, long Line)
{
    /// <summary>For records created in memory.</summary>
    public static RecordOrigin Unknown { get; } = new("", 0);

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}";
}
