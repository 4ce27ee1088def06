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

    /// <summary>Maximum number of other spellings that are counted with a name.</summary>
    private const int MostSpellings = 4;

    /// <summary>Maximum edit distance for names of eight letters or more; shorter names allow 1.</summary>
    private const int MostSlips = 2;

    /// <summary>True if a text of two or three words is exactly the name of an author.</summary>
    public async Task<bool> IsNameAsync(string text, CancellationToken cancellationToken) =>
        text.Split(' ').Length is 2 or 3 && (await CountAsync([AuthorIds.Of(text)], cancellationToken).ConfigureAwait(false)).Count > 0;

    /// <summary>One author, or the two of "A and B".</summary>
    public async Task<IReadOnlyList<FoundAuthor>> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var whole = await FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (whole.Id is null && NameSplitter.IntoPair(name) is { } both)
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
            return await WithSpellingsAsync(name, exact[0], cancellationToken).ConfigureAwait(false);
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

    /// <summary>
    /// An author with the other spellings of the name: the same given name and surname, and middle initials that agree ("Geoffrey Hinton", "Geoffrey E. Hinton"). If those of others
    /// disagree with each other, nobody knows whose initial is left out, and they are only listed, as is who may stand behind an initial ("Y. LeCun").
    /// </summary>
    private async Task<FoundAuthor> WithSpellingsAsync(string name, (string Id, string Name, long Papers) author, CancellationToken cancellationToken)
    {
        var parts = author.Id[AuthorIds.Scheme.Length..].Split('-');
        if (parts.Length < 2)
        {
            return new FoundAuthor(name, author.Id, author.Name, []);
        }

        var rows = await RunAsync(AskQueries.AuthorsNamed, [("begin", GraphValue.From($"{AuthorIds.Scheme}{parts[0]}{(parts[0].Length == 1 ? "" : "-")}")), ("end", GraphValue.From("-" + parts[^1]))], cancellationToken).ConfigureAwait(false);
        var ids = rows.Rows.Select(row => row[0].AsString()).Where(id => id != author.Id && Initials(id) is not null).ToList();
        var others = (await CountAsync(ids, cancellationToken).ConfigureAwait(false)).OrderByDescending(other => other.Papers).ThenBy(other => other.Id, StringComparer.Ordinal).ToList();
        var agreeing = others.Where(other => parts[0].Length > 1 && Agree(Initials(author.Id), Initials(other.Id))).ToList();
        var same = agreeing.TrueForAll(other => agreeing.TrueForAll(another => Agree(Initials(other.Id), Initials(another.Id)))) ? agreeing : [];
        var near = parts[0].Length == 1 ? others : same.Count == 0 ? agreeing : [];
        return new FoundAuthor(name, author.Id, author.Name, [.. near.Take(MostNear).Select(other => other.Name)])
        {
            Spellings = same.Count == 0 ? [] : [author, .. same.Take(MostSpellings)],
        };
    }

    /// <summary>The middle initials of an id, as one text; null if a middle part is a whole name.</summary>
    private static string? Initials(string id)
    {
        var parts = id[AuthorIds.Scheme.Length..].Split('-');
        return parts.Length >= 2 && parts[1..^1].All(part => part.Length == 1) ? string.Concat(parts[1..^1]) : null;
    }

    /// <summary>True if one name has the initials of the other, or leaves some out at the end.</summary>
    private static bool Agree(string? first, string? second) => first is not null && second is not null
        && (first.StartsWith(second, StringComparison.Ordinal) || second.StartsWith(first, StringComparison.Ordinal));

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
    /// <summary>The author and the other spellings of the name, with the number of papers of each; empty if there is only one spelling.</summary>
    public IReadOnlyList<(string Id, string Name, long Papers)> Spellings { get; init; } = [];

    /// <summary>Ids of the author under all spellings; empty if none matches.</summary>
    public IReadOnlyList<string> Ids => Id is null ? [] : Spellings.Count == 0 ? [Id] : [.. Spellings.Select(spelling => spelling.Id)];

    /// <summary>True if the typed name differs from the author's in more than case, accents and order of its parts.</summary>
    public bool IsCorrected => Id is not null && !NameKey.Slug(Typed).Split('-').Order(StringComparer.Ordinal).SequenceEqual(NameKey.Slug(Name).Split('-').Order(StringComparer.Ordinal));
}
