using Stemma.GraphBuilder.Reading.Identity;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Merging;

/// <summary>A record with the folded forms in which it is compared with others. Each form is computed once, on first use. Not thread-safe.</summary>
/// <param name="record">The record.</param>
internal sealed class ComparedRecord(PaperRecord record)
{
    private HashSet<string>? _familyNames;
    private string[]? _names;
    private HashSet<string>? _distinctNames;
    private HashSet<string>? _titleWords;
    private HashSet<string>? _abstractWords;
    private int? _titleLetters;

    /// <summary>The record.</summary>
    public PaperRecord Record { get; } = record;

    /// <summary>Folded family names of the authors.</summary>
    public HashSet<string> FamilyNames => _familyNames ??= Record.Authors.Select(FoldedText.FamilyName).ToHashSet(StringComparer.Ordinal);

    /// <summary>The authors, each as its folded words in ordinal order, because sources disagree on which part of a name comes last.</summary>
    public IReadOnlyList<string> Names => _names ??= [.. Record.Authors.Select(SortedWords)];

    /// <summary>The set of <see cref="Names"/>.</summary>
    public HashSet<string> DistinctNames => _distinctNames ??= Names.ToHashSet(StringComparer.Ordinal);

    /// <summary>Folded words of the title.</summary>
    public HashSet<string> TitleWords => _titleWords ??= WordsOf(Record.Title);

    /// <summary>Folded words of the abstract.</summary>
    public HashSet<string> AbstractWords => _abstractWords ??= WordsOf(Record.Abstract);

    /// <summary>Length of the folded title without spaces.</summary>
    public int TitleLetters => _titleLetters ??= FoldedText.TitleKey(Record.Title).Length;

    private static string SortedWords(string name) => string.Join(' ', FoldedText.Words(name).Split(' ').Order(StringComparer.Ordinal));

    private static HashSet<string> WordsOf(string text) => FoldedText.Words(text).Split(' ').ToHashSet(StringComparer.Ordinal);
}
