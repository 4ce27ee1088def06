using Stemma.GraphBuilder.Reading.BibTex;
using Stemma.GraphBuilder.Reading.Json;
using Stemma.GraphBuilder.Reading.Listing;

namespace Stemma.GraphBuilder.Reading;

/// <summary>The formats of input files, in the order in which they are tried: the strict ones first, the listing, which takes any text, last.</summary>
public static class PaperFormats
{
    /// <summary>All formats.</summary>
    public static IReadOnlyList<IPaperFormat> All { get; } = [new JsonLinesFormat(), new JsonElementsFormat(), new BibTexFormat(), new ListingFormat()];

    /// <summary>The format of a file by its first chunk, or null where it is no text.</summary>
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

    /// <summary>Why a file of no known format was not read: one sentence without the place.</summary>
    public static string DescribeUnknown(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "this is a PDF; titles and abstracts are needed as text, BibTeX or JSON lines",
        [(byte)'P', (byte)'K', 3, 4, ..] => "this is a zip archive; unpack it first",
        [(byte)'S', (byte)'Q', (byte)'L', (byte)'i', (byte)'t', (byte)'e', ..] => "this is a database; a graph that was built before is opened by the other commands, not built from",
        _ => "this is no text: expected a listing, BibTeX or JSON lines, plain or packed with gzip",
    };
}
