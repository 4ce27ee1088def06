namespace Stemma.GraphQuery.Syntax;

/// <summary>A range of the query text.</summary>
/// <param name="Start">Zero-based, in UTF-16 units.</param>
/// <param name="End">Exclusive.</param>
internal readonly record struct SourceSpan(int Start, int End)
{
    /// <summary>From the start of this span to the end of another.</summary>
    public SourceSpan To(SourceSpan last) => new(Start, Math.Max(End, last.End));

    /// <summary>The text itself.</summary>
    public string In(string text) => text[Start..End];
}
