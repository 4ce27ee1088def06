using Stemma.GraphBuilder.Reading.Input;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Listing;

/// <summary>
/// A web listing of papers, copied as text. It has no grammar, so its parts are recognised by their form: running sentences are an abstract
/// (<see cref="LineShape.IsProse"/>); the likeliest heading between two abstracts is the title of the second; descriptive lines between title and abstract are attached
/// to the paper; all other lines are page furniture, and each is reported. Accepts every text that no other format does.
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
