using Stemma.GraphBuilder.Evaluation;
using Stemma.GraphBuilder.Reading;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Joins labels that ship without texts to the abstracts in the user's files, and reports which are missing.</summary>
internal static class LabelledTexts
{
    /// <summary>Maximum number of missing ids that a message lists.</summary>
    private const int MostListed = 10;

    private static readonly string[] PaperEndings = [".jsonl", ".json", ".jsonl.gz", ".json.gz", ".bib", ".bib.gz", ".txt"];

    /// <summary>The labelled papers that have a text, in their own order.</summary>
    /// <param name="labelled">Labels, with or without texts.</param>
    /// <param name="inputs">Files and directories that contain papers.</param>
    /// <param name="messages">Receives a line on what is missing.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static IReadOnlyList<LabelledPaper> Join(IReadOnlyList<LabelledPaper> labelled, IReadOnlyList<string> inputs, TextWriter messages, CancellationToken cancellationToken)
    {
        return Join(labelled, Read(inputs, cancellationToken), messages);
    }

    /// <summary>The papers of files and directories, in the order of their files.</summary>
    public static IReadOnlyList<PaperRecord> Read(IReadOnlyList<string> inputs, CancellationToken cancellationToken)
        => [.. PaperReading.Read(Expand(inputs), Environment.ProcessorCount, null, cancellationToken).SelectMany(file => file.Papers)];

    /// <summary>
    /// The labelled papers that have a text of their own or in <paramref name="papers"/>, in their own order; the missing ones are reported to
    /// <paramref name="messages"/>.
    /// </summary>
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

    /// <summary>Expands a directory to its files with a paper file's extension, in order of name; files stay as they are.</summary>
    private static string[] Expand(IEnumerable<string> inputs) => [.. inputs.SelectMany(input => Directory.Exists(input) ? PapersIn(input) : [input])];

    private static IEnumerable<string> PapersIn(string directory) => Directory
        .EnumerateFiles(directory)
        .Where(file => PaperEndings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        .Order(StringComparer.Ordinal);
}
