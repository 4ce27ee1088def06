namespace Stemma.GraphStore.Embedded.Storage;

/// <summary>Description of a graph file, available without loading the graph.</summary>
/// <param name="Nodes">Number of nodes.</param>
/// <param name="Relationships">Number of relationships.</param>
/// <param name="Checksum">Digest of the graph's sections: equal for equal graphs built in the same order, 32 hexadecimal digits.</param>
/// <param name="Sources">What it was built from, for human readers.</param>
public sealed record GraphFileDescription(int Nodes, int Relationships, string Checksum, string Sources);

/// <summary>An extraction in the cache.</summary>
/// <param name="Hash">32 bytes: hash of the text and of everything else that the extraction depends on.</param>
/// <param name="Content">The extraction, in the writer's own encoding.</param>
public readonly record struct StoredExtraction(byte[] Hash, byte[] Content);

/// <summary>A paper as read, kept so that a later run can append to the graph.</summary>
/// <param name="Id">Paper id.</param>
/// <param name="Content">The record, in the writer's own encoding.</param>
public readonly record struct StoredRecord(string Id, byte[] Content);
