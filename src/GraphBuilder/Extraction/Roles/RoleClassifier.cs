using Stemma.GraphBuilder.Extraction.Models;
using Stemma.GraphBuilder.Text;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Assigns each concept one role, and drops concepts that an annotator would not list. The first pass scores each concept alone, by the words around its mentions; the second pass
/// combines the first-pass probabilities of all concepts with their positions and with what other papers do with the name. The mention with the strongest evidence for the role is shown
/// as evidence, with the nearest cue of that role beside it as the rule; without such a cue the rule is <see cref="ModelRule"/>.
/// </summary>
/// <remarks>
/// <list type="number">
/// <item>The kind of paper: <see cref="PaperKinds"/>.</item>
/// <item>First pass, linear model: <see cref="RoleFeatures"/> of a concept, <see cref="MentionRoleFeatures"/> of each mention.</item>
/// <item>First pass, net: <see cref="RoleView"/>, <see cref="RoleNet"/>.</item>
/// <item>Second pass, trees over all concepts: <see cref="RoleValues"/>.</item>
/// <item>The mention that shows the role best: <see cref="EvidencePicker"/>.</item>
/// <item>Concepts that an annotator would not list are dropped.</item>
/// </list>
/// </remarks>
internal sealed class RoleClassifier(RoleModel model) : IExtractionStage
{
    /// <summary>Rule id where no cue shows the role.</summary>
    public const string ModelRule = "role.model";

    /// <summary>All roles in order.</summary>
    public static readonly ConceptRole[] AllRoles = Enum.GetValues<ConceptRole>();

    /// <summary>Number of roles.</summary>
    public const int Roles = 8;

    /// <summary>Second-pass class of a concept that an annotator would not list; the roles come before it.</summary>
    public const int Unlisted = Roles;

    /// <summary>Number of classes of the second pass.</summary>
    public const int Classes = Roles + 1;

    /// <summary>
    /// Above this probability of <see cref="Unlisted"/> a concept is dropped. Typed F1 in five folds of the training labels: 0.836 without it, 0.844 at 0.5, 0.847 at 0.4; the
    /// higher threshold keeps more.
    /// </summary>
    private const double UnlistedThreshold = 0.5;

    /// <summary>
    /// Weight of builds_on against the other roles. Annotators accept both roles for every third of the concepts that they label as used or built on, so that favouring builds_on
    /// costs little: role accuracy in five folds is the same at 1 and 1.4, and recall of builds_on rises by 0.06; a value between the two balances recall against precision.
    /// </summary>
    private const double BasisLean = 1.25;

    /// <summary>
    /// Below this probability an introduction gives way to the next role. F1 of introduces in five folds: 0.793 without it, 0.824 at 0.4, 0.831 at 0.5; from there on recall falls
    /// below precision.
    /// </summary>
    private const double LeastIntroduction = 0.4;

    /// <summary>From this first-pass probability of a defining mention on, its concept is introduced, whatever other papers do with the name.</summary>
    private const double OwnWord = 0.7;

    /// <inheritdoc/>
    public Layers Requires => Layers.Types | Layers.Joins | Layers.Cues | Layers.Definitions;

    /// <inheritdoc/>
    public Layers Assigns => Layers.Roles;

    /// <inheritdoc/>
    public void Annotate(PaperDocument document)
    {
        var covered = document.Covered();
        Look(document, model.Kinds, model.Words, model.Net, model.Memory, covered);
        document.Batch.Begin(RoleValues.Count, Classes);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            RoleValues.Write(document, at, model.Memory, covered, document.Batch.Add());
        }

