using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Joins labels that ship without texts to the abstracts in the user's files, and says which are missing.</summary>
internal static class LabelledTexts
{
    /// <summary>How many missing ids a message lists.</summary>
    private const int MostListed = 10;

    private static readonly string[] PaperEndings = [".jsonl", ".json", ".jsonl.gz", ".json.gz", ".bib", ".bib.gz", ".txt"];

    /// <summary>The labelled papers that have a text, in their own order.</summary>
    /// <param name="labelled">Labels, with or without texts.</param>
    /// <param name="inputs">Files and directories that hold papers.</param>
    /// <param name="messages">Told what is missing.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static IReadOnlyList<LabelledPaper> Join(IReadOnlyList<LabelledPaper> labelled, IReadOnlyList<string> inputs, TextWriter messages, CancellationToken cancellationToken)
    {
        return Join(labelled, Read(inputs, cancellationToken), messages);
    }

    /// <summary>The papers of files and directories, in the order of their files.</summary>
    public static IReadOnlyList<PaperRecord> Read(IReadOnlyList<string> inputs, CancellationToken cancellationToken)
        => [.. PaperReading.Read(Expand(inputs), Environment.ProcessorCount, null, cancellationToken).SelectMany(file => file.Papers)];

    /// <summary>The labelled papers that have a text of their own or among <paramref name="papers"/>, in their own order; <paramref name="messages"/> is told which are missing.</summary>
    public static IReadOnlyList<LabelledPaper> Join(IReadOnlyList<LabelledPaper> labelled, IReadOnlyList<PaperRecord> papers, TextWriter messages)
    {
        var texts = new LabelTexts(labelled);
        foreach (var paper in papers)
        {
            texts.Offer(paper.Abstract);
        }

        var joined = labelled.Select(texts.Join).OfType<LabelledPaper>().ToArray();
        if (joined.Length < labelled.Count)
        {
            var missing = labelled.Where(paper => texts.Join(paper) is null).Select(paper => paper.Id).ToArray();
            messages.WriteLine($"{missing.Length:N0} of {labelled.Count:N0} labelled papers have no text and are left out (--papers gives texts): {string.Join(", ", missing.Take(MostListed))}{(missing.Length > MostListed ? ", …" : "")}");
        }

        return joined;
    }

    /// <summary>Files as they are; of a directory the files in it whose name ends as that of a paper file, in order of their names.</summary>
    private static string[] Expand(IEnumerable<string> inputs) => [.. inputs.SelectMany(input => Directory.Exists(input) ? PapersIn(input) : [input])];

    private static IEnumerable<string> PapersIn(string directory) => Directory
        .EnumerateFiles(directory)
        .Where(file => PaperEndings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        .Order(StringComparer.Ordinal);
}
