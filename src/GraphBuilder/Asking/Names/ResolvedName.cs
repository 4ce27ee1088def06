using Stemma.GraphModel;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>The concepts that a name resolved to.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Senses">The concepts that the answer is about, best supported first; empty if nothing matches.</param>
/// <param name="Others">Further senses, left out of the answer because they are rare.</param>
/// <param name="Suggestions">Concepts with a similar name, if nothing matches exactly or what matches is hardly used.</param>
internal sealed record ResolvedName(string Name, IReadOnlyList<GraphNode> Senses, IReadOnlyList<GraphNode> Others, IReadOnlyList<GraphNode> Suggestions)
{
    /// <summary>True if the name was misspelled and the closest spelling was used.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>A name that identifies one sense: its canonical name, or its id if that name is the typed one or shared with another sense.</summary>
    public string NameApart(GraphNode sense)
    {
        var (own, key) = (sense.Properties[GraphSchema.Keys.Name].AsString(), Slips.KeyOf(sense.Properties[GraphSchema.Keys.Name].AsString()));
        var isShared = key == Slips.KeyOf(Name) || Senses.Concat(Others).Count(other => Slips.KeyOf(other.Properties[GraphSchema.Keys.Name].AsString()) == key) > 1;
        return isShared ? sense.Properties[GraphSchema.Keys.Id].AsString() : own;
    }

    /// <summary>The name restricted to one sense; the others become <see cref="Others"/>.</summary>
    public ResolvedName In(GraphNode sense) => this with { Senses = [sense], Others = [.. Senses.Where(other => other.ElementId != sense.ElementId), .. Others] };
}
