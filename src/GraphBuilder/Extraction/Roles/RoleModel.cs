using Stemma.GraphBuilder.Extraction.Models;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>What the role classifier has learnt.</summary>
/// <param name="Kinds">Look at the paper as a whole (<see cref="PaperKinds"/>).</param>
/// <param name="Words">First look, one concept at a time: a linear model over words and cues around its mentions.</param>
/// <param name="Net">First look besides: a net over word vectors around its mentions.</param>
/// <param name="Trees">Second look: trees over the first look of all concepts of the paper, their places and the memory; one class a role and one for what a reader would not list.</param>
/// <param name="Memory">What other papers do with a name.</param>
internal sealed record RoleModel(LinearClassifier Kinds, LinearClassifier Words, RoleNet Net, TreeEnsemble Trees, RoleMemory Memory);
