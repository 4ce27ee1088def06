using Stemma.GraphBuilder.Reading.Identity;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Listing;

/// <summary>Assembles papers from the lines of a listing: buffers the lines after an abstract until the next abstract shows what they were.</summary>
/// <param name="file">Name of the file, for origins.</param>
internal sealed class ListingAssembler(string file)
{
    // Limit of lines between two abstracts: more is not a listing, and must not be held in memory.
    private const int MaxGapLines = 500;

    private readonly List<ListingLine> _gap = [];
    private PaperRecord? _pending;
    private bool? _idsStandBeforeTitles;

    /// <summary>Adds the next line and returns the items that it completes.</summary>
    public IEnumerable<ReadItem> Take(ListingLine line)
    {
        if (line.Label is ListingLabel.Title || (line.Label is ListingLabel.None && !LineShape.IsProse(line.Text)))
        {
            if (!DescribesPending(line))
            {
                _gap.Add(line);
            }

            return _gap.Count > MaxGapLines ? Finish() : [];
        }

        var title = FindTitle(line);
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

    /// <summary>Returns the remaining items.</summary>
    public IEnumerable<ReadItem> Finish()
    {
        List<ReadItem> items = [.. Pending(), .. _gap.SelectMany(Unused)];
        _pending = null;
        _gap.Clear();
        return items;
    }

    private List<ReadItem> Begin(int title, ListingLine summary)
    {
        var paper = new PaperRecord(_gap[title].Text, summary.Text) { Origin = new RecordOrigin(file, _gap[title].Number) };
        var unused = new List<ListingLine>(_gap[..title]);
        _idsStandBeforeTitles ??= title > 0 && ArxivIdentifier.FindMarked(_gap[title - 1].Text) is not null;
        if (_idsStandBeforeTitles.Value && title > 0 && Describe(ref paper, _gap[title - 1].Text))
        {
            unused.RemoveAt(title - 1);
        }

        foreach (var line in _gap[(title + 1)..])
        {
            if (!Describe(ref paper, line.Text))
            {
                unused.Add(line);
            }
        }

        List<ReadItem> items = [.. Pending(), .. unused.SelectMany(Unused)];
        _pending = paper;
        _gap.Clear();
        return items;
    }

    // The line labelled as title; else the highest-scoring heading since the last abstract, on ties the one closest to the abstract.
    private int FindTitle(ListingLine summary)
    {
        if (_gap.FindLastIndex(line => line.Label is ListingLabel.Title) is >= 0 and var labelled)
        {
            return labelled;
        }

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

        // One or two sentences may be page text; then only a heading in title case counts as a title.
        return best >= 0 && (summary.Label is ListingLabel.Abstract || LineShape.IsLongProse(summary.Text) || LineShape.IsTitleCase(_gap[best].Text)) ? best : -1;
    }

    // A date or an id directly below an abstract, in a listing that does not put them above titles.
    private bool DescribesPending(ListingLine line)
    {
        if (_pending is null || _gap.Count > 0 || _idsStandBeforeTitles is not false || LineShape.AuthorsIn(line.Text) is not null)
        {
            return false;
        }

        return Describe(ref _pending, line.Text);
    }

    // False if the line adds nothing to the paper.
    private static bool Describe(ref PaperRecord paper, string line)
    {
        var arxiv = ArxivIdentifier.FindMarked(line) ?? ArxivIdentifier.Parse(line);
        var year = LineShape.YearOf(line) ?? (arxiv is null ? null : ArxivIdentifier.YearOf(arxiv));
        var authors = paper.Authors.Count == 0 ? LineShape.AuthorsIn(line) : null;
        var tells = (arxiv is not null && paper.Arxiv is null) || (year is not null && paper.Year is null) || authors is not null;
        paper = paper with
        {
            Arxiv = paper.Arxiv ?? arxiv,
            Year = paper.Year ?? year,
            Authors = authors is null ? paper.Authors : AuthorNames.Split(authors),
        };
        return tells;
    }

    private IEnumerable<ReadItem> Pending() => _pending is null ? [] : [new PaperRead(_pending, "listing")];

    // A heading without an abstract is a paper of which only the title was copied, provided that a paper precedes it in the listing.
    private IEnumerable<ReadItem> Unused(ListingLine line)
    {
        var origin = new RecordOrigin(file, line.Number);
        if (line.Label is not ListingLabel.Title && (_pending is null || !LineShape.IsTitleAlone(line.Text)))
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
