using System.Text.RegularExpressions;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel;

namespace Stemma.GraphBuilder.Mining;

/// <summary>
/// The names and aliases of a lexicon. A name is known if the lexicon matcher would match all of it (ignoring case, spaces, hyphens and a plural s), if it differs from an entry
/// only in spelling or an empty head word (<see cref="NameKey"/>: "Stable Diffusion model"), or if it contains its own short form in brackets ("key-value (KV) cache").
/// </summary>
internal sealed partial class KnownNames
{
    private readonly ConceptLexicon _lexicon;
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    /// <summary>Indexes the names of a lexicon.</summary>
    public KnownNames(IReadOnlyList<LexiconEntry> lexicon)
    {
        _lexicon = new ConceptLexicon(lexicon);
        foreach (var entry in lexicon)
        {
            foreach (var name in entry.Aliases.Prepend(entry.Name))
            {
                _keys.TryAdd(NameKey.Of(name), entry.Id);
            }
        }
    }

    /// <summary>Whether an entry is this concept. Aliases known only from appearing next to the name in a text do not count.</summary>
    public bool Knows(ConceptEvidence concept) =>
        _lexicon.Find(concept.Id) is not null
        || Find(concept.Name) is not null
        || concept.Aliases.Any(alias => alias.Reason != GraphSchema.Reasons.SameText && Carries(concept, alias) && Find(alias.Name) is not null);

    /// <summary>Id of the entry with this name, or null.</summary>
    public string? Find(string name) => FindWhole(name) ?? (InnerBrackets().Replace(name, " ") is var plain && plain != name ? FindWhole(plain) : null);

    /// <summary>Id of the entry with the longest name that begins or ends this name, or null: <c>gpt-4o</c> for "GPT-4o agents".</summary>
    public string? FindNear(string name)
    {
        var words = name.Split(' ', '-');
        for (var length = words.Length - 1; length > 0; length--)
        {
            if (Find(string.Join(' ', words.Take(length))) is { } head)
            {
                return head;
            }

            if (Find(string.Join(' ', words.TakeLast(length))) is { } tail)
            {
                return tail;
            }
        }

        return null;
    }

    private string? FindWhole(string name) => _lexicon.FindByName(name)?.Id ?? (NameKey.Of(name) is { Length: > 0 } key ? _keys.GetValueOrDefault(key) : null);

    // An alias of fewer papers is an error or another sense.
    private static bool Carries(ConceptEvidence concept, NameEvidence alias) => alias.Papers >= LexiconNames.LeastShare * concept.Papers;

    [GeneratedRegex(@"\s*\([^()]{1,12}\)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex InnerBrackets();
}
