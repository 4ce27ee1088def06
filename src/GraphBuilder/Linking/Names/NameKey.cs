using System.Buffers;
using System.Text;

namespace Stemma.GraphBuilder.Linking.Names;

/// <summary>
/// Reduces a name to a key that is equal for its spelling variants: hyphen or space (Atari 100k, Atari-100k, Atari100k), case, plural,
/// British and American spelling, accents, Greek letters, TeX mark-up, prepositions inside long names.
/// A name in capitals keeps them in its key, so that MATH is not "math" and CDPO not cDPO; <see cref="AliasClusters"/> joins such pairs on evidence.
/// </summary>
internal static class NameKey
{
    /// <summary>In names of so many words each word counts: a "Web of Agents" is no web agent, and on-policy distillation no policy distillation.</summary>
    private const int ShortName = 3;

    /// <summary>Words without weight inside a longer name ("reinforcement learning from/with human feedback").</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "of", "for", "from", "with", "by", "in", "on", "to", "and", "via", "through", "using",
    };

    /// <summary>Head words that add nothing to a proper name: "DPO algorithm", "GSM8K dataset".</summary>
    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal)
    {
        "algorithm", "method", "model", "dataset", "benchmark", "framework", "corpus", "suite", "leaderboard", "optimizer", "loss", "objective", "architecture", "approach", "technique",
    };

    /// <summary>What makes a proper name an adjective: a "DPO-based" method names DPO.</summary>
    private static readonly HashSet<string> Participles = new(StringComparer.Ordinal)
    {
        "based", "style", "like", "guided", "driven", "powered", "enhanced", "aligned", "tuned", "trained", "inspired", "assisted", "type",
    };

    /// <summary>The participles that make an adjective of any name.</summary>
    private static readonly HashSet<string> Derived = new(StringComparer.Ordinal) { "based", "style", "like", "guided", "driven", "enhanced", "augmented" };

    private static readonly SearchValues<string> DerivedAnywhere = SearchValues.Create([.. Derived], StringComparison.OrdinalIgnoreCase);

    /// <summary>The key of a name; the empty string where it holds neither letter nor digit.</summary>
    public static string Of(string name)
    {
        var tokens = Tokens(name);
        DropHead(tokens);
        if (tokens.Count > 0 && tokens.TrueForAll(NameShapes.IsCapitals) && tokens.Sum(NameShapes.CountCapitals) >= 2)
        {
            return string.Concat(tokens.Select(TrimPluralOfCapitals));
        }

        var key = new StringBuilder(name.Length);
        var fillersCount = tokens.Count <= ShortName;
        foreach (var token in tokens)
        {
            if (fillersCount || !Fillers.Contains(token.ToLowerInvariant()))
            {
                key.Append(Stem(token));
            }
        }

        return key.ToString();
    }

    /// <summary>Head words that make no name of an adjective: "a graph-based method" is any; "an energy-based model" is one.</summary>
    private static readonly HashSet<string> EmptyHeads = new(StringComparer.Ordinal) { "method", "approach", "framework", "algorithm", "system", "technique", "pipeline" };

    /// <summary>What an adjective with or without an empty head is made of: "attention" for "attention-based" and "attention-based methods"; null for another name.</summary>
    public static string? AdjectiveStem(string name)
    {
        if (HasNoParticiple(name))
        {
            return null;
        }

        var tokens = Tokens(name);
        var last = tokens.Count > 2 && EmptyHeads.Contains(Stem(tokens[^1])) ? tokens.Count - 2 : tokens.Count - 1;
        return last > 0 && Derived.Contains(tokens[last].ToLowerInvariant()) ? string.Join(' ', tokens.Take(last)) : null;
    }

    /// <summary>The same with a head word that can make a name: "Transformer" for "Transformer-based models"; null for another name. Only where the stem is known does it name it.</summary>
    public static string? WideAdjectiveStem(string name)
    {
        if (HasNoParticiple(name))
        {
            return null;
        }

        var tokens = Tokens(name);
        return tokens.Count > 2 && Heads.Contains(Stem(tokens[^1])) && Derived.Contains(tokens[^2].ToLowerInvariant()) ? string.Join(' ', tokens.Take(tokens.Count - 2)) : AdjectiveStem(name);
    }

    /// <summary>Tells most names from adjectives without taking them apart.</summary>
    private static bool HasNoParticiple(string name) => LetterFolding.IsPlain(name) && !name.AsSpan().ContainsAny(DerivedAnywhere);

    /// <summary>True for a proper name turned into an adjective: "DPO-based", "CLIP-guided". What a paper calls so is built on it, and is not it.</summary>
    public static bool IsAdjective(string name)
    {
        var tokens = Tokens(name);
        return tokens.Count == 2 && NameShapes.IsProper(tokens[0]) && Participles.Contains(tokens[1]);
    }

    /// <summary>Words of a name, case kept: runs of letters, digits, plus signs and stars.</summary>
    public static List<string> Tokens(string name)
    {
        var text = LetterFolding.Fold(name);
        var tokens = new List<string>(4);
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '+' or '*' || IsDecimalPoint(text, at));
            if (inside)
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                tokens.Add(text[start..at]);
                start = -1;
            }
        }

        return tokens;
    }

    /// <summary>Stems of the words of a long form, fillers left out: what long forms are compared by.</summary>
    public static List<string> Stems(string name) => [.. Tokens(name).Where(t => !Fillers.Contains(t.ToLowerInvariant())).Select(Stem)];

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

    private static bool IsDecimalPoint(string text, int at) =>
        text[at] == '.' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    private static void DropHead(List<string> tokens)
    {
        if (tokens.Count == 2 && NameShapes.IsProper(tokens[0]) && (Participles.Contains(tokens[1]) || Heads.Contains(Stem(tokens[1]))))
        {
            tokens.RemoveAt(1);
        }
    }

    private static string TrimPluralOfCapitals(string token) =>
        token.Length > 2 && token[^1] == 's' && char.IsUpper(token[^2]) ? token[..^1] : token;

    /// <summary>Lower case, singular, American. Rules after the usual spelling differences; they need only be the same for all names, not right for each word.</summary>
    private static string Stem(string token)
    {
        var camel = NameShapes.HasInnerCapital(token);
        var plural = !camel || (token.Length > 2 && char.IsUpper(token[^2]));
        var word = token.ToLowerInvariant();
        if (word.Length > 3 && plural && word[^1] == 's')
        {
            word = Singular(word);
        }

        return word.Length < 5 || camel ? word : American(word);
    }

    private static string Singular(string word) => word switch
    {
        _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
        _ when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) => word[..^2],
        _ when word[^2] is 's' or 'u' or 'i' => word,
        _ => word[..^1],
    };

    private static string American(string word)
    {
        foreach (var (british, american) in Dialect)
        {
            if (word.EndsWith(british, StringComparison.Ordinal))
            {
                word = string.Concat(word.AsSpan(0, word.Length - british.Length), american);
                break;
            }
        }

        return word.Replace("our", "or", StringComparison.Ordinal);
    }

    private static readonly (string British, string American)[] Dialect =
    [
        ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("iser", "izer"), ("ise", "ize"), ("yse", "yze"), ("ysing", "yzing"), ("ysed", "yzed"),
        ("elling", "eling"), ("elled", "eled"), ("eller", "eler"), ("ogue", "og"), ("centre", "center"), ("metre", "meter"), ("programme", "program"),
    ];
}
