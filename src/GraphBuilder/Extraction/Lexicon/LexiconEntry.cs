using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Lexicon;

/// <summary>One curated concept.</summary>
/// <param name="Id">Concept id: slug of the canonical long form.</param>
/// <param name="Name">Canonical name.</param>
/// <param name="Aliases">Other names, without <paramref name="Name"/>.</param>
/// <param name="Types">One or two types, the usual one first.</param>
/// <param name="Flags">Restrictions on its names.</param>
public sealed record LexiconEntry(
    string Id, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<ConceptType> Types, LexiconFlags Flags)
{
    /// <summary>True where a name is also an ordinary word (MATH, SPIN, Adam).</summary>
    public bool IsAmbiguous => Flags.HasFlag(LexiconFlags.Ambiguous);

    /// <summary>Key of the entry among folded names, none of which should equal it.</summary>
    internal string Cluster { get; } = $"entry {Id}";

    /// <summary>True where an annotator may leave the concept out (neural network).</summary>
    public bool IsGeneric => Flags.HasFlag(LexiconFlags.Generic);

    /// <summary>True where a folded name is one of the entry's names, or a variant of one, see <see cref="LongForms.AreOne"/>.</summary>
    internal bool Names(string folded) => LongForms.AreOne(NameFolding.Fold(Name), folded) || Aliases.Any(alias => LongForms.AreOne(NameFolding.Fold(alias), folded));

    /// <summary>True where the entry has a name of several words.</summary>
    internal bool IsSpelledOut => Name.Contains(' ', StringComparison.Ordinal) || Aliases.Any(alias => alias.Contains(' ', StringComparison.Ordinal));
}
