using Stemma.Testing;

namespace Stemma.GraphBuilderTests.Publishing;

/// <summary>Tests that share one server: they run one after the other, and each empties it first.</summary>
[CollectionDefinition(nameof(Neo4jCollection))]
public sealed class Neo4jCollection : ICollectionFixture<Neo4jServer>;
