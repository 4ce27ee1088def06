using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>A target's place in a list.</summary>
/// <param name="Length">Members of the list; 0 where there is none.</param>
/// <param name="Place">The target's place in it, from 0; -1 where it is no member.</param>
/// <param name="Agreement">In lists of one length 1 where number and target have one place and -1 where not; 0 where the lengths tell nothing.</param>
internal readonly record struct ListPlace(int Length, int Place, int Agreement)
{
    /// <summary>Writes three values.</summary>
    public void WriteTo(ref ValueWriter writer)
    {
        writer.Add(Length);
        writer.Add(Place);
        writer.Add(Agreement);
    }
}

/// <summary>How a number and a target stand in the lists of their sentence, see <see cref="ResultLists"/>.</summary>
/// <param name="Length">Members of the number's list.</param>
/// <param name="Place">Its place in it, from 0.</param>
/// <param name="Behind">The target in the list that follows the numbers.</param>
/// <param name="Before">The target in the list before the numbers.</param>
/// <param name="Earlier">The target in the last list of the nearest earlier sentence that has targets.</param>
/// <param name="Turn">Where the sentence has as many numbers as targets or a multiple: 1 where the target is at the number's turn, -1 where not; else 0.</param>
/// <param name="EarlierPlace">The target's place among all targets of that earlier sentence; -1 for none.</param>
/// <param name="Respectively">Whether the sentence has that word.</param>
internal readonly record struct ResultPlaces(int Length, int Place, ListPlace Behind, ListPlace Before, ListPlace Earlier, int Turn, int EarlierPlace, bool Respectively)
{
    /// <summary>Number of values that <see cref="WriteTo"/> writes.</summary>
    public const int Values = 14;

    /// <summary>How the places agree, as one number.</summary>
    public uint Code => (uint)(Behind.Agreement + 1 + (3 * (Before.Agreement + 1)) + (9 * (Earlier.Agreement + 1)) + (27 * (Turn + 1)) + (Respectively ? 81 : 0));

    /// <summary>Writes all of it as values.</summary>
    public void WriteTo(ref ValueWriter writer)
    {
        writer.Add(Length);
        writer.Add(Place);
        Behind.WriteTo(ref writer);
        Before.WriteTo(ref writer);
        Earlier.WriteTo(ref writer);
        writer.Add(Turn);
        writer.Add(EarlierPlace);
        writer.Add(Respectively);
    }
}
