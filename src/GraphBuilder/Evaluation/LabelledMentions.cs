using Stemma.GraphBuilder.Extraction;

namespace Stemma.GraphBuilder.Evaluation;

/// <summary>Locates the names that an annotator listed: every occurrence in the text that no letter or digit extends on either side.</summary>
internal static class LabelledMentions
{
    /// <summary>All occurrences of the concept's forms, title first, then in text order.</summary>
    public static IReadOnlyList<TextSpan> Locate(LabelledConcept concept, string title, string text)
    {
        var found = new SortedSet<TextSpan>(Comparer<TextSpan>.Create(
            (left, right) => (left.Field, left.Start, -left.End).CompareTo((right.Field, right.Start, -right.End))));
        foreach (var form in concept.Forms.Where(form => form.Length > 0))
        {
            Locate(title, TextField.Title, form, found);
            Locate(text, TextField.Abstract, form, found);
        }

        return [.. found];
    }

    /// <summary>Location of a quote, preferably in the abstract; null if it is in neither text.</summary>
    public static TextSpan? LocateQuote(string? quote, string title, string text)
    {
        if (string.IsNullOrEmpty(quote))
        {
            return null;
        }

        var at = text.IndexOf(quote, StringComparison.Ordinal);
        if (at >= 0)
        {
            return new TextSpan(TextField.Abstract, at, at + quote.Length);
        }

        at = title.IndexOf(quote, StringComparison.Ordinal);
        return at >= 0 ? new TextSpan(TextField.Title, at, at + quote.Length) : null;
    }

    private static void Locate(string text, TextField field, string form, SortedSet<TextSpan> found)
    {
        for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
        {
            var end = at + form.Length;
            var open = at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(form[0]);
            var closed = end == text.Length || !char.IsLetterOrDigit(text[end]) || !char.IsLetterOrDigit(form[^1]);
            if (open && closed)
            {
                found.Add(new TextSpan(field, at, end));
            }
        }
    }
}
