using Stemma.GraphModel.Database;

namespace Stemma.GraphQuery.Binding;

/// <summary>Where in its query an expression is written. All places are equal, so that expressions are equal wherever they stand.</summary>
/// <param name="text">The query; null where nobody wrote the expression.</param>
/// <param name="offset">Zero-based, in UTF-16 units.</param>
internal readonly struct TextPlace(string? text, int offset) : IEquatable<TextPlace>
{
    /// <summary>Whether it is a place in a text.</summary>
    public bool IsKnown => text is not null;

    /// <summary>Zero-based, in UTF-16 units; 0 where nobody wrote the expression.</summary>
    public int Offset => offset;

    /// <summary>Line and column; counted when they are asked for.</summary>
    public TextPosition? Position => text is null ? null : TextPosition.Of(text, offset);

    /// <inheritdoc/>
    public bool Equals(TextPlace other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TextPlace;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
