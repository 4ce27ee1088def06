using Stemma.GraphBuilder.Reading.BibTex;
using Stemma.GraphBuilder.Reading.Json;
using Stemma.GraphBuilder.Reading.Listing;

namespace Stemma.GraphBuilder.Reading;

/// <summary>The input formats in the order in which they are tried: the strict ones first; the listing, which accepts any text, last.</summary>
public static class PaperFormats
{
    /// <summary>All formats.</summary>
    public static IReadOnlyList<IPaperFormat> All { get; } = [new JsonLinesFormat(), new JsonElementsFormat(), new BibTexFormat(), new ListingFormat()];

    /// <summary>The format of a file, judged by its first chunk, or null if it is not text.</summary>
    public static IPaperFormat? Find(ReadOnlySpan<byte> start)
    {
        foreach (var format in All)
        {
            if (format.Accepts(start))
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>Why a file of unknown format was not read: one sentence without the location.</summary>
    public static string DescribeUnknown(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "this is a PDF; titles and abstracts are needed as text, BibTeX or JSON lines",
        [(byte)'P', (byte)'K', 3, 4, ..] => "this is a zip archive; unpack it first",
        [(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e', ..] => "this is a database; a graph that was built before is opened by the other commands, not built from",
        _ => "this is no text: expected a listing, BibTeX or JSON lines, plain or packed with gzip",
    };
}
