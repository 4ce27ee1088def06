using System.Numerics;
using Stemma.GraphBuilder.Extraction.Lexicon;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction;

/// <summary>One place where the text names a concept.</summary>
/// <param name="Range">Its tokens, all in one sentence.</param>
/// <param name="Type">Its type in this place.</param>
/// <param name="Confidence">Probability (0..1) that an annotator would mark it so.</param>
/// <param name="By">Rule or model that found it.</param>
/// <param name="Entry">The lexicon entry of the same tokens, or null.</param>
/// <param name="Canonical">The whole name where the text splits it ("Atari … 100k steps"), or null.</param>
internal readonly record struct Mention(
    TokenRange Range, ConceptType Type, double Confidence, string By, LexiconEntry? Entry = null, string? Canonical = null)
{
    /// <summary>The confidence for each kind of <see cref="Tagging.TagSet"/>.</summary>
    public Vector4 Kinds { get; init; }
}
