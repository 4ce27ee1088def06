using Stemma.GraphBuilder.Linking.Names;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>
/// Defines the slips allowed in a typed name. Names are compared by their folded letters (<see cref="NameKey"/>, in lower case), so case, hyphens, plurals and head words do not count.
/// Digits must match: GPT-5 is not a misspelled GPT-4.
/// </summary>
internal static class Slips
{
    /// <summary>Minimum length of a key for one slip: shorter names have too many neighbours.</summary>
    private const int FewestLetters = 4;

    /// <summary>Minimum length of a key for two slips: about one letter in five, as in spelling correctors of search engines.</summary>
    private const int LettersForTwo = 9;

    /// <summary>The key by which names are compared.</summary>
    public static string KeyOf(string name) => NameKey.Of(name).ToLowerInvariant();

    /// <summary>Number of slips allowed for a key.</summary>
    public static int Allowed(string key) => key.Length switch { >= LettersForTwo => 2, >= FewestLetters => 1, _ => 0 };

    /// <summary>Number of slips between two keys: 0 if equal, 1 also for swapped letters ("Mamab"); null for more than <paramref name="typed"/> allows.</summary>
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

        return IsOne(typed, known) ? 1
            : allowed > 1 && EditDistance.IsWithin(typed, known, allowed) ? 2
            : null;
    }

    /// <summary>True if two texts are equal, or differ by one letter or by two swapped letters.</summary>
    public static bool IsOne(string typed, string known) =>
        EditDistance.IsWithin(typed, known, 1) || (typed.Length == known.Length && EditDistance.IsWithin(typed, known, 2) && typed.Order().SequenceEqual(known.Order()));

    private static bool HaveSameDigits(string typed, string known) => typed.Where(char.IsAsciiDigit).SequenceEqual(known.Where(char.IsAsciiDigit));
}
