using System.Collections.Frozen;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Names;

/// <summary>Finds names beside a phrase of <see cref="DefinitionPatterns"/>.</summary>
internal sealed class DefinitionFinder : IExtractionStage
{
    private static readonly FrozenSet<string> Determiners =
        new[] { "a", "an", "the", "our", "it", "as", "new", "novel", "two", "both", "\"", "\u201C", "`", "{", "\\em", "\\textbf", "\\textit", "\\emph", "\\textsc", ":", "'" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IsDeterminer = Determiners.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly PhraseTrie<DefinitionPattern> Phrases = Compile();

    /// <inheritdoc/>
    public Layers Requires => Layers.Tokens | Layers.Sentences;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Definitions;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        foreach (var sentence in document.Sentences)
        {
            for (var at = sentence.First; at < sentence.End; at++)
            {
                if ((document.FactsOf(at).Begins & PhraseBeginnings.Definition) != 0 && Phrases.LongestAt(document, at, sentence.End, out var end) is { } pattern)
                {
                    var name = pattern.Place == NamePlace.After ? NameAfter(document, end, sentence.End, pattern.Gap) : NameBefore(document, sentence.First, at);
                    if (name.Count > 0)
                    {
                        document.Definitions.Add(new NameDefinition(name, pattern.Id, pattern.Weight));
                    }
                }
            }
        }
    }

    /// <summary>True where a phrase that defines a name begins with this word.</summary>
    public static bool MayBegin(SpellingHash word) => Phrases.MayBegin(word);

    private static PhraseTrie<DefinitionPattern> Compile()
    {
        var trie = new PhraseTrie<DefinitionPattern>();
        foreach (var pattern in DefinitionPatterns.All)
        {
            foreach (var phrase in pattern.Phrases)
            {
                trie.Add(phrase, pattern);
            }
        }

        return trie;
    }

    /// <summary>
    /// The name behind a phrase, with at most <paramref name="gap"/> tokens between, determiners not counted; a full stop, semicolon or opening bracket ends the search.
    /// </summary>
    private static TokenRange NameAfter(PaperDocument document, int first, int limit, int gap)
    {
        for (var at = first; at < limit && gap >= 0; at++)
        {
            var name = NameShapes.NameAt(document, at, limit);
            if (name.Count > 0 && !IsDeterminer.Contains(document[at]))
            {
                return name;
            }

            if (!IsDeterminer.Contains(document[at]))
            {
                gap--;
            }

            if (document.Is(at, '.') || document.Is(at, ';') || document.Is(at, '('))
            {
                break;
            }
        }

        return default;
    }

    /// <summary>The name before a phrase, skipping a closed bracket: "SPR (self-predictive representations), a novel …".</summary>
    private static TokenRange NameBefore(PaperDocument document, int begin, int end)
    {
        if (end > begin && document.Is(end - 1, ')'))
        {
            var open = end - 1;
            while (open > begin && !document.Is(open, '('))
            {
                open--;
            }

            end = open;
        }

        var name = NameShapes.NameBefore(document, begin, end);
        return name.Count > 0 && NameShapes.NameAt(document, name.First, end).Count > 0 ? name : default;
    }
}
