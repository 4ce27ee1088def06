namespace Stemma.GraphBuilder.Reading;

/// <summary>Thrown if a file named by the user cannot be opened; the message is one sentence with its name.</summary>
/// <param name="message">The sentence.</param>
/// <param name="innerException">Cause, or null.</param>
public sealed class InputFileException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Throws if the path is not a file.</summary>
    public static void ThrowIfNoFile(string file)
    {
        if (Directory.Exists(file))
        {
            throw new InputFileException($"{file}: this is a directory; name the files in it, for instance {Path.Combine(file, "*.jsonl.gz")}");
        }

        if (!File.Exists(file))
        {
            throw new InputFileException($"{file}: no such file");
        }
    }

    /// <summary>Opens a file, and turns the system's error into an <see cref="InputFileException"/>.</summary>
    public static T Guard<T>(string file, Func<string, T> open)
    {
        ThrowIfNoFile(file);
        try
        {
            return open(file);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new InputFileException($"{file}: no permission to read it", fault);
        }
        catch (IOException fault)
        {
            throw new InputFileException($"{file}: cannot be read: {fault.Message}", fault);
        }
    }
}
