namespace Stemma.GraphBuilder.Linking.Names;

/// <summary>Ids of authors. Papers give only the names of authors, so namesakes share an id.</summary>
public static class AuthorIds
{
    /// <summary>Prefix of the ids.</summary>
    internal const string Scheme = "author:";

    /// <summary>The id of the author with a name; case, accents and hyphens make no difference.</summary>
    public static string Of(string name) => Scheme + NameKey.Slug(name);
}
