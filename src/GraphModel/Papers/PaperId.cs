namespace Stemma.GraphModel.Papers;

/// <summary>Stable identifier of a paper: <c>doi:…</c>, <c>arxiv:…</c>, <c>openreview:…</c>, <c>s2:…</c>, <c>openalex:…</c> or <c>title:…</c> (docs/data-model.md).</summary>
/// <param name="Value">The whole text, scheme included.</param>
public readonly record struct PaperId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
