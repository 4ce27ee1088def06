using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>
/// What counts as a slip in a typed name. Names are compared by their folded letters (<see cref="NameKey"/>, in lower case): case, hyphens, plurals and head words are none.
/// Digits never slip: GPT-5 is no misspelled GPT-4.
/// </summary>
internal static class Slips
{
    /// <summary>Letters of a key from which one slip is allowed: shorter names have too many neighbours.</summary>
    private const int FewestLetters = 4;

    /// <summary>Letters of a key from which two are: one in five, as spelling correctors of search engines allow.</summary>
    private const int LettersForTwo = 9;

    /// <summary>The letters by which a name is compared.</summary>
    public static string KeyOf(string name) => NameKey.Of(name).ToLowerInvariant();

    /// <summary>How many slips a key may have.</summary>
    public static int Allowed(string key) => key.Length switch { >= LettersForTwo => 2, >= FewestLetters => 1, _ => 0 };

    /// <summary>How many slips lie between two keys: 0 for none, 1 also for the same letters in another order ("Mamab"); null for more than the first allows.</summary>
    public static int? Between(string typed, string known)
    {
        if (typed == known)
        {
            return typed.Length > 0 ? 0 : null;
        }

        var allowed = Allowed(typed);
        if (allowed == 0 || Math.Abs(typed.Length - known.Length) > allowed || !HaveSameDigits(typed, known))
        {
            return null;
        }

        return EditDistance.IsWithin(typed, known, 1) || AreSwapped(typed, known) ? 1
            : allowed > 1 && EditDistance.IsWithin(typed, known, allowed) ? 2
            : null;
    }

    private static bool AreSwapped(string typed, string known) =>
        typed.Length == known.Length && EditDistance.IsWithin(typed, known, 2) && typed.Order().SequenceEqual(known.Order());

    private static bool HaveSameDigits(string typed, string known) => typed.Where(char.IsAsciiDigit).SequenceEqual(known.Where(char.IsAsciiDigit));
}
