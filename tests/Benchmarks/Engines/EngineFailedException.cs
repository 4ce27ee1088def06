namespace Stemma.Benchmarks.Engines;

/// <summary>An engine produced no outcome; the message contains its output.</summary>
internal sealed class EngineFailedException(string message) : Exception(message);
