using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>What one paper says of one concept, after entries of its extraction that link to the same concept were joined.</summary>
/// <param name="Concept">Index of the concept.</param>
/// <param name="Role">The strongest role, see <see cref="PaperLinks"/>.</param>
/// <param name="Confidence">0..1.</param>
/// <param name="By">Rule or model that decided; with <see cref="Disbelieved"/> at its end where its role was not believed.</param>
/// <param name="Evidence">Sentence and mention of the entry that shows the role.</param>
/// <param name="Surfaces">Distinct surface forms of all entries, in text order.</param>
internal sealed record ConceptLink(int Concept, ConceptRole Role, double Confidence, string By, Evidence Evidence, IReadOnlyList<string> Surfaces)
{
    /// <summary>Ends the rule of a role that was not believed.</summary>
    public const string Disbelieved = ".disbelieved";
}
