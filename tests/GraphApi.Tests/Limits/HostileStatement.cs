namespace Stemma.GraphApiTests.Limits;

/// <summary>A statement that would run for ever, fill the memory or exhaust the stack, and the limit that stops it. It suits any graph whose relationships form cycles.</summary>
/// <param name="Name">What is hostile about it.</param>
/// <param name="Text">The statement.</param>
/// <param name="StoppedBy">The limit that stops it.</param>
public sealed record HostileStatement(string Name, string Text, HostileStop StoppedBy)
{
    /// <summary>All hostile statements.</summary>
    public static IReadOnlyList<HostileStatement> All { get; } =
    [
        new("product of four", "MATCH (a), (b), (c), (d) WHERE a.name + b.name = c.name + d.name + '!' RETURN count(*)", HostileStop.Time),
        new("walks of up to thirty steps", "MATCH (a)-[*1..30]-(b) WHERE a.name + b.name = '!' RETURN count(*)", HostileStop.Time),
        new("walks without bound", "MATCH p = (a)-[*]-(b) WHERE length(p) = -1 RETURN p", HostileStop.Time),
        new("product of ranges", "UNWIND range(1, 100000000) AS x UNWIND range(1, 100000000) AS y RETURN sum((x + y) % 7)", HostileStop.Time),
        new("regex that backtracks elsewhere", "UNWIND range(1, 100000000) AS x WITH toString(x) + 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' AS t WHERE t =~ '.*(a+)+$' RETURN count(*)", HostileStop.Time),
        new("reduce over a product", "RETURN reduce(s = 0, x IN range(1, 100000000) | s + size([y IN range(1, 1000) WHERE y % 7 = s % 7]))", HostileStop.Time),
        new("quantifiers inside quantifiers", "RETURN all(x IN range(1, 100000000) WHERE any(y IN range(1, 1000000) WHERE none(z IN range(1, 100) WHERE z = x + y)))", HostileStop.Time),
        new("EXISTS of endless walks", "MATCH (a), (b), (c) WHERE NOT EXISTS { (a)-[*]-(b)-[*]-(c)-[*]-({id: 'nobody'}) } RETURN count(*)", HostileStop.Time),
        new("all shortest paths, all pairs", "MATCH (a), (b) WHERE a.id < b.id MATCH p = allShortestPaths((a)-[*]-(b)) WHERE length(p) = -1 RETURN count(*)", HostileStop.Time),
        new("pattern comprehensions", "MATCH (a) RETURN sum(size([(a)-[*1..12]-(b) WHERE b.id = 'nobody' | 1]))", HostileStop.Time),
        new("UNION of products", "MATCH (a), (b), (c) WHERE a.name + b.name + c.name = '' RETURN 1 AS n UNION ALL MATCH (a), (b), (c) WHERE a.name + b.name + c.name = '' RETURN 2 AS n", HostileStop.Time),
        new("giant collect", "UNWIND range(1, 100000000) AS x RETURN size(collect(x + 0.5))", HostileStop.Memory),
        new("giant list comprehension", "RETURN size([x IN range(1, 100000000) | [x]])", HostileStop.Memory),
        new("giant string", "RETURN size(reduce(text = 'ab', x IN range(1, 60) | text + text))", HostileStop.Memory),
        new("giant list", "RETURN size(reduce(list = [1], x IN range(1, 60) | list + list))", HostileStop.Memory),
        new("sorting everything", "UNWIND range(1, 100000000) AS x RETURN x ORDER BY -x", HostileStop.Memory),
        new("grouping by everything", "UNWIND range(1, 100000000) AS x RETURN x, count(*)", HostileStop.Memory),
        new("distinct walks", "MATCH p = (a)-[*1..9]-(b) RETURN count(DISTINCT p)", HostileStop.Memory),
        new("COLLECT of a range", "RETURN size(COLLECT { UNWIND range(1, 100000000) AS x RETURN x })", HostileStop.Memory),
        new("nested parentheses", $"RETURN {new string('(', 100_000)}1{new string(')', 100_000)}", HostileStop.Text),
        new("nested lists", $"RETURN {new string('[', 100_000)}{new string(']', 100_000)}", HostileStop.Text),
        new("a sum of 100,000 terms", $"RETURN 1{string.Concat(Enumerable.Repeat("+1", 100_000))}", HostileStop.Text),
        new("100,000 times NOT", $"RETURN {string.Concat(Enumerable.Repeat("NOT ", 100_000))}true", HostileStop.Text),
        new("CASE in CASE", $"RETURN {string.Concat(Enumerable.Repeat("CASE WHEN true THEN ", 10_000))}1{string.Concat(Enumerable.Repeat(" END", 10_000))}", HostileStop.Text),
        new("100,000 fields in a full-text query", $"CALL db.index.fulltext.queryNodes('papers', '{string.Concat(Enumerable.Repeat("a:", 100_000))}a') YIELD node RETURN node", HostileStop.FullText),
        new("a full-text query that doubles", $"CALL db.index.fulltext.queryNodes('papers', '{string.Concat(Enumerable.Repeat("+(", 50))}a{string.Concat(Enumerable.Repeat(") b", 50))}') YIELD node RETURN node", HostileStop.FullText),
    ];

    /// <summary>Prefix of the fault's code.</summary>
    public string Code => StoppedBy switch { HostileStop.Time => "TimeoutError.", HostileStop.Memory => "MemoryLimitError.", HostileStop.FullText => "ArgumentError.", _ => "LimitError." };

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The limit that stops a hostile statement.</summary>
public enum HostileStop
{
    /// <summary>The time limit.</summary>
    Time,

    /// <summary>The memory limit.</summary>
    Memory,

    /// <summary>The limits on the text, before it runs.</summary>
    Text,

    /// <summary>The limits on a full-text query.</summary>
    FullText,
}
