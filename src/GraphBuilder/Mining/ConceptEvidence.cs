using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Mining;

/// <summary>What the graph records about one concept.</summary>
/// <param name="Id">Its id in the graph.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Aliases">Other names, in the graph's order.</param>
/// <param name="Types">One or two.</param>
/// <param name="Papers">Number of papers that name it.</param>
/// <param name="FirstYear">Year of the earliest of these papers, or null.</param>
/// <param name="IsAmbiguous">Whether some mentions of its name could not be distinguished from another concept's.</param>
public sealed record ConceptEvidence(
    string Id, string Name, IReadOnlyList<NameEvidence> Aliases, IReadOnlyList<ConceptType> Types, int Papers, int? FirstYear, bool IsAmbiguous)
{
    /// <summary>Number of papers by role, strongest role first; roles without papers are left out.</summary>
    public IReadOnlyList<(ConceptRole Role, int Papers)> Roles { get; init; } = [];

    /// <summary>Mean confidence of its mentions, 0..1.</summary>
    public double Confidence { get; init; }

    /// <summary>Papers that introduce it, oldest first.</summary>
    public IReadOnlyList<Introduction> Introductions { get; init; } = [];

    /// <summary>The mention with the highest extraction confidence; null until requested.</summary>
    public ExampleMention? Example { get; init; }

    /// <summary>Number of papers with the concept in a role.</summary>
    public int CountOf(ConceptRole role) => Roles.FirstOrDefault(count => count.Role == role).Papers;
}

/// <summary>Another name of a concept.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Reason">Why the linker made it an alias: <c>acronym</c>, <c>spelling</c>, <c>long form</c>, <c>same text</c>.</param>
/// <param name="Papers">Number of papers that use it.</param>
public sealed record NameEvidence(string Name, string Reason, int Papers);

/// <summary>A paper that introduces a concept.</summary>
/// <param name="Paper">Its id.</param>
/// <param name="Rule">The rule behind the claim: <c>definition.title</c>, <c>definition.called</c>, <c>role.model</c>.</param>
public sealed record Introduction(string Paper, string Rule)
{
    /// <summary>Whether the text defines the name ("X: a subtitle", "called X", "we propose X").</summary>
    public bool IsDefinition => Rule.StartsWith("definition.", StringComparison.Ordinal);
}

/// <summary>A mention of a concept.</summary>
/// <param name="Paper">Id of the paper.</param>
/// <param name="Field"><c>title</c> or <c>abstract</c>.</param>
/// <param name="Start">Zero-based UTF-16 offset of the name in the field.</param>
/// <param name="End">Its exclusive end.</param>
public sealed record ExampleMention(string Paper, string Field, int Start, int End);
