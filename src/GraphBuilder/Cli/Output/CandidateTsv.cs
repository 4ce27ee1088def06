using System.Text;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Mining;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Cli.Output;

/// <summary>
/// Writes candidates as lines of a lexicon file, tab-separated <c>id, name, aliases, type, flags</c>, followed by columns of evidence. The first line names the columns
/// and is a comment in that format, so that the first five columns of the other lines can be copied to a file of <c>data/lexicon</c> as they are (without the trailing
/// tab if there are no flags).
/// </summary>
internal static class CandidateTsv
{
    /// <summary>Number of introducing papers shown; the oldest are the likely sources.</summary>
    private const int ShownIntroductions = 3;

    private const string Head = "# id\tname\taliases\ttype\tflags\tscore\tpapers\tfirst year\tconfidence\troles\tintroduced by\tdefined by\tnear\tdoubts\texample";

    /// <summary>Writes them in UTF-8.</summary>
    public static void Write(Stream stream, IReadOnlyList<LexiconCandidate> candidates)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Head);
        foreach (var candidate in candidates)
        {
            writer.WriteLine(string.Join('\t', Entry(candidate.Entry).Concat(Evidence(candidate)).Select(Cell)));
        }
    }

    /// <summary>The flags in the spelling of the lexicon, separated by a space.</summary>
    public static string Flags(LexiconFlags flags) => string.Join(' ', new[]
    {
        flags.HasFlag(LexiconFlags.Ambiguous) ? "ambiguous" : null,
        flags.HasFlag(LexiconFlags.Generic) ? "generic" : null,
        flags.HasFlag(LexiconFlags.CaseSensitive) ? "case" : null,
    }.Where(flag => flag is not null));

    private static IEnumerable<string> Entry(LexiconEntry entry) => [entry.Id, entry.Name, string.Join('|', entry.Aliases), string.Join('+', entry.Types), Flags(entry.Flags)];

    private static IEnumerable<string> Evidence(LexiconCandidate candidate)
    {
        var evidence = candidate.Evidence;
        return
        [
            candidate.Score.ToString(),
            evidence.Papers.ToString(),
            evidence.FirstYear?.ToString() ?? "",
            evidence.Confidence.ToString(),
            string.Join('|', evidence.Roles.Select(role => $"{role.Role.ToExportName()} {role.Papers}")),
            string.Join('|', evidence.Introductions.Take(ShownIntroductions).Select(introduction => introduction.Paper)),
            string.Join('|', evidence.Introductions.Where(introduction => introduction.IsDefinition).Select(introduction => introduction.Rule).Distinct(StringComparer.Ordinal)),
            candidate.Near ?? "",
            string.Join("; ", candidate.Doubts),
            evidence.Example is { } example ? $"{example.Paper} {example.Field} {example.Start}-{example.End}" : "",
        ];
    }

    // Names in broken records may contain a tab or a line break, which would end the cell or line.
    private static string Cell(string text) => text.AsSpan().ContainsAny("\t\r\n") ? string.Join(' ', text.Split('\t', '\r', '\n')) : text;
}
