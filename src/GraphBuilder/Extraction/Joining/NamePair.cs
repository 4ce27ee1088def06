using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Joining;

/// <summary>Two concepts whose names may mean the same thing, represented by their two most closely related forms.</summary>
/// <param name="Kind">How the forms are related.</param>
/// <param name="Long">Index of the concept with the longer form.</param>
/// <param name="Short">Index of the other one.</param>
/// <param name="LongForm">The longer form: by words, then by letters.</param>
/// <param name="ShortForm">The other form.</param>
internal readonly record struct NamePair(JoinKind Kind, int Long, int Short, JoinForm LongForm, JoinForm ShortForm)
{
    private const int StemLetters = 4;

    private const int FewestLetters = 2;

    private const int MostLetters = 12;

    /// <summary>All pairs of a paper that are not of kind <see cref="JoinKind.None"/>.</summary>
    public static List<NamePair> In(PaperDocument document)
    {
        var forms = new JoinForm[document.Concepts.Count][];
        for (var at = 0; at < forms.Length; at++)
        {
            forms[at] = FormsOf(document.Concepts[at]);
        }

        var pairs = new List<NamePair>();
        for (var left = 0; left < forms.Length; left++)
        {
            for (var right = left + 1; right < forms.Length; right++)
            {
                if (Nearest(forms, left, right) is { Kind: not JoinKind.None } pair && !IsOther(document.Concepts[pair.Short], pair))
                {
                    pairs.Add(pair);
                }
            }
        }

        return pairs;
    }

    /// <summary>True for a known name whose letters occur in the other by chance: DPO is no "Dynamic Preference Optimization", and CausalWorld no "causal world model".</summary>
    private static bool IsOther(ConceptDraft shorter, NamePair pair)
        => shorter.Entry is { IsAmbiguous: false } entry && (pair.Kind == JoinKind.Letters || (pair.Kind == JoinKind.Initials && entry.IsSpelledOut))
           && !entry.Names(NameFolding.Fold(pair.LongForm.Surface));

    private static JoinForm[] FormsOf(ConceptDraft concept)
    {
        var forms = new JoinForm[concept.Surfaces.Count];
        for (var at = 0; at < forms.Length; at++)
        {
            forms[at] = new JoinForm(concept.Surfaces[at]);
        }

        return Array.TrueForAll(forms, form => form.Count > 0) ? forms : Array.FindAll(forms, form => form.Count > 0);
    }

    private static NamePair Nearest(JoinForm[][] forms, int left, int right)
    {
        var nearest = new NamePair { Kind = JoinKind.None };
        foreach (var first in forms[left])
        {
            foreach (var second in forms[right])
            {
                var isLonger = first.Count != second.Count ? first.Count > second.Count : first.Squeezed.Length >= second.Squeezed.Length;
                var (longer, shorter) = isLonger ? (first, second) : (second, first);
                if (KindOf(longer, shorter) is var kind && kind < nearest.Kind)
                {
                    nearest = isLonger ? new NamePair(kind, left, right, longer, shorter) : new NamePair(kind, right, left, longer, shorter);
                }
            }
        }

        return nearest;
    }

    private static JoinKind KindOf(JoinForm longer, JoinForm shorter)
    {
        if (longer.Squeezed == shorter.Squeezed)
        {
            return JoinKind.Same;
        }

        if (!longer.MayShare(shorter))
        {
            return KindByLetters(longer, shorter);
        }

        var shared = longer.Shared(shorter);
        var at = shared == shorter.Count ? longer.IndexOf(shorter) : -1;
        return at > 0 && at + shorter.Count == longer.Count ? JoinKind.Suffix
            : at == 0 ? JoinKind.Prefix
            : at > 0 ? JoinKind.Inner
            : shared == longer.Count && shared == shorter.Count ? JoinKind.Reordered
            : KindByLetters(longer, shorter) is not JoinKind.None and var kind ? kind
            : shared >= 2 ? JoinKind.Shared : JoinKind.None;
    }

    private static JoinKind KindByLetters(JoinForm longer, JoinForm shorter)
    {
        if (longer.Count > 1 && longer.IsSpeltBy(shorter))
        {
            return JoinKind.Initials;
        }

        if (longer.Count == shorter.Count && AreStems(longer, shorter))
        {
            return JoinKind.Stem;
        }

        return longer.Count > 1 && IsCoined(shorter.Surface) && shorter.Squeezed[0] == longer.Squeezed[0] && AreLettersOf(shorter.Squeezed, longer.Squeezed) ? JoinKind.Letters : JoinKind.None;
    }

    private static bool AreStems(JoinForm left, JoinForm right)
    {
        for (var at = 0; at < left.Count; at++)
        {
            var first = left[at];
            var second = right[at];
            if (!first.SequenceEqual(second) && (Math.Min(first.Length, second.Length) < StemLetters || !first[..StemLetters].SequenceEqual(second[..StemLetters])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a name of 2 to 12 letters with a capital after the first.</summary>
    private static bool IsCoined(string surface) => surface.Length is >= FewestLetters and <= MostLetters && surface.AsSpan(1).ContainsAnyInRange('A', 'Z');

    private static bool AreLettersOf(string letters, string text)
    {
        var at = 0;
        foreach (var sign in text)
        {
            at += at < letters.Length && sign == letters[at] ? 1 : 0;
        }

        return at == letters.Length;
    }
}
