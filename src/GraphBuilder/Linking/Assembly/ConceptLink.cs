using Stemma.GraphBuilder.Extraction;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Linking.Assembly;

/// <summary>How one paper relates to one concept; entries of its extraction that link to the same concept are merged.</summary>
/// <param name="Concept">Index of the concept.</param>
/// <param name="Role">The strongest role, see <see cref="PaperLinks"/>.</param>
/// <param name="Confidence">0..1.</param>
/// <param name="By">Rule or model that decided; ends in <see cref="Disbelieved"/> if a claim to introduce was rejected.</param>
/// <param name="Evidence">Sentence and mention of the entry that shows the role.</param>
/// <param name="Surfaces">Distinct surface forms of all entries, in text order.</param>
internal sealed record ConceptLink(int Concept, ConceptRole Role, double Confidence, string By, Evidence Evidence, IReadOnlyList<string> Surfaces)
{
    /// <summary>Suffix of the rule of a rejected claim.</summary>
    public const string Disbelieved = ".disbelieved";
}