        document.Batch.Run(model.Trees);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            var classes = document.Batch.Classes(at);
            Decide(document.Concepts[at], classes);
            TakeOwnWord(document, at, classes);
        }

        EvidencePicker.Pick(document, covered);
        DropUnlisted(document);
    }

    /// <summary>Runs the first pass over the paper, all concepts and mentions, and keeps the probabilities in the document's role buffers; training does the same.</summary>
    public static void Look(PaperDocument document, LinearClassifier kinds, LinearClassifier words, RoleNet net, RoleMemory memory, TokenCoverage covered)
    {
        document.Roles.Reset(document);
        PaperKinds.WriteFeatures(document, document.Features);
        kinds.Predict(document.Features.Items, document.Roles.Kinds);
        for (var at = 0; at < document.Concepts.Count; at++)
        {
            Gather(document, at, memory, covered, words);
            words.Predict(document.Roles.All.Items, document.Roles.First(at));
        }

        document.Roles.View.Read(document, net.Words, memory);
        net.Predict(document.Roles.View, document.Roles.Units, document.Roles.Net());
    }

    /// <summary>Collects all features of a concept in the role buffer's bag; where <paramref name="words"/> is given, also scores each mention with it.</summary>
    public static void Gather(PaperDocument document, int at, RoleMemory memory, TokenCoverage covered, LinearClassifier? words)
    {
        var concept = document.Concepts[at];
        var (all, bag) = (document.Roles.All, document.Features);
        RoleFeatures.WriteConcept(document, concept, memory.Find(concept), all);
        for (var mention = 0; mention < concept.Mentions.Count; mention++)
        {
            bag.Clear();
            MentionRoleFeatures.Write(document, concept, concept.Mentions[mention], covered, bag);
            words?.Predict(bag.Items, document.Roles.First(at, mention));
            all.AddAll(bag);
        }
    }

    private static void Decide(ConceptDraft concept, ReadOnlySpan<double> classes)
    {
        var (best, most) = (ConceptRole.Mentions, 0.0);
        foreach (var role in AllRoles)
        {
            var weight = role == ConceptRole.BuildsOn ? BasisLean * classes[(int)role]
                : role == ConceptRole.Introduces && classes[(int)role] < LeastIntroduction ? 0
                : classes[(int)role];
            (best, most) = weight > most ? (role, weight) : (best, most);
        }

        var listed = Math.Max(1 - classes[Unlisted], 1e-6);
        concept.Role = best;
        concept.RoleConfidence = classes[(int)best] / listed;
        concept.Confidence *= Math.Min(1, listed / concept.Judgement);
        concept.Judgement = listed;
    }

    /// <summary>
    /// A definition in the text outweighs what other papers do with the name: all but one of the papers that name PPO use it, and one introduced it.
    /// </summary>
    private static void TakeOwnWord(PaperDocument document, int at, ReadOnlySpan<double> classes)
    {
        var concept = document.Concepts[at];
        if (concept.Role == ConceptRole.Introduces)
        {
            return;
        }

        var said = 0.0;
        for (var mention = 0; mention < concept.Mentions.Count; mention++)
        {
            var range = concept.Mentions[mention].Range;
            if (IsDefined(document, range))
            {
                said = Math.Max(said, document.Roles.First(at, mention)[(int)ConceptRole.Introduces]);
            }
        }

        if (said >= OwnWord)
        {
            concept.Role = ConceptRole.Introduces;
            concept.RoleConfidence = (said + (classes[(int)ConceptRole.Introduces] / concept.Judgement)) / 2;
        }
    }

    private static bool IsDefined(PaperDocument document, TokenRange range)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition.Range.Overlaps(range))
            {
                return true;
            }
        }

        return false;
    }

    private static void DropUnlisted(PaperDocument document)
    {
        if (document.Concepts.RemoveAll(concept => concept.Judgement < 1 - UnlistedThreshold) == 0)
        {
            return;
        }

        document.Mentions.Clear();
        foreach (var concept in document.Concepts)
        {
            document.Mentions.AddRange(concept.Mentions);
        }

        document.Mentions.Sort((left, right) => left.Range.First.CompareTo(right.Range.First));
    }
}
