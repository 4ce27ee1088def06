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
internal sealed record AskedName(AskedKind Kind, string Name, TextPlace Place);
