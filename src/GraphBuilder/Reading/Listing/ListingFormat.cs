using Stemma.GraphBuilder.Reading.Input;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Listing;

/// <summary>
/// A web listing of papers, copied as text: no grammar, but a rhythm. Running sentences are an abstract (<see cref="LineShape.IsProse"/>); the
/// likeliest heading between two abstracts is the title of the second; what stands between title and abstract and describes a paper is taken from
/// there; all other lines are the page's furniture, and each is named. Takes every text that no other format does.
/// </summary>
public sealed class ListingFormat : IPaperFormat
{
    /// <inheritdoc/>
    public string Name => "listing";

    /// <inheritdoc/>
    public bool Accepts(ReadOnlySpan<byte> start) => !start.Contains((byte)0);

    /// <inheritdoc/>
    public IEnumerable<ReadItem> Read(InputBuffer input, string file, CancellationToken cancellationToken)
    {
        var faults = new List<InputLine>();
        var assembler = new ListingAssembler(file);
        foreach (var line in ListingLines.Read(new LineReader(input), faults))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var fault in faults)
            {
                yield return LineProblems.Of(fault, new RecordOrigin(file, fault.Number));
            }

            faults.Clear();
            foreach (var item in assembler.Take(line))
            {
                yield return item;
            }
        }

        foreach (var fault in faults)
        {
            yield return LineProblems.Of(fault, new RecordOrigin(file, fault.Number));
        }

        foreach (var item in assembler.Finish())
        {
            yield return item;
        }
    }
}
