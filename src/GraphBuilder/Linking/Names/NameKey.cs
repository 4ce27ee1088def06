using System.Buffers;
using System.Text;

namespace Stemma.GraphBuilder.Linking.Names;

/// <summary>
/// Reduces a name to a key that is equal for its spelling variants: hyphen or space (Atari 100k, Atari-100k, Atari100k), case, plural,
/// British and American spelling, accents, Greek letters, TeX mark-up, prepositions inside long names, forms of a word before another (robotic navigation), an acronym explained inside (key-value (KV) cache).
/// A name in capitals keeps them in its key, so MATH differs from "math" and CDPO from cDPO; <see cref="AliasClusters"/> merges such pairs on evidence.
/// </summary>
internal static class NameKey
{
    /// <summary>In names of up to this many words, every word counts: a "Web of Agents" is no web agent, and on-policy distillation no policy distillation.</summary>
    private const int ShortName = 3;

    /// <summary>Number of letters up to which a name is folded on the stack.</summary>
    private const int UsualLength = 128;

    /// <summary>Words that are ignored in a longer name ("reinforcement learning from/with human feedback").</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "of", "for", "from", "with", "by", "in", "on", "to", "and", "via", "through", "using",
    };

    /// <summary>Head words that add nothing to a proper name: "DPO algorithm", "GSM8K dataset".</summary>
    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal)
    {
        "algorithm", "method", "model", "dataset", "benchmark", "framework", "corpus", "suite", "leaderboard", "optimizer", "loss", "objective", "architecture", "approach", "technique",
    };

    /// <summary>
    /// Participles that turn a proper name into an adjective: a "DPO-based" method names DPO. Compared with their case: of 82,158 papers, the only name that its case excludes here is
    /// UCB-Tuned, an algorithm of its own.
    /// </summary>
    private static readonly HashSet<string> Participles = new(StringComparer.Ordinal)
    {
        "based", "style", "like", "guided", "driven", "powered", "enhanced", "aligned", "tuned", "trained", "inspired", "assisted", "type",
    };

    /// <summary>Participles that turn any name into an adjective.</summary>
    private static readonly HashSet<string> Derived = new(StringComparer.Ordinal) { "based", "style", "like", "guided", "driven", "enhanced", "augmented" };

    private static readonly SearchValues<string> DerivedAnywhere = SearchValues.Create([.. Derived], StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FillerWords = Fillers.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestFiller = Fillers.Max(filler => filler.Length);

    /// <summary>
    /// The key of a name; the empty string if it has no words, see <see cref="Tokens"/>. For plain names of up to 128 letters only the key
    /// is allocated, because a corpus has a million names.
    /// </summary>
    public static string Of(string name)
    {
        var text = LetterFolding.Fold(WithoutGloss(name)).AsSpan();
        Span<Range> places = text.Length <= UsualLength ? stackalloc Range[UsualLength] : new Range[text.Length];
        Span<char> key = text.Length <= UsualLength ? stackalloc char[UsualLength * QualifierForms.MostGrowth] : new char[text.Length * QualifierForms.MostGrowth];
        ReadOnlySpan<Range> tokens = places[..FindTokens(text, places)];
        if (EndsInHead(text, tokens, key))
        {
            tokens = tokens[..1];
        }

        return new string(key[..(AreCapitals(text, tokens) ? WriteCapitals(text, tokens, key) : WriteStems(text, tokens, key))]);
    }

    private static int WriteCapitals(ReadOnlySpan<char> text, ReadOnlySpan<Range> tokens, Span<char> key)
    {
        var length = 0;
        foreach (var place in tokens)
        {
            var token = text[place];
            var singular = token.Length > 2 && token[^1] == 's' && char.IsUpper(token[^2]) ? token[..^1] : token;
            singular.CopyTo(key[length..]);
            length += singular.Length;
        }

        return length;
    }

    private static int WriteStems(ReadOnlySpan<char> text, ReadOnlySpan<Range> tokens, Span<char> key)
    {
        var length = 0;
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens.Length <= ShortName || !IsFiller(text[tokens[at]]))
            {
                var stem = WordStem.Write(text[tokens[at]], key[length..]);
                length += at + 1 < tokens.Length ? QualifierForms.Fold(key[length..], stem, text[tokens[at + 1]]) : stem;
            }
        }

        return length;
    }

    /// <summary>The name without an acronym that it explains in brackets.</summary>
    private static string WithoutGloss(string name)
    {
        var open = name.IndexOf(" (", StringComparison.Ordinal);
        var close = open < 0 ? -1 : name.IndexOf(") ", open, StringComparison.Ordinal);
        return close > 0 && NameShapes.IsAcronym(name[(open + 2)..close]) && NameShapes.InitialsMatch(name[(open + 2)..close], Tokens(name[..open])) ? name[..open] + name[(close + 1)..] : name;
    }

    /// <summary>True for a word without weight inside a longer name: "in", "the", "with".</summary>
    public static bool IsFiller(ReadOnlySpan<char> token)
    {
        Span<char> lower = stackalloc char[LongestFiller];
        return token.Length <= LongestFiller && FillerWords.Contains(lower[..token.ToLowerInvariant(lower)]);
    }

    /// <summary>True if there are several capitals, and no lower-case letter except a plural s.</summary>
    private static bool AreCapitals(ReadOnlySpan<char> text, ReadOnlySpan<Range> tokens)
    {
        var capitals = 0;
        foreach (var place in tokens)
        {
            if (!NameShapes.IsCapitals(text[place]))
            {
                return false;
            }

            capitals += NameShapes.CountCapitals(text[place]);
        }

        return capitals >= 2;
    }

    /// <summary>Head words that do not turn an adjective into a name: "a graph-based method" is any such method, "an energy-based model" a specific one.</summary>
    private static readonly HashSet<string> EmptyHeads = new(StringComparer.Ordinal) { "method", "approach", "framework", "algorithm", "system", "technique", "pipeline" };

    /// <summary>The base of an adjective with or without an empty head: "attention" for "attention-based" and "attention-based methods"; null for any other name.</summary>
    public static string? AdjectiveStem(string name)
    {
        if (HasNoParticiple(name))
        {
            return null;
        }

        var tokens = Tokens(name);
        var last = tokens.Count > 2 && EmptyHeads.Contains(WordStem.Of(tokens[^1])) ? tokens.Count - 2 : tokens.Count - 1;
        return last > 0 && Derived.Contains(tokens[last].ToLowerInvariant()) ? string.Join(' ', tokens.Take(last)) : null;
    }

    /// <summary>
    /// The same, also with a head word that can make a name: "Transformer" for "Transformer-based models"; null for any other name. Denotes the stem only if that is a known name.
    /// </summary>
    public static string? WideAdjectiveStem(string name)
    {
        if (HasNoParticiple(name))
        {
            return null;
        }

        var tokens = Tokens(name);
        return tokens.Count > 2 && Heads.Contains(WordStem.Of(tokens[^1])) && Derived.Contains(tokens[^2].ToLowerInvariant()) ? string.Join(' ', tokens.Take(tokens.Count - 2)) : AdjectiveStem(name);
    }

    /// <summary>Rules out most names without tokenising them.</summary>
    private static bool HasNoParticiple(string name) => LetterFolding.IsPlain(name) && !name.AsSpan().ContainsAny(DerivedAnywhere);

    /// <summary>True for a proper name turned into an adjective: "DPO-based", "CLIP-guided". What a paper describes so builds on the named thing, and is not that thing.</summary>
    public static bool IsAdjective(string name)
    {
        var tokens = Tokens(name);
        return tokens.Count == 2 && NameShapes.IsProper(tokens[0]) && Participles.Contains(tokens[1]);
    }

    /// <summary>Words of a name, case kept: runs of letters, digits, plus signs, stars and decimal points.</summary>
    public static List<string> Tokens(string name)
    {
        var text = LetterFolding.Fold(name);
        Span<Range> places = text.Length <= UsualLength ? stackalloc Range[UsualLength] : new Range[text.Length];
        var count = FindTokens(text, places);
        var tokens = new List<string>(count);
        foreach (var place in places[..count])
        {
            tokens.Add(text[place]);
        }

        return tokens;
    }

    /// <summary>Finds the words of a folded name; returns their number.</summary>
    private static int FindTokens(ReadOnlySpan<char> text, Span<Range> places)
    {
        var (count, start) = (0, -1);
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '+' or '*' || IsDecimalPoint(text, at));
            if (inside)
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                places[count++] = start..at;
                start = -1;
            }
        }

        return count;
    }

    /// <summary>Stems of the words of a long form without fillers, for comparing long forms.</summary>
    public static List<string> Stems(string name) => [.. Tokens(name).Where(t => !Fillers.Contains(t.ToLowerInvariant())).Select(WordStem.Of)];

    /// <summary>An id-safe form: lower case, words joined by hyphens, <c>+</c> and <c>*</c> spelled out. Never empty for a name with letters or digits.</summary>
    public static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var token in Tokens(name))
        {
            slug.Append(slug.Length > 0 ? "-" : "").Append(token.ToLowerInvariant().Replace("+", "plus", StringComparison.Ordinal).Replace("*", "star", StringComparison.Ordinal));
        }

        return slug.ToString();
    }

    private static bool IsDecimalPoint(ReadOnlySpan<char> text, int at) =>
        text[at] == '.' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    /// <summary>True for a proper name with a redundant head word or a participle.</summary>
    private static bool EndsInHead(ReadOnlySpan<char> text, ReadOnlySpan<Range> tokens, Span<char> room)
    {
        if (tokens.Length != 2 || !NameShapes.IsProper(text[tokens[0]]))
        {
            return false;
        }

        var head = text[tokens[1]];
        return Participles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(head) || Heads.GetAlternateLookup<ReadOnlySpan<char>>().Contains(room[..WordStem.Write(head, room)]);
    }
}
