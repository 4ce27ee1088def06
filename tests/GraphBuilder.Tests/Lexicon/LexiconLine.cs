using Stemma.Testing;

namespace Stemma.GraphBuilderTests.Lexicon;

/// <summary>One entry of a lexicon file as written, with its location for messages.</summary>
/// <param name="Place">File name and one-based line.</param>
/// <param name="Columns">The tab-separated cells, four or five.</param>
internal sealed record LexiconLine(string Place, string[] Columns)
{
    private static readonly string[] Files = ["methods", "datasets", "benchmarks", "tasks", "metrics"];

    public string Id => Columns[0];

    public string Name => Columns[1];

    public string[] Aliases => Columns[2].Length == 0 ? [] : Columns[2].Split('|');

    public string[] Types => Columns[3].Split('+');

    public string[] Flags => Columns.Length == 4 ? [] : Columns[4].Split(' ');

    public string File => Place[..Place.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>Every form, folded as in the linker: case, spaces, hyphens and underscores do not count.</summary>
    public IEnumerable<string> FoldedForms => Aliases.Prepend(Name).Select(Fold);

    /// <summary>All entries of the five files of <c>data/lexicon</c>, in order.</summary>
    public static IReadOnlyList<LexiconLine> ReadAll()
        => [.. Files.SelectMany(file => ReadFile($"{file}.tsv"))];

    public static string Fold(string form)
        => string.Concat(form.Where(sign => sign is not (' ' or '-' or '_'))).ToLowerInvariant();

    private static IEnumerable<LexiconLine> ReadFile(string file)
        => System.IO.File.ReadLines(Path.Combine(Repository.Root, "data", "lexicon", file))
            .Select((text, index) => (Text: text, Place: $"{file}:{index + 1}"))
            .Where(line => !line.Text.StartsWith('#'))
            .Select(line => new LexiconLine(line.Place, line.Text.Split('\t')));

    public override string ToString() => $"{Place} {string.Join(" / ", Columns)}";
}
