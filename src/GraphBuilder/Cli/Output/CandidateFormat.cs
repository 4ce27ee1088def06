using Stemma.GraphBuilder.Mining;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>The output formats for lexicon candidates.</summary>
internal static class CandidateFormat
{
    /// <summary>Their names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["tsv", "json"];

    /// <summary>Writes candidates in UTF-8, in the order given.</summary>
    public static void Write(string format, IReadOnlyList<LexiconCandidate> candidates, Stream stream)
    {
        if (format == "json")
        {
            CandidateJson.Write(stream, candidates);
        }
        else
        {
            CandidateTsv.Write(stream, candidates);
        }
    }
}
