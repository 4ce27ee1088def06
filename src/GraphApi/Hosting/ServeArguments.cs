using System.Globalization;

namespace Stemma.GraphApi.Hosting;

/// <summary>What the command line asks to serve.</summary>
/// <param name="Inputs">A graph file, a server's address, or files of papers; none for the sample corpus.</param>
/// <param name="Port">Port on 127.0.0.1; null for 5180, or the next free one where that is taken.</param>
/// <param name="User">User name for a server, or null.</param>
/// <param name="PasswordFile">File whose first line is the password, or null.</param>
internal sealed record ServeArguments(IReadOnlyList<string> Inputs, int? Port, string? User, string? PasswordFile)
{
    /// <summary>The port where none is asked for.</summary>
    public const int DefaultPort = 5180;

    /// <summary>What <c>--help</c> prints.</summary>
    public const string Usage =
        """
        Serves a graph of papers and concepts at http://127.0.0.1:5180.

        usage: dotnet run --project src/GraphApi [-- INPUT... [--port N] [--user NAME] [--password-file FILE]]

          (no input)               the sample corpus
          papers.bib more.jsonl.gz files of papers: BibTeX, arXiv or conference JSONL, a copied listing
          graph.stemma             a graph that 'stemma build' wrote
          http://localhost:7474    a graph that lives in Neo4j; the password may also stand in STEMMA_NEO4J_PASSWORD
        """;

    /// <summary>Reads the arguments; framework settings such as <c>--environment=…</c> are left to the framework.</summary>
    /// <exception cref="FormatException">An option is unknown or lacks its value; the message says which.</exception>
    public static ServeArguments Parse(IReadOnlyList<string> args)
    {
        var inputs = new List<string>();
        int? port = null;
        string? user = null, passwordFile = null;
        for (var at = 0; at < args.Count; at++)
        {
            switch (args[at])
            {
                case "--port":
                    port = ReadPort(Next(args, ref at));
                    break;
                case "--user":
                    user = Next(args, ref at);
                    break;
                case "--password-file":
                    passwordFile = Next(args, ref at);
                    break;
                case var option when option.StartsWith("--", StringComparison.Ordinal) && option.Contains('=', StringComparison.Ordinal):
                    break;
                case var option when option.StartsWith('-'):
                    throw new FormatException($"'{option}' is not an option. Try --help.");
                default:
                    inputs.Add(args[at]);
                    break;
            }
        }

        return new ServeArguments(inputs, port, user, passwordFile);
    }

    private static string Next(IReadOnlyList<string> args, ref int at) =>
        ++at < args.Count ? args[at] : throw new FormatException($"'{args[at - 1]}' needs a value.");

    private static int ReadPort(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new FormatException($"'{text}' is not a port; it is a number from 0 to 65535.");
}
