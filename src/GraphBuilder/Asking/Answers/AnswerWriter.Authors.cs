using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Querying;

namespace Stemma.GraphBuilder.Asking.Answers;

/// <content>Sentences about authors.</content>
internal static partial class AnswerWriter
{
    private const string NamesAlone = "Authors are known by their names alone: people of one name count as one.";

    /// <summary>The authors as named in a sentence.</summary>
    public static string NamesOf(IReadOnlyList<FoundAuthor> authors) => authors.Count == 1 ? authors[0].Name : $"both {Join([.. authors.Select(author => author.Name)], "and")}";

    /// <summary>A remark on spellings that were counted as one author, and on names that were read as another author's or could be, with the other candidates.</summary>
    public static string ReadAs(IReadOnlyList<FoundAuthor> authors) => string.Concat(authors.Select(ReadAs));

    private static string ReadAs(FoundAuthor author)
    {
        var others = author.Near.Count == 0 ? "" : $"could also be {Join(author.Near, "or")}";
        return (author.Spellings.Count == 0 ? "" : $" {Join([.. author.Spellings.Select(spelling => $"{spelling.Name} ({Count(spelling.Papers, "paper", "papers")})")], "and")} count as one.")
            + (author.IsCorrected ? $" (“{author.Typed}” was read as {author.Name}{(others.Length == 0 ? "" : $"; it {others}")}.)" : others.Length == 0 ? "" : $" “{author.Name}” {others}, whose papers are not counted.");
    }

    /// <summary>The sentence for a name that no author has.</summary>
    public static string NoAuthor(FoundAuthor author) =>
        $"No author in this graph is named “{author.Typed}”{(author.Near.Count == 0 ? "" : $"; near it are {Join(author.Near, "and")}")}. Authors are known by their names; institutions are not in the graph.";

    /// <summary>The authors who work on a concept, with the caveat that authors are identified by name alone.</summary>
    private static string Authors(FoundRows found, AskedNames asked, string name, string when)
    {
        var also = Also(asked, 2) + Except(asked);
        if (found.Rows.Count == 0)
        {
            return $"No author in this graph has a paper that works on {name}{also}{when}.";
        }

        return $"{Count(found.Total, "author has", "authors have")} papers that introduce, build on, use, address or evaluate on {name}{also}{when}{(found.Total <= FewTold ? ":" : ", most of all")} {WithPapers(found)}. {NamesAlone}";
    }

    /// <summary>The coauthors of an author.</summary>
    private static string Coauthors(FoundRows found, string name, string when) => found.Rows.Count == 0
        ? $"No paper in this graph{when} is by {name} and somebody else."
        : $"{Count(found.Total, "author", "authors")} wrote papers in this graph with {name}{when}{(found.Total <= FewTold ? ":" : ", most of all")} {WithPapers(found)}. {NamesAlone}";

    private static string WithPapers(FoundRows found) => Join([.. found.Rows.Take(FewTold).Select(row => $"{row.Title} ({Count(row.Papers ?? 1, "paper", "papers")})")], "and");
}
