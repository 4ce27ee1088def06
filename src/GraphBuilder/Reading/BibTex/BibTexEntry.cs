namespace Stemma.GraphBuilder.Reading.BibTex;

/// <summary>One entry of a bibliography, its values still in LaTeX.</summary>
/// <param name="Type">Lower case: <c>article</c>.</param>
/// <param name="Key">Citation key as written.</param>
/// <param name="Fields">Values by field name in lower case; of a field given twice the first counts, as in BibTeX.</param>
/// <param name="Line">One-based line of the <c>@</c>.</param>
public sealed record BibTexEntry(string Type, string Key, IReadOnlyDictionary<string, string> Fields, long Line);

/// <summary>An entry that cannot be understood.</summary>
/// <param name="message">One sentence without the place.</param>
/// <param name="line">One-based line to name.</param>
internal sealed class BibTexException(string message, long line) : Exception(message)
{
    /// <summary>One-based line to name.</summary>
    public long Line { get; } = line;
}
