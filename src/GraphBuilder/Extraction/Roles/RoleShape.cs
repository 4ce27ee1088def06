using System.Collections.Frozen;
using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// How a name is written and framed: "through a Spatial Feature Alignment (SFA) branch" capitalises a component of the paper and calls it a branch; "with direct preference
/// optimization (DPO)" names the work of others. Word groups after the words that follow and precede names in the training labels.
/// </summary>
internal static class RoleShape
{
    /// <summary>Number of values.</summary>
    public const int Count = 8;

    /// <summary>Most tokens from article to name; adjectives in between are skipped.</summary>
    private const int ArticleReach = 4;

    private const int Kinds = 4;

    private static readonly FrozenSet<string> Small = new[] { "of", "for", "and", "the", "in", "on", "with", "a", "an", "to", "via", "by", "from", "as", "at", "or" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallWords = Small.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, int> Heads = new Dictionary<int, string[]>
    {
        [1] = ["module", "modules", "block", "blocks", "branch", "branches", "layer", "layers", "head", "heads", "loss", "losses", "mechanism", "mechanisms", "unit", "units", "strategy", "strategies", "scheme", "schemes", "component", "components", "operator", "term", "stage", "objective"],
        [2] = ["framework", "frameworks", "method", "methods", "model", "models", "approach", "approaches", "algorithm", "algorithms", "network", "networks", "architecture", "architectures", "system", "systems", "pipeline", "technique", "techniques", "paradigm"],
        [3] = ["dataset", "datasets", "benchmark", "benchmarks", "corpus", "corpora", "suite", "environment", "environments", "database", "collection"],
    }.SelectMany(pair => pair.Value.Select(word => (word, pair.Key))).ToFrozenDictionary(pair => pair.word, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> HeadOf = Heads.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Writes <see cref="Count"/> values for the mentions of the abstract: most capitals; whether the acronym is given beside the name; how many have each <see cref="Article"/>
    /// and each <see cref="Head"/>, by turns.
    /// </summary>
    public static void Write(PaperDocument document, ConceptDraft concept, ref ValueWriter writer)
    {
        Span<int> articles = stackalloc int[Kinds];
        Span<int> heads = stackalloc int[Kinds];
        articles.Clear();
        heads.Clear();
        var capitals = -1.0;
        foreach (var mention in concept.Mentions)
        {
            if (mention.Range.First < document.TitleTokens)
            {
                continue;
            }

            capitals = Math.Max(capitals, Capitals(document, mention.Range));
            articles[Article(document, mention.Range)]++;
            heads[Head(document, mention.Range)]++;
        }

        writer.Add(capitals);
        writer.Add(IsToldHere(document, concept));
        for (var kind = 1; kind < Kinds; kind++)
        {
            writer.Add(articles[kind]);
            writer.Add(heads[kind]);
        }
    }

    /// <summary>Share of the words, articles and prepositions apart, that begin with a capital or a digit; -1 for a single word, whose capitals are part of the shape of the name.</summary>
    public static double Capitals(PaperDocument document, TokenRange range)
    {
        var (words, large) = (0, 0);
        for (var token = range.First; token < range.End; token++)
        {
            if (document.Tokens[token].Kind == TokenKind.Word && !SmallWords.Contains(document[token]))
            {
                words++;
                large += char.IsUpper(document[token][0]) || char.IsDigit(document[token][0]) ? 1 : 0;
            }
        }

        return words < 2 ? -1 : (double)large / words;
    }

    /// <summary>1 for "a" and "an", 2 for "our", "proposed", "novel" and "new", 3 for "the", 0 for none before the name and in the title.</summary>
    public static int Article(PaperDocument document, TokenRange range)
    {
        for (var token = range.First - 1; token >= document.TitleTokens && token >= range.First - ArticleReach && document.Tokens[token].Kind == TokenKind.Word; token--)
        {
            var kind = document.Is(token, "a") || document.Is(token, "an") ? 1
                : document.Is(token, "our") || document.Is(token, "proposed") || document.Is(token, "novel") || document.Is(token, "new") ? 2
                : document.Is(token, "the") ? 3 : 0;
            if (kind > 0 || SmallWords.Contains(document[token]))
            {
                return kind;
            }
        }

        return 0;
    }

    /// <summary>The kind of the word after the name, a bracket in between skipped: 1 names a part, 2 a whole, 3 data, 0 anything else.</summary>
    public static int Head(PaperDocument document, TokenRange range)
    {
        var token = range.End;
        if (document.Is(token, '('))
        {
            while (token < document.Tokens.Count && !document.Is(token, ')'))
            {
                token++;
            }

            token++;
        }

        return token < document.Tokens.Count && HeadOf.TryGetValue(document[token], out var kind) ? kind : 0;
    }

    private static bool IsToldHere(PaperDocument document, ConceptDraft concept)
    {
        foreach (var mention in concept.Mentions)
        {
            if (mention.Range.First >= document.TitleTokens && (document.Is(mention.Range.End, '(') || (document.Is(mention.Range.First - 1, '(') && document.Is(mention.Range.End, ')'))))
            {
                return concept.ShortForm is not null;
            }
        }

        return false;
    }
}
