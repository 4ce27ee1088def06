namespace Stemma.GraphBuilder.Extraction.Names;

/// <summary>
/// Compares long forms. Authors vary them slightly ("Learning with Human Feedback", "Direction Preference Optimization"), and one acronym may abbreviate
/// different things ("Self-Play", "Self-supervised Preference Optimization"): word by word, they must agree or have the same beginning.
/// </summary>
internal static class LongForms
{
    /// <summary>Words that share this many first letters count as forms of one word (direct, direction).</summary>
    private const int CommonStem = 5;

    /// <summary>True where two folded long forms name one thing.</summary>
    public static bool AreOne(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        var (first, second) = (ContentWords(left), ContentWords(right));
        return first.Length == second.Length && first.Length > 1 && first.Zip(second).All(pair => AreForms(pair.First, pair.Second));
    }

    private static string[] ContentWords(string name) => [.. name.Split(' ').Where(word => !LongFormMatcher.IsFillerWord(word))];

    private static bool AreForms(string left, string right)
        => left == right || (left.Length >= CommonStem && right.Length >= CommonStem && left.AsSpan(0, CommonStem).SequenceEqual(right.AsSpan(0, CommonStem)));
}
