using System.Text;
using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Reading.Identity;
using Stemma.GraphBuilder.Reading.Input;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.BibTex;

/// <summary>A bibliography in BibTeX or BibLaTeX.</summary>
public sealed partial class BibTexFormat : IPaperFormat
{
    /// <inheritdoc/>
    public string Name => "BibTeX";

    /// <inheritdoc/>
    public bool Accepts(ReadOnlySpan<byte> start) => EntryStart.IsMatch(Encoding.UTF8.GetString(start));

    /// <inheritdoc/>
    public IEnumerable<ReadItem> Read(InputBuffer input, string file, CancellationToken cancellationToken)
    {
        var scanner = new BibTexScanner(new LineReader(input));
        var parser = new BibTexParser(scanner);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var item = ReadNext(parser, file);
            foreach (var line in scanner.Faults)
            {
                yield return LineProblems.Of(line, new RecordOrigin(file, line.Number));
            }

            scanner.Faults.Clear();
            if (item is null)
            {
                yield break;
            }

            // An entry that the end of a broken input cuts off is not reported on its own: the break is.
            if (input.Break is null || item is PaperRead)
            {
                yield return item;
            }
        }
    }

    [GeneratedRegex(@"^\s*@[A-Za-z]+\s*[{(]", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex EntryStart { get; }

    [GeneratedRegex(@"\b(1[89]|20)\d\d\b", RegexOptions.NonBacktracking)]
    private static partial Regex YearForm { get; }

    private static ReadItem? ReadNext(BibTexParser parser, string file)
    {
        try
        {
            return parser.ReadEntry() is { } entry ? ToItem(entry, file) : null;
        }
        catch (BibTexException fault)
        {
            return new ReadingProblem(new RecordOrigin(file, fault.Line), ProblemKind.Skipped, fault.Message);
        }
    }

    private static ReadItem ToItem(BibTexEntry entry, string file)
    {
        var origin = new RecordOrigin(file, entry.Line);
        var title = Plain(entry, "title");
        if (title is null || FoldedText.TitleKey(title).Length == 0)
        {
            return new ReadingProblem(origin, ProblemKind.Skipped, $"the entry '{entry.Key}' has no title");
        }

        var ids = IdentifiersOf(entry);
        var year = YearForm.Match(Plain(entry, "year", "date") ?? "") is { Success: true } match ? int.Parse(match.ValueSpan) : (int?)null;
        var paper = new PaperRecord(title, Plain(entry, "abstract") ?? "")
        {
            SourceId = entry.Key.Length > 0 ? entry.Key : null,
            Year = year ?? (ids.Arxiv is { } arxiv ? ArxivIdentifier.YearOf(arxiv) : null),
            Venue = VenueOf(entry),
            Authors = AuthorNames.Clean(BibTexNames.Split(entry.Fields.GetValueOrDefault("author", ""))),
            Keywords = [.. (Plain(entry, "keywords") ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Doi = ids.Doi,
            Arxiv = ids.Arxiv,
            OpenReview = ids.OpenReview,
            SemanticScholar = ids.SemanticScholar,
            OpenAlex = ids.OpenAlex,
            Url = entry.Fields.GetValueOrDefault("url")?.Trim(),
            Origin = origin,
        };
        return new PaperRead(paper, "BibTeX");
    }

    // Reference managers put the arXiv id into whatever field they have; Google Scholar writes it into the journal.
    private static Identifiers IdentifiersOf(BibTexEntry entry)
    {
        var ids = Identifiers.Parse(entry.Fields.GetValueOrDefault("doi")?.Replace("\\_", "_"));
        if (entry.Fields.GetValueOrDefault("eprint") is { } eprint && ArxivIdentifier.Parse(eprint.Trim()) is { } arxiv)
        {
            ids = ids.Or(new Identifiers { Arxiv = arxiv });
        }

        string[] places = ["url", "journal", "note", "howpublished", "booktitle", "volume", "number"];
        return places.Aggregate(ids, (found, place) => found.Or(PlaceOf(entry, place)));
    }

    private static Identifiers PlaceOf(BibTexEntry entry, string place)
    {
        var text = Plain(entry, place);
        return place == "url" || text is null ? Identifiers.Parse(text) : new Identifiers { Arxiv = ArxivIdentifier.FindMarked(text) };
    }

    private static string? VenueOf(BibTexEntry entry)
    {
        var venue = Plain(entry, "booktitle", "journal", "journaltitle");
        return venue is null || ArxivIdentifier.FindMarked(venue) is not null ? null : venue;
    }

    private static string? Plain(BibTexEntry entry, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (entry.Fields.TryGetValue(field, out var value) && LatexText.ToPlain(value) is { Length: > 0 } plain)
            {
                return plain;
            }
        }

        return null;
    }
}
