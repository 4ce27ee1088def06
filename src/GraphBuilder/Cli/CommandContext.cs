using System.CommandLine;

namespace Stemma.GraphBuilder.Cli;

/// <summary>What every command is given.</summary>
/// <param name="Console">Where to write.</param>
/// <param name="Clock">The time.</param>
/// <param name="Verbose">The option that asks for more than a sentence where something goes wrong.</param>
internal sealed record CommandContext(CommandConsole Console, TimeProvider Clock, Option<bool> Verbose);
