using Stemma.GraphBuilder.Reading.Input;

namespace Stemma.GraphBuilder.Reading.Listing;

/// <summary>
/// Reads the lines of a listing and joins wrapped paragraphs: at least three consecutive lines, of a width at which text is wrapped, that together are running sentences.
/// </summary>
internal static class ListingLines
{
    private const int MinWrappedLines = 3;
    private const int MinWrappedWidth = 40;
    private const int MaxWrappedWidth = 160;

    // Longest run of non-blank lines: more than any abstract has, so that a file without blank lines is processed in pieces.
    private const int MaxRunLines = 200;

    /// <summary>Streams the non-blank lines. The faults found before a line are added before it is returned.</summary>
    /// <param name="lines">The input.</param>
    /// <param name="faults">Receives faulty lines.</param>
    public static IEnumerable<ListingLine> Read(LineReader lines, List<InputLine> faults)
    {
        var run = new List<ListingLine>();
        while (lines.TryRead(out var line))
        {
            if (line.Fault is not LineFault.None)
            {
                faults.Add(line);
            }

            if (!line.IsBlank)
            {
                run.Add(ListingLine.Of(line.Number, line.Text));
            }

            if (line.IsBlank || run.Count == MaxRunLines)
            {
                foreach (var joined in Join(run))
                {
                    yield return joined;
                }

                run.Clear();
            }
        }

        foreach (var joined in Join(run))
        {
            yield return joined;
        }
    }

    private static List<ListingLine> Join(List<ListingLine> run)
    {
        var first = FirstWrapped(run);
        return first < 0
            ? run
            : [.. run.Take(first), run[first] with { Text = string.Join(' ', run.Skip(first).Select(line => line.Text)) }];
    }

    // The first line of a wrapped paragraph that extends to the end of the run, or -1. Lines above it may be a title.
    private static int FirstWrapped(List<ListingLine> run)
    {
        for (var first = 0; first <= run.Count - MinWrappedLines; first++)
        {
            var paragraph = run[first..];
            if (paragraph.SkipLast(1).All(line => line.Text.Length is >= MinWrappedWidth and <= MaxWrappedWidth)
                && char.IsUpper(paragraph[0].Text[0])
                && !LineShape.IsTitleAlone(paragraph[0].Text)
                && paragraph.All(line => line.Label is ListingLabel.None || line == paragraph[0])
                && !paragraph.Exists(line => LineShape.IsDescription(line.Text))
                && LineShape.IsProse(string.Join(' ', paragraph.Select(line => line.Text)))
                && !paragraph.All(line => line.Text.EndsWith('.')))
            {
                return first;
            }
        }

        return -1;
    }
}
