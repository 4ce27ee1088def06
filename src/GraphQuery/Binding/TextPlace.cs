using Stemma.GraphModel.Database;

namespace Stemma.GraphQuery.Binding;

/// <summary>Position of an expression in the query text. All positions compare equal, so that comparing expressions ignores their positions.</summary>
/// <param name="text">The query; null if the expression is not in the text.</param>
/// <param name="offset">Zero-based, in UTF-16 units.</param>
internal readonly struct TextPlace(string? text, int offset) : IEquatable<TextPlace>
{
    /// <summary>Whether it is a place in a text.</summary>
    public bool IsKnown => text is not null;

    /// <summary>Zero-based, in UTF-16 units; 0 if the expression is not in the text.</summary>
    public int Offset => offset;

    /// <summary>Line and column, computed on demand.</summary>
    public TextPosition? Position => text is null ? null : TextPosition.Of(text, offset);

    /// <inheritdoc/>
    public bool Equals(TextPlace other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TextPlace;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
