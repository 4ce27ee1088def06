using System.Text.Json;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Json;

/// <summary>One way in which papers are written as JSON objects. Stateless.</summary>
public interface IJsonShape
{
    /// <summary>What a person calls it: <c>arXiv metadata</c>.</summary>
    string Name { get; }

    /// <summary>Whether an object is written this way, judged by its field names and their types.</summary>
    bool Fits(JsonElement record);

    /// <summary>The paper. Its title is checked already; <see cref="PaperRecord.Origin"/> is set by the caller.</summary>
    /// <param name="record">An object that fits.</param>
    /// <param name="title">Its title.</param>
    PaperRecord Read(JsonElement record, string title);
}
