using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>
/// A question or a part of it, with the same words as typed. The two differ in words that were corrected to words of the grammar: an apparent misspelling may be correct within a name.
/// </summary>
/// <param name="Text">With corrections; words are separated by single blanks.</param>
/// <param name="Typed">As typed, the same number of words.</param>
internal sealed record QuestionPart(string Text, string Typed)
{
    /// <summary>The part that a group of a match in <see cref="Text"/> covers: whole words, perhaps without punctuation at their ends.</summary>
    /// <param name="group">The group.</param>
    /// <param name="offset">Number of characters before <see cref="Text"/> in the text that was matched.</param>
    public QuestionPart Part(Group group, int offset = 0)
    {
        var text = group.Value.Trim();
        var first = Text.AsSpan(0, Math.Max(0, group.Index - offset)).Count(' ');
        var (all, typed) = (Text.Split(' '), Typed.Split(' '));
        var words = text.Split(' ').Select((word, at) => all[first + at] == typed[first + at] ? word : typed[first + at]);
        return new QuestionPart(text, string.Join(' ', words));
    }
}
