using Stemma.GraphQuery.Functions;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses types in the notation of Neo4j 5 after <c>IS ::</c>: <c>INTEGER NOT NULL</c>, <c>LIST&lt;STRING&gt;</c>, <c>ANY&lt;DATE | DURATION&gt;</c>.</summary>
internal sealed class TypeParser(TokenReader reader)
{
    /// <summary>Values that a property can hold (Neo4j Cypher manual, "Property types").</summary>
    private const ValueKinds Storable = ValueKinds.Boolean | ValueKinds.Number | ValueKinds.String | ValueKinds.List | ValueKinds.Instant | ValueKinds.Duration;

    /// <summary>Type names of one or more words, longer ones first.</summary>
    private static readonly (string[] Words, string Name, ValueKinds Kinds)[] Names =
    [
        (["LOCAL", "DATETIME"], "LOCAL DATETIME", ValueKinds.LocalDateTime),
        (["LOCAL", "TIME"], "LOCAL TIME", ValueKinds.LocalTime),
        (["ZONED", "DATETIME"], "ZONED DATETIME", ValueKinds.DateTime),
        (["ZONED", "TIME"], "ZONED TIME", ValueKinds.Time),
        (["TIMESTAMP", "WITHOUT", "TIME", "ZONE"], "LOCAL DATETIME", ValueKinds.LocalDateTime),
        (["TIMESTAMP", "WITHOUT", "TIMEZONE"], "LOCAL DATETIME", ValueKinds.LocalDateTime),
        (["TIMESTAMP", "WITH", "TIME", "ZONE"], "ZONED DATETIME", ValueKinds.DateTime),
        (["TIMESTAMP", "WITH", "TIMEZONE"], "ZONED DATETIME", ValueKinds.DateTime),
        (["TIME", "WITHOUT", "TIME", "ZONE"], "LOCAL TIME", ValueKinds.LocalTime),
        (["TIME", "WITHOUT", "TIMEZONE"], "LOCAL TIME", ValueKinds.LocalTime),
        (["TIME", "WITH", "TIME", "ZONE"], "ZONED TIME", ValueKinds.Time),
        (["TIME", "WITH", "TIMEZONE"], "ZONED TIME", ValueKinds.Time),
        (["SIGNED", "INTEGER"], "INTEGER", ValueKinds.Integer),
        (["PROPERTY", "VALUE"], "PROPERTY VALUE", Storable),
        (["ANY", "PROPERTY", "VALUE"], "PROPERTY VALUE", Storable),
        (["ANY", "NODE"], "NODE", ValueKinds.Node),
        (["ANY", "VERTEX"], "NODE", ValueKinds.Node),
        (["ANY", "RELATIONSHIP"], "RELATIONSHIP", ValueKinds.Relationship),
        (["ANY", "EDGE"], "RELATIONSHIP", ValueKinds.Relationship),
        (["ANY", "MAP"], "MAP", ValueKinds.Map),
        (["ANY", "VALUE"], "ANY", ValueKinds.Any),
        (["BOOLEAN"], "BOOLEAN", ValueKinds.Boolean),
        (["BOOL"], "BOOLEAN", ValueKinds.Boolean),
        (["STRING"], "STRING", ValueKinds.String),
        (["VARCHAR"], "STRING", ValueKinds.String),
        (["INTEGER"], "INTEGER", ValueKinds.Integer),
        (["INT"], "INTEGER", ValueKinds.Integer),
        (["FLOAT"], "FLOAT", ValueKinds.Float),
        (["DATE"], "DATE", ValueKinds.Date),
        (["DURATION"], "DURATION", ValueKinds.Duration),
        (["NODE"], "NODE", ValueKinds.Node),
        (["VERTEX"], "NODE", ValueKinds.Node),
        (["RELATIONSHIP"], "RELATIONSHIP", ValueKinds.Relationship),
        (["EDGE"], "RELATIONSHIP", ValueKinds.Relationship),
        (["MAP"], "MAP", ValueKinds.Map),
        (["PATH"], "PATH", ValueKinds.Path),
        (["PATHS"], "PATH", ValueKinds.Path),
    ];

    /// <summary>Parses a type and its alternatives.</summary>
    /// <param name="alternatives">False if a bar ends the enclosing expression.</param>
    public CypherType Parse(bool alternatives = true)
    {
        using var level = reader.Enter();
        var types = new List<TypeAlternative>();
        do
        {
            types.AddRange(ParseAlternative());
        }
        while (alternatives && reader.TryTake(TokenKind.Bar));
        return new CypherType(types);
    }

    private IReadOnlyList<TypeAlternative> ParseAlternative()
    {
        if (reader.TryTake("NULL"))
        {
            return [new TypeAlternative("NULL", ValueKinds.None, null, TakesNull: true)];
        }

        if (reader.TryTake("NOTHING"))
        {
            return [new TypeAlternative("NOTHING", ValueKinds.None, null, TakesNull: false)];
        }

        if (reader.TryTake("LIST") || reader.TryTake("ARRAY"))
        {
            var items = ParseItems();
            return [new TypeAlternative("LIST", ValueKinds.List, items, TakesNull: !TryTakeNotNull())];
        }

        foreach (var (words, name, kinds) in Names)
        {
            if (reader.TryTake(words))
            {
                return [new TypeAlternative(name, kinds, null, TakesNull: !TryTakeNotNull())];
            }
        }

        return reader.TryTake("ANY") ? ParseAny() : throw reader.Unexpected("a type such as INTEGER, STRING or LIST<ANY>");
    }

    private IReadOnlyList<TypeAlternative> ParseAny()
    {
        var inner = reader.Is(TokenKind.Less) ? ParseItems() : null;
        return inner?.Alternatives ?? [new TypeAlternative("ANY", ValueKinds.Any, null, TakesNull: !TryTakeNotNull())];
    }

    private CypherType? ParseItems()
    {
        if (!reader.TryTake(TokenKind.Less))
        {
            return null;
        }

        var items = Parse();
        reader.Expect(TokenKind.Greater, "'>'");
        return items;
    }

    private bool TryTakeNotNull() => reader.TryTake("NOT", "NULL") || reader.TryTake(TokenKind.Exclamation);
}
