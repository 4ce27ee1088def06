using Stemma.GraphBuilder.Extraction;
using Stemma.GraphBuilder.Reading;

namespace Stemma.GraphBuilder.Linking;

/// <summary>A merged paper with what extraction found in it: the input of linking.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Extraction">Its concepts, results and relations; offsets refer to the paper's title and abstract.</param>
public sealed record ExtractedPaper(MergedPaper Paper, PaperExtraction Extraction);
