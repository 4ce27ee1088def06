using Stemma.GraphBuilder.Reading.Identity;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Merging;

/// <summary>
/// Decides whether two records describe one paper. An equal title is not proof: every volume has a "Preface", and short titles recur. Symmetric. The bounds were set by
/// reading the merges and the near misses among 144,000 arXiv and conference records.
/// </summary>
internal static class SamePaper
{
    // Preprint, conference and journal versions of one work appear within a year of each other, and the abstract may be rewritten for each.
    private const int MaxYearsApart = 1;

    // A later publication of one work keeps part of its abstract; a sequel under the same title does not.
    private const int MaxYearsApartOfVersions = 3;

    // Share of the shorter author list: lists are truncated, and authors are added between versions.
    private const double MinSharedAuthors = 0.5;

    // Share of common words among all words of both texts (Jaccard index). Two papers on one subject reach about a fifth.
    private const double MinSharedWords = 0.4;
    private const double MinSharedWordsOfVersions = 0.3;

    // Two papers on one subject reach about a fifth; with a common identifier, texts below that are not versions of one another.
    private const double MinSharedWordsOfSubject = 0.2;

    // Two copies of one text. Old papers are put on arXiv decades after they appeared, word for word.
    private const double MinSharedWordsOfOneText = 0.8;

    // Folded letters of a title that two papers hardly share by chance: five or six words.
    private const int SpecificTitleLetters = 30;

    /// <summary>Why two records with the same title key are one paper, or null if they are not.</summary>
    public static string? ReasonByTitle(PaperRecord first, PaperRecord second)
    {
        if (first.Arxiv is not null && second.Arxiv is not null && first.Arxiv != second.Arxiv)
        {
            return null;
        }

        if (first.Authors.Count > 0 && second.Authors.Count > 0)
        {
            return SharedAuthors(first, second) >= MinSharedAuthors && CanBeVersions(first, second) ? "same title and authors" : null;
        }

        if (!AreYearsCompatible(first, second, MaxYearsApart))
        {
            return null;
        }

        if (first.Abstract.Length > 0 && second.Abstract.Length > 0)
        {
            return SharedWords(first.Abstract, second.Abstract) >= MinSharedWords ? "same title and abstract" : null;
        }

        return FoldedText.TitleKey(first.Title).Length >= SpecificTitleLetters ? "same title" : null;
    }

    /// <summary>
    /// True if records with a common identifier cannot be one paper: their titles differ in wording, and they either share no author or have abstracts that differ in
    /// wording. Bibliographies give the DOI of a volume to each paper in it, and ids are mistyped.
    /// </summary>
    public static bool Contradict(PaperRecord first, PaperRecord second) =>
        SharedWords(first.Title, second.Title) < MinSharedWords && (HaveOtherAuthors(first, second) || HaveOtherAbstracts(first, second));

    private static bool HaveOtherAuthors(PaperRecord first, PaperRecord second) =>
        first.Authors.Count > 0 && second.Authors.Count > 0 && SharedAuthors(first, second) == 0;

    private static bool HaveOtherAbstracts(PaperRecord first, PaperRecord second) =>
        first.Abstract.Length > 0 && second.Abstract.Length > 0 && SharedWords(first.Abstract, second.Abstract) < MinSharedWordsOfSubject;

    private static bool CanBeVersions(PaperRecord first, PaperRecord second)
    {
        if (AreYearsCompatible(first, second, MaxYearsApart))
        {
            return true;
        }

        var shared = first.Abstract.Length > 0 && second.Abstract.Length > 0 ? SharedWords(first.Abstract, second.Abstract) : MinSharedWordsOfVersions;
        return shared >= MinSharedWordsOfOneText || (shared >= MinSharedWordsOfVersions && AreYearsCompatible(first, second, MaxYearsApartOfVersions));
    }

    private static bool AreYearsCompatible(PaperRecord first, PaperRecord second, int apart) =>
        first.Year is not { } one || second.Year is not { } other || Math.Abs(one - other) <= apart;

    private static double SharedAuthors(PaperRecord first, PaperRecord second)
    {
        var names = first.Authors.Select(FoldedText.FamilyName).ToHashSet(StringComparer.Ordinal);
        var others = second.Authors.Select(FoldedText.FamilyName).ToHashSet(StringComparer.Ordinal);
        var shared = (double)names.Count(others.Contains) / Math.Min(names.Count, others.Count);
        return shared > 0 ? shared : SharedNames(first, second);
    }

    // Sources disagree on which part of a name comes last.
    private static double SharedNames(PaperRecord first, PaperRecord second)
    {
        var names = first.Authors.Select(Sorted).ToHashSet(StringComparer.Ordinal);
        return (double)second.Authors.Count(name => names.Contains(Sorted(name))) / Math.Min(first.Authors.Count, second.Authors.Count);

        static string Sorted(string name) => string.Join(' ', FoldedText.Words(name).Split(' ').Order(StringComparer.Ordinal));
    }

    private static double SharedWords(string first, string second)
    {
        var words = FoldedText.Words(first).Split(' ').ToHashSet(StringComparer.Ordinal);
        var others = FoldedText.Words(second).Split(' ').ToHashSet(StringComparer.Ordinal);
        var shared = words.Count(others.Contains);
        return (double)shared / (words.Count + others.Count - shared);
    }
}
