using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>Trained models of the role classifier.</summary>
/// <param name="Kinds">Classifier of the paper as a whole (<see cref="PaperKinds"/>).</param>
/// <param name="Words">First pass, one concept at a time: a linear model over words and cues around its mentions.</param>
/// <param name="Net">First pass as well: a net over word vectors around its mentions.</param>
/// <param name="Trees">Second pass: trees over the first-pass probabilities of all concepts of the paper, their positions and the memory; one class per role and one for concepts that an annotator would not list.</param>
/// <param name="Memory">What other papers do with a name.</param>
internal sealed record RoleModel(LinearClassifier Kinds, LinearClassifier Words, RoleNet Net, TreeEnsemble Trees, RoleMemory Memory);
