using Stemma.GraphModel.Database;

namespace Stemma.GraphStore.Neo4j;

/// <summary>Address of a Neo4j server, and the credentials for it.</summary>
/// <param name="Server">Root address, <c>http</c> or <c>https</c>.</param>
/// <param name="Database">Database on that server. The default is <c>neo4j</c>.</param>
/// <param name="User">User name, or null if the server requires none.</param>
/// <param name="Password">Password; never printed.</param>
public sealed record Neo4jAddress(Uri Server, string Database = "neo4j", string? User = null, string? Password = null)
{
    private static readonly string[] DriverSchemes = ["bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"];

    /// <summary>Whether a text is meant as the address of a server rather than as a file.</summary>
    public static bool LooksLike(string text) => text.Contains("://", StringComparison.Ordinal);

    /// <summary>Whether a text is an address that only the official driver can use: <c>bolt://</c>, <c>neo4j://</c> and their encrypted forms.</summary>
    public static bool NeedsDriver(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && DriverSchemes.Contains(uri.Scheme, StringComparer.Ordinal);

    /// <summary>Parses <c>http://host:7474</c>, or <c>http://host:7474/name</c> for a database other than <c>neo4j</c>.</summary>
    /// <exception cref="GraphUnavailableException">The text is not an address, or its scheme is not supported; the message says what to do.</exception>
    public static Neo4jAddress Parse(string text, string? user = null, string? password = null)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            throw new GraphUnavailableException($"'{text}' is not an address. Write it as http://localhost:7474.");
        }

        if (DriverSchemes.Contains(uri.Scheme, StringComparer.Ordinal))
        {
            throw new GraphUnavailableException(
                $"{uri.Scheme}:// needs the official driver, which this build leaves out. Use the server's HTTP address (usually http://{uri.Host}:7474), or build with -p:Neo4jDriver=true.");
        }

        if (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps)
        {
            throw new GraphUnavailableException($"'{uri.Scheme}' is not a scheme of Neo4j. Write the address as http://localhost:7474.");
        }

        var database = uri.AbsolutePath.Trim('/');
        return new Neo4jAddress(new Uri(uri.GetLeftPart(UriPartial.Authority)), database.Length == 0 ? "neo4j" : Uri.UnescapeDataString(database), user, password);
    }

    /// <summary>The address without the password.</summary>
    public override string ToString() => Database == "neo4j" ? Server.ToString().TrimEnd('/') : $"{Server.ToString().TrimEnd('/')}/{Database}";
}
