namespace Stemma.Benchmarks.Engines;

/// <summary>An engine gave no outcome; the message says what it wrote.</summary>
internal sealed class EngineFailedException(string message) : Exception(message);
