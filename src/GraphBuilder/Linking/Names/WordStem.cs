using System.Collections.Frozen;

namespace Stemma.GraphBuilder.Linking.Names;

/// <summary>
/// Reduces words of names to lower case, singular and American spelling, by rules for the usual spelling differences. The rules need only
/// be the same for all names, not right for each word.
/// </summary>
internal static class WordStem
{
    /// <summary>Number of letters up to which a word is folded on the stack.</summary>
    private const int UsualLength = 128;

    private static readonly (string British, string American)[] Dialect =
    [
        ("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("iser", "izer"), ("ise", "ize"), ("yse", "yze"), ("ysing", "yzing"), ("ysed", "yzed"),
        ("elling", "eling"), ("elled", "eled"), ("eller", "eler"), ("ogue", "og"), ("centre", "center"), ("metre", "meter"), ("programme", "program"),
    ];

    /// <summary>
    /// Irregular plurals mapped to the singular or, if that is longer, the singular to the plural; "bases" is missing, because it may be the plural of "base". Of 144,000 papers,
    /// 36 concepts in "biases" were separate from the same in "bias", 20 in "matrices" and 6 in "automata".
    /// </summary>
    private static readonly FrozenDictionary<string, string> Irregular = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["biases"] = "bias", ["bias"] = "bias", ["matrices"] = "matrix", ["indices"] = "index", ["vertices"] = "vertex", ["analyses"] = "analysis", ["hypotheses"] = "hypothesis", ["diagnoses"] = "diagnosis", ["prostheses"] = "prosthesis",
        ["corpora"] = "corpus", ["automaton"] = "automata", ["criterion"] = "criteria", ["equilibrium"] = "equilibria", ["nucleus"] = "nuclei", ["caches"] = "cache",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> IrregularForms = Irregular.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The stem of a word.</summary>
    public static string Of(string token)
    {
        Span<char> room = token.Length <= UsualLength ? stackalloc char[UsualLength] : new char[token.Length];
        ReadOnlySpan<char> stem = room[..Write(token, room)];
        return stem.SequenceEqual(token) ? token : new string(stem);
    }

    /// <summary>Writes the stem of a word and returns its length.</summary>
    /// <param name="token">The word.</param>
    /// <param name="stem">Room for as many letters as the word has: no rule makes a word longer.</param>
    public static int Write(ReadOnlySpan<char> token, Span<char> stem)
    {
        var camel = NameShapes.HasInnerCapital(token);
        var plural = !camel || (token.Length > 2 && token[^1] == 's' && char.IsUpper(token[^2]));
        var length = token.ToLowerInvariant(stem);
        if (IrregularForms.TryGetValue(stem[..length], out var singular))
        {
            singular.CopyTo(stem);
            return singular.Length;
        }

        if (length > (token is "IDs" ? 2 : 3) && plural && stem[length - 1] == 's')
        {
            length = camel ? length - 1 : Singular(stem[..length]);
        }

        return length < 5 || camel ? length : American(stem[..length]);
    }

    private static int Singular(Span<char> word)
    {
        if (word.EndsWith("ies") && word.Length > 4)
        {
            word[^3] = 'y';
            return word.Length - 2;
        }

        return word switch
        {
            _ when word.EndsWith("sses") || word.EndsWith("xes") || word.EndsWith("ches") || word.EndsWith("shes") => word.Length - 2,
            _ when word[^2] is 's' or 'u' or 'i' => word.Length,
            _ => word.Length - 1,
        };
    }

    private static int American(Span<char> word)
    {
        foreach (var (british, american) in Dialect)
        {
            if (word.EndsWith(british))
            {
                american.CopyTo(word[^british.Length..]);
                word = word[..(word.Length - british.Length + american.Length)];
                break;
            }
        }

        for (var at = word.IndexOf("our"); at >= 0; at = word.IndexOf("our"))
        {
            word[(at + 2)..].CopyTo(word[(at + 1)..]);
            word = word[..^1];
        }

        return word.Length;
    }
}
