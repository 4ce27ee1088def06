namespace Stemma.GraphBuilder.Cli;

/// <summary>The user's mistake in a command: one sentence that says what to do.</summary>
/// <param name="message">The sentence.</param>
public sealed class CommandException(string message) : Exception(message);
