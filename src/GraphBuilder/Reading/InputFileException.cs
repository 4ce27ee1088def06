namespace Stemma.GraphBuilder.Reading;

/// <summary>A file that the user named and that cannot be opened: one sentence with its name.</summary>
/// <param name="message">The sentence.</param>
/// <param name="innerException">Cause, or null.</param>
public sealed class InputFileException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Throws where the path leads to no file.</summary>
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

    /// <summary>Opens a file, and turns what the system says against it into a sentence.</summary>
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
