using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Reading.Identity;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Listing;

/// <summary>Puts papers together from the lines of a listing: keeps what stands since the last abstract until the next one tells what it was.</summary>
/// <param name="file">Name of the file, for origins.</param>
internal sealed partial class ListingAssembler(string file)
{
    // Lines between two abstracts; more is no listing, and must not be held.
    private const int MaxGapLines = 500;

    private readonly List<ListingLine> _gap = [];
    private PaperRecord? _pending;

    /// <summary>Takes the next line and gives what is settled by it.</summary>
    public IEnumerable<ReadItem> Take(ListingLine line)
    {
        if (!LineShape.IsProse(line.Text))
        {
            _gap.Add(line);
            return _gap.Count > MaxGapLines ? Finish() : [];
        }

        var title = FindTitle();
        if (title >= 0)
        {
            return Begin(title, line);
        }

        if (_pending is not null && _gap.Count == 0)
        {
            _pending = _pending with { Abstract = $"{_pending.Abstract} {line.Text}" };
            return [];
        }

        _gap.Add(line);
        return [];
    }

    /// <summary>Gives what is left at the end.</summary>
    public IEnumerable<ReadItem> Finish()
    {
        List<ReadItem> items = [.. Pending(), .. _gap.SelectMany(Unused)];
        _pending = null;
        _gap.Clear();
        return items;
    }

    [GeneratedRegex(@"^authors?\s*:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex AuthorLabel { get; }

    private List<ReadItem> Begin(int title, ListingLine summary)
    {
        var before = _gap[..title];
        var between = _gap[(title + 1)..];
        List<ReadItem> items = [.. Pending(), .. before.SelectMany(Unused), .. between.Where(line => !LineShape.IsDescription(line.Text) && !LineShape.IsAuthors(line.Text)).SelectMany(Unused)];
        _pending = Describe(new PaperRecord(_gap[title].Text, summary.Text) { Origin = new RecordOrigin(file, _gap[title].Number) }, between);
        _gap.Clear();
        return items;
    }

    // The best heading since the last abstract; of equals, the one closest to the abstract.
    private int FindTitle()
    {
        var best = -1;
        var bestScore = 0.0;
        for (var at = _gap.Count - 1; at >= 0; at--)
        {
            var score = LineShape.TitleScore(_gap[at].Text, nextToAbstract: at == _gap.Count - 1);
            if (score > bestScore)
            {
                (best, bestScore) = (at, score);
            }
        }

        return best;
    }

    private static PaperRecord Describe(PaperRecord paper, List<ListingLine> between)
    {
        foreach (var line in between)
        {
            var names = AuthorLabel.Replace(line.Text, "");
            var arxiv = ArxivIdentifier.FindMarked(line.Text) ?? ArxivIdentifier.Parse(line.Text);
            paper = paper with
            {
                Arxiv = paper.Arxiv ?? arxiv,
                Year = paper.Year ?? LineShape.YearOf(line.Text) ?? (arxiv is null ? null : ArxivIdentifier.YearOf(arxiv)),
                Authors = paper.Authors.Count == 0 && (names != line.Text || LineShape.IsAuthors(names)) ? AuthorNames.Split(names) : paper.Authors,
            };
        }

        return paper;
    }

    private IEnumerable<ReadItem> Pending() => _pending is null ? [] : [new PaperRead(_pending, "listing")];

    // A heading that no abstract follows is a paper of which only the title was copied, once the listing has shown that it lists papers.
    private IEnumerable<ReadItem> Unused(ListingLine line)
    {
        var origin = new RecordOrigin(file, line.Number);
        if (_pending is null || !LineShape.IsTitleAlone(line.Text))
        {
            return [new FurnitureLine(origin, line.Text)];
        }

        return
        [
            new PaperRead(new PaperRecord(line.Text, "") { Origin = origin }, "listing"),
            new ReadingProblem(origin, ProblemKind.Noted, "a title without an abstract"),
        ];
    }
}
