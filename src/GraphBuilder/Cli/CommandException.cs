namespace Stemma.GraphBuilder.Cli;

/// <summary>A user error in a command; the message is one sentence that says what to do.</summary>
/// <param name="message">The sentence.</param>
public sealed class CommandException(string message) : Exception(message);
