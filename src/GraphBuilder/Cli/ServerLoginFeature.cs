using System.CommandLine;

namespace Stemma.GraphBuilder.Cli;

/// <summary>
/// The options for logging in to a server. The password comes from a file or from the environment, never from the command line, where every user of the machine could
/// read it.
/// </summary>
public sealed class ServerLoginFeature
{
    /// <summary>Environment variable with the password, named as in Neo4j's own tools.</summary>
    public const string PasswordVariable = "NEO4J_PASSWORD";

    private readonly Option<string> _user = new("--user") { Description = "User of the server", DefaultValueFactory = _ => "neo4j", HelpName = "name" };

    private readonly Option<string?> _passwordFile = new("--password-file")
    {
        Description = $"File with the password of the server; without it the environment variable {PasswordVariable} counts",
        HelpName = "file",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_user);
        command.Add(_passwordFile);
    }

    /// <summary>User and password; <see cref="ServerLogin.None"/> without a password, for a server without authentication.</summary>
    public ServerLogin Read(ParseResult parsed)
    {
        var password = parsed.GetValue(_passwordFile) is { } file ? ReadPassword(file) : Environment.GetEnvironmentVariable(PasswordVariable);
        return password is null ? ServerLogin.None : new ServerLogin(parsed.GetValue(_user), password);
    }

    private static string ReadPassword(string file) => File.Exists(file)
        ? File.ReadAllText(file).TrimEnd('\r', '\n')
        : throw new CommandException($"{file}: no such file; --password-file names a file that holds the password");
}

/// <summary>Credentials for a server.</summary>
/// <param name="User">Name, or null.</param>
/// <param name="Password">Password, or null.</param>
public sealed record ServerLogin(string? User, string? Password)
{
    /// <summary>No credentials.</summary>
    public static ServerLogin None { get; } = new(null, null);
}
