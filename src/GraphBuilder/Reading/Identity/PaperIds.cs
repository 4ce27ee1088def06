using System.Security.Cryptography;
using System.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading.Identity;

/// <summary>Derives paper ids from a record's identifiers, or else from a hash of its folded title and year.</summary>
public static class PaperIds
{
    /// <summary>The record's identifiers as prefixed ids, in order of preference; may be empty.</summary>
    public static IEnumerable<PaperId> Carried(PaperRecord record)
    {
        if (record.Doi is { } doi)
        {
            yield return new PaperId("doi:" + doi);
        }

        if (record.Arxiv is { } arxiv)
        {
            yield return new PaperId("arxiv:" + arxiv);
        }

        if (record.OpenReview is { } forum)
        {
            yield return new PaperId("openreview:" + forum);
        }

        if (record.SemanticScholar is { } paper)
        {
            yield return new PaperId("s2:" + paper);
        }

        if (record.OpenAlex is { } work)
        {
            yield return new PaperId("openalex:" + work);
        }
    }

    /// <summary>The id of a record without identifiers: <c>title:</c> and 16 hexadecimal digits.</summary>
    public static PaperId ByTitle(PaperRecord record) => Hashed($"{FoldedText.TitleKey(record.Title)}\n{record.Year}");

    /// <summary>The id if different papers of one input share title and year ("Preface"): authors and abstract distinguish them.</summary>
    public static PaperId ByContent(PaperRecord record) => Hashed(
        $"{FoldedText.TitleKey(record.Title)}\n{record.Year}\n{string.Join(';', record.Authors.Select(FoldedText.Words))}\n{FoldedText.Words(record.Abstract)}");

    private static PaperId Hashed(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return new PaperId($"title:{Convert.ToHexStringLower(hash[..8])}");
    }
}
