using Stemma.GraphModel.Database;

namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>A graph file cannot be read or written: a message of one sentence for the user, and the reason.</summary>
public sealed class GraphFileException : GraphUnavailableException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">The reason.</param>
    /// <param name="path">The file.</param>
    /// <param name="message">One sentence that names the file and says what to do.</param>
    /// <param name="innerException">Cause, or null.</param>
    public GraphFileException(GraphFileFault fault, string path, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Fault = fault;
        Path = path;
    }

    /// <summary>The reason.</summary>
    public GraphFileFault Fault { get; }

    /// <summary>The file.</summary>
    public string Path { get; }
}

/// <summary>Why a graph file cannot be read or written.</summary>
public enum GraphFileFault
{
    /// <summary>There is no such file, or it cannot be opened.</summary>
    NotFound,

    /// <summary>The file is not a Stemma graph.</summary>
    NotAGraph,

    /// <summary>The file was written by a newer version of Stemma.</summary>
    NewerFormat,

    /// <summary>The file is shorter than its header states.</summary>
    Truncated,

    /// <summary>A part of the file does not match its checksum, or its container is broken.</summary>
    Damaged,

    /// <summary>Another process is writing the file.</summary>
    Locked,

    /// <summary>Another process has replaced the file since it was opened, so that writing would undo its work.</summary>
    Replaced,

    /// <summary>The file system refused: no space, no permission, no such folder. The previous file is unharmed.</summary>
    CannotWrite,
}
