using System.Security.Cryptography;
using System.Text;
using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Storing;

/// <summary>Under which key an extraction is cached: everything it depends on, hashed.</summary>
internal static class ExtractionKey
{
    // The lexicon and the models are resources of the assembly, so that its version id stands for rules, lexicon and models together.
    private static readonly string Extractor = typeof(PaperExtractor).Module.ModuleVersionId.ToString();

    /// <summary>32 bytes.</summary>
    public static byte[] Of(PaperRecord record) => SHA256.HashData(Encoding.UTF8.GetBytes($"{Extractor}\n{record.Title}\n{record.Abstract}"));
}
