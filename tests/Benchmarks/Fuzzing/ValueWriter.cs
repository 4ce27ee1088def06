namespace Stemma.Benchmarks.Fuzzing;

/// <summary>
/// Generates expressions of a given type over the bound variables. None can fail: no division, no index of a wrong type, no impossible conversion; null may occur
/// anywhere. Numbers are small and floats are halves, so that sums are exact in any order; nothing is multiplied by a negative number, because Neo4j treats <c>-0.0</c>
/// as less than <c>0.0</c>.
/// </summary>
/// <param name="random">Random numbers.</param>
/// <param name="nodes">Names of bound nodes; not empty when a method is called.</param>
/// <param name="relationships">Names of bound relationships.</param>
internal sealed class ValueWriter(Random random, List<string> nodes, List<string> relationships)
{
    private const int Deepest = 3;

    private int _locals;

    /// <summary>One of the given texts, unchanged.</summary>
    public string Whole(params string[] choices) => choices[random.Next(choices.Length)];

    /// <summary>A boolean or null.</summary>
    public string Truth(int depth)
    {
        if (depth >= Deepest)
        {
            return Whole("true", $"{Entity()}.b", $"{Entity()}.x = 1", $"{Entity()}.x IS NULL", $"{Node()}:A", random.Next(4) == 0 ? "null" : "false");
        }

        return random.Next(15) switch
        {
            0 => $"({Truth(depth + 1)} AND {Truth(depth + 1)})",
            1 => $"({Truth(depth + 1)} OR {Truth(depth + 1)})",
            2 => $"({Truth(depth + 1)} XOR {Truth(depth + 1)})",
            3 => $"NOT ({Truth(depth + 1)})",
            4 => $"({Number(depth + 1)} {Whole("=", "<>", "<", "<=", ">", ">=")} {Number(depth + 1)})",
            5 => $"({Text(depth + 1)} {Whole("=", "<>", "<", ">=", "STARTS WITH", "ENDS WITH", "CONTAINS")} {Text(depth + 1)})",
            6 => $"({Number(depth + 1)} IN {List(depth + 1)})",
            7 => $"({Whole(Number(depth + 1), Text(depth + 1), Node())} IS {Whole("", "NOT ")}NULL)",
            8 => $"{Node()}:{Whole("A", "B", "A&B")}",
            9 => Quantified(depth),
            10 => $"EXISTS {{ {Steps()} }}",
            11 => $"({Node()} = {Node()})",
            12 => $"({List(depth + 1)} = {List(depth + 1)})",
            13 => $"({Number(depth + 1)} < {Number(depth + 1)} <= {Number(depth + 1)})",
            _ => $"CASE WHEN {Truth(depth + 1)} THEN {Truth(depth + 1)} ELSE {Truth(depth + 1)} END",
        };
    }

    /// <summary>An integer, a float or null.</summary>
    public string Number(int depth)
    {
        if (depth >= Deepest)
        {
            return Whole($"{random.Next(-2, 5)}", "1.5", random.Next(4) == 0 ? "null" : "1", $"{Entity()}.x", $"{Entity()}.f", $"{Node()}.id");
        }

        return random.Next(11) switch
        {
            0 => $"({Number(depth + 1)} {Whole("+", "-")} {Number(depth + 1)})",
            1 => $"({Number(depth + 1)} * {random.Next(1, 4)})",
            2 => $"size({List(depth + 1)})",
            3 => $"size({Text(depth + 1)})",
            4 => $"abs({Number(depth + 1)})",
            5 => $"coalesce({Number(depth + 1)}, {Number(depth + 1)})",
            6 => $"CASE WHEN {Truth(depth + 1)} THEN {Number(depth + 1)} END",
            7 => $"COUNT {{ {Steps()} }}",
            8 => $"reduce({Local(out var sum)} = 0, {Local(out var item)} IN {List(depth + 1)} | {sum} + {item})",
            9 => $"{List(depth + 1)}[{random.Next(-2, 3)}]",
            _ => Number(Deepest),
        };
    }

    /// <summary>A string or null.</summary>
    public string Text(int depth)
    {
        if (depth >= Deepest)
        {
            return Whole("'a'", "'ab'", "''", random.Next(3) == 0 ? "null" : "'b'", $"{Entity()}.s", $"{Entity()}.s");
        }

        return random.Next(8) switch
        {
            0 => $"({Text(depth + 1)} + {Text(depth + 1)})",
            1 => $"toUpper({Text(depth + 1)})",
            2 => $"substring({Text(depth + 1)}, {random.Next(3)}, {random.Next(3)})",
            3 => $"replace({Text(depth + 1)}, 'a', 'cc')",
            4 => $"toString({Node()}.x)",
            5 when relationships.Count > 0 => $"type({relationships[random.Next(relationships.Count)]})",
            6 => $"coalesce({Text(depth + 1)}, 'z')",
            _ => Text(Deepest),
        };
    }

    /// <summary>A list of numbers that may contain null, or null.</summary>
    public string List(int depth)
    {
        if (depth >= Deepest)
        {
            return Whole("[]", "[1, 2, null]", "[0, 1.5]", $"[{Entity()}.x]", "range(0, 3)", random.Next(3) == 0 ? "null" : "[2]");
        }

        return random.Next(7) switch
        {
            0 => $"[{Number(depth + 1)}, {Number(depth + 1)}]",
            1 => $"[{Local(out var kept)} IN {List(depth + 1)} WHERE {kept} {Whole("<", ">", "<>")} 1 | {kept} {Whole("+ 1", "* 2")}]",
            2 => $"({List(depth + 1)} + {List(depth + 1)})",
            3 => $"{List(depth + 1)}[{random.Next(2)}..{random.Next(4)}]",
            4 => $"tail({List(depth + 1)})",
            5 => $"reverse({List(depth + 1)})",
            _ => List(Deepest),
        };
    }

    private string Quantified(int depth) =>
        $"{Whole("all", "any", "none", "single")}({Local(out var item)} IN {List(depth + 1)} WHERE {item} {Whole("= 1", "> 0", "IS NULL", "<> 2")})";

    private string Steps() => $"({Node()}){Whole("-[:T]->", "<-[:U]-", "--", "-[:T]->()-[:U]->")}({Whole("", ":A", ":B {x: 1}")})";

    private string Entity() => relationships.Count > 0 && random.Next(3) == 0 ? relationships[random.Next(relationships.Count)] : Node();

    private string Node() => nodes[random.Next(nodes.Count)];

    private string Local(out string name) => name = $"v{_locals++}";
}
