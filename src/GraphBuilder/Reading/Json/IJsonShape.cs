using System.Text.Json;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>One layout of papers as JSON objects. Stateless.</summary>
public interface IJsonShape
{
    /// <summary>Display name: <c>arXiv metadata</c>.</summary>
    string Name { get; }

    /// <summary>Whether an object has this shape, judged by its field names and their types.</summary>
    bool Fits(JsonElement record);

    /// <summary>Reads the paper. Its title has been checked; <see cref="PaperRecord.Origin"/> is set by the caller.</summary>
    /// <param name="record">An object that fits.</param>
    /// <param name="title">Its title.</param>
    PaperRecord Read(JsonElement record, string title);
}
