using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>What one paper says of one concept, after entries of its extraction that link to the same concept were joined.</summary>
/// <param name="Concept">Index of the concept.</param>
/// <param name="Role">The strongest role, see <see cref="PaperLinks"/>.</param>
/// <param name="Confidence">0..1.</param>
/// <param name="Source">The entry that shows the role.</param>
/// <param name="Surfaces">Distinct surface forms of all entries, in text order.</param>
internal sealed record ConceptLink(int Concept, ConceptRole Role, double Confidence, ExtractedConcept Source, IReadOnlyList<string> Surfaces);
