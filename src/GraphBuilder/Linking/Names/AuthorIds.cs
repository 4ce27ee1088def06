namespace Stemma.GraphBuilder.Linking.Names;

/// <summary>Ids of authors: all that papers give of an author is the name, so that namesakes are one.</summary>
public static class AuthorIds
{
    /// <summary>What each begins with.</summary>
    internal const string Scheme = "author:";

    /// <summary>The id of the author with a name: the same for other capitals, accents and hyphens.</summary>
    public static string Of(string name) => Scheme + NameKey.Slug(name);
}
