using System.Globalization;

namespace Stemma.GraphBuilder.Linking;

/// <summary>
/// Which paper introduced a concept, as a curated fact (<c>data/origins.tsv</c>) or the user's decision (<c>introduce</c> in <see cref="LinkOverrides"/>). It takes precedence over what
/// abstracts claim.
/// </summary>
/// <param name="Concept">A name or id of the concept.</param>
/// <param name="Year">Year of first publication; null where the paper's own year in the corpus counts.</param>
/// <param name="Title">Title of the paper; null where no paper introduced the concept.</param>
public sealed record ConceptOrigin(string Concept, int? Year, string? Title)
{
    private const string Resource = "origins.tsv";

    /// <summary>In place of the title of a concept that no paper introduced.</summary>
    private const string NoPaper = "-";

    /// <summary>The origin of a concept as files state it, where <c>-</c> stands for no title.</summary>
    public static ConceptOrigin Of(string concept, int? year, string title) => new(concept, year, title == NoPaper ? null : title);

    /// <summary>Reads the facts that ship with the program.</summary>
    public static IReadOnlyList<ConceptOrigin> ReadShipped()
    {
        using var reader = new StreamReader(typeof(ConceptOrigin).Assembly.GetManifestResourceStream(Resource)!);
        return Read(reader, Resource);
    }

    /// <summary>
    /// Reads lines of tab-separated concept, year and title; empty lines and lines that begin with <c>#</c> are skipped. Throws <see cref="InvalidDataException"/> with
    /// <paramref name="source"/>, line and what was expected.
    /// </summary>
    public static IReadOnlyList<ConceptOrigin> Read(TextReader reader, string source)
    {
        var origins = new List<ConceptOrigin>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split('\t', StringSplitOptions.TrimEntries);
            if (cells.Length != 3 || cells[0].Length == 0 || cells[2].Length == 0 || !int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                throw new InvalidDataException($"{source}, line {number}: expected a concept, a year and a title, tab-separated, found '{line}'.");
            }

            origins.Add(Of(cells[0], year, cells[2]));
        }

        return origins;
    }
}
