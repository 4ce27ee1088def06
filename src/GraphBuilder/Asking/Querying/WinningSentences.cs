namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>
/// Selects, in Cypher, the sentences that say of a named thing that it does better than another. Developed on the 298 sentences of 143,937 papers that name one of twenty well-known methods
/// before a method marked as outperformed: nearly all of the 84 that are left out are no such claim, most because both names are in a list of losers.
/// </summary>
internal static class WinningSentences
{
    /// <summary>
    /// Text after the winner's name: the name ends there, a suffix such as "-based" aside. "PPO-Max", "PPO2" and "PPO++" are other methods, and so is a variant.
    /// </summary>
    private const string End = @"(?s)s?([^\w+*–-].*|[-–]([^A-Z0-9].*)?)?";

    private const string Variant = @"(?s)s?\W+(variants?|versions?|alternatives?|derivatives?)\b.*";

    private const string VariantBefore = @"(?s).*\b(variants?|versions?|extensions?|modifications?|alternatives?|successors?) (of|to) (the )?";

    /// <summary>Between winner and loser, a word of winning: "outperforms both PPO and DPO" says nothing of PPO.</summary>
    private const string Win =
        @"(?s).*\b(outperform\w*|surpass\w*|exceed\w*|beats?|beating|better|superior\w*|improv\w+|advantages?|outscor\w+|wins?|winning|stronger|faster|higher|lower|fewer|less|more|greater|larger|over|ahead|dominat\w+|outdo\w*|outclass\w*|eclips\w+)\b.*";

    /// <summary>Between winner and loser, a word of losing, drawing or denial: "is outperformed by", "fails to", "comparable to".</summary>
    private const string Loss =
        @"(?s).*(\b(outperformed|surpassed|beaten|exceeded|outscored|dominated) by\b|\b(worse|inferior|weaker|poorer|slower|lags?|lagging|behind|cannot|never|neither|nor|hardly)\b|\b(underperform|fail)|\bnot ([^o]|o[^n])|n['’]t\b|\b(similar|comparable|competitive|on par|equal)\w* [^,;]*\b(to|with|than)\b).*";

    /// <summary>Text before the winner's name if its clause only concedes the claim: "While adaptive methods, such as Adam, have shown …".</summary>
    private const string Conceding = @"(?s)\W*(while|although|though|even though|whereas|despite)\b[^,;:]*(, ?(such as|like|including|e\.g\.,?|for example,?|especially)[^;:]*)?";

    /// <summary>A further clause after the loser's name.</summary>
    private const string GoesOn = @"(?s).*[,;].*";

    /// <summary>
    /// Expects r, the relationship to the loser, and own, the winner's, both of node; passes node, own and r on. The winner must precede the loser as a whole name. The text after each
    /// of its occurrences is tested, because a pattern with the name in it would need escaping, which engines do differently.
    /// </summary>
    public static string Selection { get; } =
        $"""
        WITH node, own, r, ' ' + substring(r.evidence, 0, r.start - r.sentenceStart) AS said, substring(r.evidence, r.end - r.sentenceStart) AS rest
        WITH node, own, r, said, rest, replace(replace(replace(said, '(', ' '), ',', ' '), '“', ' ') AS before
        WITH node, own, r, rest, before, [form IN own.surface | [' ' + form, toLower(left(said, size(head(split(before, ' ' + form))) + 1))]] AS forms
        WHERE any(form IN forms WHERE any(after IN tail(split(before, form[0])) WHERE after =~ {Is(End)} AND toLower(after) =~ {Is(Win)} AND NOT toLower(after) =~ {Is(Loss)} AND NOT toLower(after) =~ {Is(Variant)})
          AND NOT form[1] =~ {Is(VariantBefore)} AND NOT (form[1] =~ {Is(Conceding)} AND rest =~ {Is(GoesOn)}))
        """;

    private static string Is(string pattern) => ResultCondition.Literal(pattern);
}
