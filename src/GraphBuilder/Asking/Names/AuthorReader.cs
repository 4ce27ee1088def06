using Stemma.GraphBuilder.Asking.Querying;
using Stemma.GraphBuilder.Linking.Names;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Names;

/// <summary>Resolves typed names to authors: by full name, by name with its parts in another order, by surname alone or with an initial, and by closest spelling.</summary>
internal sealed class AuthorReader(IGraphDatabase database)
{
    /// <summary>A candidate is chosen if it has at least this many times the papers of the next.</summary>
    private const int Dominance = 4;

    /// <summary>Maximum number of other candidates that are listed.</summary>
    private const int MostNear = 4;

    /// <summary>Maximum edit distance for names of eight letters or more; shorter names allow 1.</summary>
    private const int MostSlips = 2;

    /// <summary>True if a text of two or three words is exactly the name of an author.</summary>
    public async Task<bool> IsNameAsync(string text, CancellationToken cancellationToken) =>
        text.Split(' ').Length is 2 or 3 && (await CountAsync([AuthorIds.Of(text)], cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>One author, or the two of "A and B".</summary>
    public async Task<IReadOnlyList<FoundAuthor>> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var whole = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (whole.Id is null && NameReader.SplitPair(name) is { } both)
        {
            return [await FindAsync(both.First, cancellationToken).ConfigureAwait(false), await FindAsync(both.Second, cancellationToken).ConfigureAwait(false)];
        }

        return [whole];
    }

    private async Task<FoundAuthor> FindAsync(string name, CancellationToken cancellationToken)
    {
        var exact = await CountAsync([AuthorIds.Of(name), .. Turned(name).Select(AuthorIds.Of)], cancellationToken).ConfigureAwait(false);
        if (exact.Count > 0)
        {
            return new FoundAuthor(name, exact[0].Id, exact[0].Name, []);
        }

        var slug = NameKey.Slug(name);
        if (slug.Length == 0 || name.Contains(" and ", StringComparison.OrdinalIgnoreCase))
        {
            return new FoundAuthor(name, null, name, []);
        }

        var (given, surname) = (slug.Split('-')[0], slug.Split('-')[^1]);
        var rows = await RunAsync(AskQueries.AuthorsLike, [("begin", GraphValue.From($"{AuthorIds.Scheme}{given}-")), ("end", GraphValue.From("-" + surname))], cancellationToken).ConfigureAwait(false);
        var like = rows.Rows.Select(row => row[0].AsString()).Where(id => IsLike(id[AuthorIds.Scheme.Length..], slug, given, surname)).ToList();
        var near = (await CountAsync(like, cancellationToken).ConfigureAwait(false)).OrderByDescending(author => author.Papers).ThenBy(author => author.Id, StringComparer.Ordinal).ToList();
        return near.Count > 0 && (near.Count == 1 || near[0].Papers >= Dominance * near[1].Papers)
            ? new FoundAuthor(name, near[0].Id, near[0].Name, [.. near.Skip(1).Take(MostNear).Select(author => author.Name)])
            : new FoundAuthor(name, null, name, [.. near.Take(MostNear).Select(author => author.Name)]);
    }

    /// <summary>"Levine" and "S. Levine" match Sergey Levine, and so does the misspelled "Sergey Levin"; "Lionel Levine" does not.</summary>
    private static bool IsLike(string id, string slug, string given, string surname)
    {
        var parts = id.Split('-');
        return slug == surname
            ? parts.Length == 2 && parts[1] == surname
            : given.Length == 1 && parts[^1] == surname
            ? parts[0].StartsWith(given, StringComparison.Ordinal)
            : EditDistance.IsWithin(slug, id, slug.Length < 8 ? 1 : MostSlips);
    }

    /// <summary>"Levine, Sergey" and "He Kaiming" with the surname moved to the end.</summary>
    private static IEnumerable<string> Turned(string name)
    {
        var parts = name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is 2 or 3 ? [string.Join(' ', parts.Skip(1).Append(parts[0]))] : [];
    }

    private async Task<List<(string Id, string Name, long Papers)>> CountAsync(List<string> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? []
        : [.. (await RunAsync(AskQueries.AuthorsById, [("ids", GraphValue.FromStrings(ids))], cancellationToken).ConfigureAwait(false)).Rows.Select(row => (row[0].AsString(), row[1].AsString(), row[2].AsInteger()))];

    private Task<QueryRows> RunAsync(string cypher, (string Name, GraphValue Value)[] parameters, CancellationToken cancellationToken) =>
        database.ReadAllAsync(cypher, parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal), QueryOptions.Reading with { MaxRows = null }, cancellationToken);
}

/// <summary>The author that a typed name resolved to.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Id">Id of the author, or null if none matches.</param>
/// <param name="Name">Name of the author; the typed name if none matches.</param>
/// <param name="Near">Other candidates.</param>
internal sealed record FoundAuthor(string Typed, string? Id, string Name, IReadOnlyList<string> Near)
{
    /// <summary>True if the typed name differs from the author's in more than case, accents and order of its parts.</summary>
    public bool IsCorrected => Id is not null && !NameKey.Slug(Typed).Split('-').Order(StringComparer.Ordinal).SequenceEqual(NameKey.Slug(Name).Split('-').Order(StringComparer.Ordinal));
}
