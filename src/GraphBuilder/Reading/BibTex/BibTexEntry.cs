namespace Stemma.GraphBuilder.Reading.BibTex;

/// <summary>One entry of a bibliography, its values still in LaTeX.</summary>
/// <param name="Type">Lower case: <c>article</c>.</param>
/// <param name="Key">Citation key as written.</param>
/// <param name="Fields">Values by lower-case field name. If a field is repeated, the first value counts, as in BibTeX.</param>
/// <param name="Line">One-based line of the <c>@</c>.</param>
public sealed record BibTexEntry(string Type, string Key, IReadOnlyDictionary<string, string> Fields, long Line);

/// <summary>Thrown for an entry that cannot be parsed.</summary>
/// <param name="message">One sentence without the location.</param>
/// <param name="line">One-based line to report.</param>
internal sealed class BibTexException(string message, long line) : Exception(message)
{
    /// <summary>One-based line to report.</summary>
    public long Line { get; } = line;
}
