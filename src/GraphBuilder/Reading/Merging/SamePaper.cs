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
    public static string? ReasonByTitle(ComparedRecord one, ComparedRecord other)
    {
        var (first, second) = (one.Record, other.Record);
        if (first.Arxiv is not null && second.Arxiv is not null && first.Arxiv != second.Arxiv)
        {
            return null;
        }

        if (first.Authors.Count > 0 && second.Authors.Count > 0)
        {
            return SharedAuthors(one, other) >= MinSharedAuthors && CanBeVersions(one, other) ? "same title and authors" : null;
        }

        if (!AreYearsCompatible(first, second, MaxYearsApart))
        {
            return null;
        }

        if (first.Abstract.Length > 0 && second.Abstract.Length > 0)
        {
            return SharedWords(one.AbstractWords, other.AbstractWords) >= MinSharedWords ? "same title and abstract" : null;
        }

        return one.TitleLetters >= SpecificTitleLetters ? "same title" : null;
    }

    /// <summary>
    /// True if records with a common identifier cannot be one paper: their titles differ in wording, and they either share no author or have abstracts that differ in
    /// wording. Bibliographies give the DOI of a volume to each paper in it, and ids are mistyped.
    /// </summary>
    public static bool Contradict(ComparedRecord first, ComparedRecord second) =>
        SharedWords(first.TitleWords, second.TitleWords) < MinSharedWords && (HaveOtherAuthors(first, second) || HaveOtherAbstracts(first, second));

    private static bool HaveOtherAuthors(ComparedRecord first, ComparedRecord second) =>
        first.Record.Authors.Count > 0 && second.Record.Authors.Count > 0 && SharedAuthors(first, second) == 0;

    private static bool HaveOtherAbstracts(ComparedRecord first, ComparedRecord second) =>
        HaveAbstracts(first, second) && SharedWords(first.AbstractWords, second.AbstractWords) < MinSharedWordsOfSubject;

    private static bool CanBeVersions(ComparedRecord first, ComparedRecord second)
    {
        if (AreYearsCompatible(first.Record, second.Record, MaxYearsApart))
        {
            return true;
        }

        var shared = HaveAbstracts(first, second) ? SharedWords(first.AbstractWords, second.AbstractWords) : MinSharedWordsOfVersions;
        return shared >= MinSharedWordsOfOneText
            || (shared >= MinSharedWordsOfVersions && AreYearsCompatible(first.Record, second.Record, MaxYearsApartOfVersions));
    }

    private static bool HaveAbstracts(ComparedRecord first, ComparedRecord second) => first.Record.Abstract.Length > 0 && second.Record.Abstract.Length > 0;

    private static bool AreYearsCompatible(PaperRecord first, PaperRecord second, int apart) =>
        first.Year is not { } one || second.Year is not { } other || Math.Abs(one - other) <= apart;

    private static double SharedAuthors(ComparedRecord first, ComparedRecord second)
    {
        var shared = (double)first.FamilyNames.Count(second.FamilyNames.Contains) / Math.Min(first.FamilyNames.Count, second.FamilyNames.Count);
        return shared > 0 ? shared : (double)second.Names.Count(first.DistinctNames.Contains) / Math.Min(first.Names.Count, second.Names.Count);
    }

    private static double SharedWords(HashSet<string> words, HashSet<string> others)
    {
        var shared = words.Count(others.Contains);
        return (double)shared / (words.Count + others.Count - shared);
    }
}
