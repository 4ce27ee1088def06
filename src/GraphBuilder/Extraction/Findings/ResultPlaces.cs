using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>A target's position in a list.</summary>
/// <param name="Length">Members of the list; 0 where there is none.</param>
/// <param name="Place">The target's position in it, from 0; -1 where it is no member.</param>
/// <param name="Agreement">Where the number's list has the same length, of at least 2: 1 if number and target have the same position, else -1; 0 otherwise.</param>
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

/// <summary>Positions of a number and a target in the lists of their sentence, see <see cref="ResultLists"/>.</summary>
/// <param name="Length">Members of the number's list.</param>
/// <param name="Place">Its position in it, from 0.</param>
/// <param name="Behind">The target in the list that follows the numbers.</param>
/// <param name="Before">The target in the list before the numbers.</param>
/// <param name="Earlier">The target in the last list of the nearest earlier sentence that has targets.</param>
/// <param name="Turn">Where the sentence has n targets and a multiple of n numbers: 1 if the target's position is that of the number modulo n, else -1; 0 otherwise.</param>
/// <param name="EarlierPlace">The target's position among all targets of that earlier sentence; -1 for none.</param>
/// <param name="Respectively">Whether the sentence contains "respectively".</param>
internal readonly record struct ResultPlaces(int Length, int Place, ListPlace Behind, ListPlace Before, ListPlace Earlier, int Turn, int EarlierPlace, bool Respectively)
{
    /// <summary>Number of values that <see cref="WriteTo"/> writes.</summary>
    public const int Values = 14;

    /// <summary>The agreements and <see cref="Respectively"/>, packed into one number below 162.</summary>
    public uint Code => (uint)(Behind.Agreement + 1 + (3 * (Before.Agreement + 1)) + (9 * (Earlier.Agreement + 1)) + (27 * (Turn + 1)) + (Respectively ? 81 : 0));

    /// <summary>Writes everything as values.</summary>
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
