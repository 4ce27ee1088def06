namespace Stemma.GraphQuery.Binding;

/// <summary>What a name in a query refers to.</summary>
internal enum AskedKind
{
    /// <summary>A node label.</summary>
    Label,

    /// <summary>A relationship type.</summary>
    Type,

    /// <summary>A label or a type: which one is not known before the run.</summary>
    LabelOrType,

    /// <summary>A property key of nodes or relationships.</summary>
    Key,
}

/// <summary>A name that a query looks up in the graph, at its first occurrence.</summary>
internal sealed record AskedName(AskedKind Kind, string Name, TextPlace Place);
