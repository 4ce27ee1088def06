namespace Stemma.GraphQuery.Binding;

/// <summary>What a name in a query refers to.</summary>
internal enum AskedKind
{
    /// <summary>A node label.</summary>
    Label,

    /// <summary>A relationship type.</summary>
    Type,

    /// <summary>A label or a type: the kind of entity is not known before the query runs.</summary>
    LabelOrType,

    /// <summary>A property key of nodes or relationships.</summary>
    Key,
}

/// <summary>A name that a query looks up in the graph, with the position of its first occurrence.</summary>
internal sealed record AskedName(AskedKind Kind, string Name, TextPlace Place);
