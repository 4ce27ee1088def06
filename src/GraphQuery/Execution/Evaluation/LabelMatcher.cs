using System.Diagnostics;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution.Evaluation;

/// <summary>Evaluates a label expression on nodes, or a type expression on relationships.</summary>
internal abstract class LabelMatcher
{
    /// <summary>Compiles an expression over labels, or over relationship types if <paramref name="ofTypes"/>.</summary>
    public static LabelMatcher Compile(LabelExpression expression, StatementNames names, bool ofTypes) => expression switch
    {
        LabelName name => new Named(ofTypes ? names.Type(name.Name) : names.Label(name.Name)),
        AnyLabel => new Labelled(),
        NotLabel not => new Negated(Compile(not.Operand, names, ofTypes)),
        BothLabels both => new Both(Compile(both.Left, names, ofTypes), Compile(both.Right, names, ofTypes)),
        EitherLabel either => new Either(Compile(either.Left, names, ofTypes), Compile(either.Right, names, ofTypes)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether a node's labels satisfy the expression.</summary>
    public abstract bool MatchesNode(RunContext context, int node);

    /// <summary>Whether a relationship's type satisfies the expression.</summary>
    public abstract bool MatchesRelationship(RunContext context, int relationship);

    private sealed class Named(int name) : LabelMatcher
    {
        public override bool MatchesNode(RunContext context, int node) => context.Labels[name] is var token and >= 0 && context.Graph.HasLabel(node, token);

        public override bool MatchesRelationship(RunContext context, int relationship) => context.Types[name] == context.Graph.TypeOf(relationship);
    }

    private sealed class Labelled : LabelMatcher
    {
        public override bool MatchesNode(RunContext context, int node) => context.Graph.LabelsOf(node).Length > 0;

        public override bool MatchesRelationship(RunContext context, int relationship) => true;
    }

    private sealed class Negated(LabelMatcher operand) : LabelMatcher
    {
        public override bool MatchesNode(RunContext context, int node) => !operand.MatchesNode(context, node);

        public override bool MatchesRelationship(RunContext context, int relationship) => !operand.MatchesRelationship(context, relationship);
    }

    private sealed class Both(LabelMatcher left, LabelMatcher right) : LabelMatcher
    {
        public override bool MatchesNode(RunContext context, int node) => left.MatchesNode(context, node) && right.MatchesNode(context, node);

        public override bool MatchesRelationship(RunContext context, int relationship) =>
            left.MatchesRelationship(context, relationship) && right.MatchesRelationship(context, relationship);
    }

    private sealed class Either(LabelMatcher left, LabelMatcher right) : LabelMatcher
    {
        public override bool MatchesNode(RunContext context, int node) => left.MatchesNode(context, node) || right.MatchesNode(context, node);

        public override bool MatchesRelationship(RunContext context, int relationship) =>
            left.MatchesRelationship(context, relationship) || right.MatchesRelationship(context, relationship);
    }
}
