using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>What a name in a query stands for.</summary>
internal enum AskedKind
{
    /// <summary>A label of nodes.</summary>
    Label,

    /// <summary>A type of relationships.</summary>
    Type,

    /// <summary>A label or a type: what is asked is not known beforehand.</summary>
    LabelOrType,

    /// <summary>A property key of nodes or relationships.</summary>
    Key,
}

/// <summary>A name that a query looks for in the graph, where it is written first.</summary>
internal sealed record AskedName(AskedKind Kind, string Name, TextPlace Place)
{
    /// <summary>The names in an expression of labels or types.</summary>
    public static IEnumerable<LabelName> In(LabelExpression? labels) => labels switch
    {
        LabelName name => [name],
        NotLabel not => In(not.Operand),
        BothLabels both => In(both.Left).Concat(In(both.Right)),
        EitherLabel either => In(either.Left).Concat(In(either.Right)),
        _ => [],
    };
}
