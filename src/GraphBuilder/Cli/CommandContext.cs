using System.CommandLine;

namespace Stemma.GraphBuilder.Cli;

/// <summary>The dependencies that every command shares.</summary>
/// <param name="Console">Where to write.</param>
/// <param name="Clock">The time.</param>
/// <param name="Verbose">The option that prints the details of an error.</param>
internal sealed record CommandContext(CommandConsole Console, TimeProvider Clock, Option<bool> Verbose);
