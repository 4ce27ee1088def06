using System.Text;

namespace Stemma.Benchmarks.Fuzzing;

/// <summary>Generates queries from the grammar of openCypher and its extensions, without regard to meaning: variables may be unknown and types wrong.</summary>
/// <param name="random">Random numbers.</param>
internal sealed class GrammarText(Random random)
{
    private const int Deepest = 4;

    private static readonly string[] Names = ["n", "m", "r", "p", "x", "`odd name`", "count", "end", "_a1", "ä"];
    private static readonly string[] Labels = ["A", "B", "`C D`", "MATCH"];
    private static readonly string[] Literals =
        ["0", "1", "-7", "0x1F", "0o17", "1.5", ".5", "1e9", "9223372036854775807", "'text'", "\"a\\u0041\"", "'it\\'s'", "true", "false", "null", "$p", "$1", "NaN"];

    private static readonly string[] Infix =
        ["+", "-", "*", "/", "%", "^", "=", "<>", "<", "<=", ">", ">=", "AND", "OR", "XOR", "IN", "STARTS WITH", "ENDS WITH", "CONTAINS", "=~"];

    private static readonly string[] Functions = ["size", "head", "toString", "coalesce", "date", "duration.between", "count", "collect", "max", "labels", "nope", "`odd`"];

    private readonly StringBuilder _text = new();

    /// <summary>Generates one query.</summary>
    public string Query()
    {
        _text.Clear();
        if (Chance(12))
        {
            Write(Pick("EXPLAIN ", "PROFILE "));
        }

        Single(0);
        while (Chance(8))
        {
            Write(Pick(" UNION ", " UNION ALL "));
            Single(0);
        }

        return Write(Pick("", "", ";", " // end", "\n")).ToString();
    }

    private void Single(int depth)
    {
        Repeat(1, 3, " ", () => Clause(depth));
        if (!Chance(4))
        {
            Write(" RETURN ");
            Projection(depth);
        }
    }

    private void Clause(int depth)
    {
        switch (random.Next(depth > 1 ? 9 : 13))
        {
            case 0 or 1 or 2:
                Write(Chance(3) ? "WITH * " : "").Append(Pick("MATCH ", "MATCH ", "OPTIONAL MATCH "));
                Repeat(1, 2, ", ", () => Path(depth));
                Where(depth);
                break;
            case 3:
                Write("UNWIND ");
                Expression(depth);
                Write(" AS ").Append(Name());
                break;
            case 4:
                Write("WITH ");
                Projection(depth);
                Where(depth);
                break;
            case 5:
                Write(Pick("CREATE ", "MERGE "));
                Path(depth);
                Write(Pick("", "", " ON CREATE SET n.x = 1", " ON MATCH SET n:A"));
                break;
            case 6:
                Write(Pick("SET ", "REMOVE "));
                Repeat(1, 2, ", ", () => Write(Name()).Append(Pick(".x = 1", ":A:B", " += {a: 1}", ".x", ":A")));
                break;
            case 7:
                Write(Pick("DELETE ", "DETACH DELETE "));
                Expression(depth);
                break;
            case 8:
                Write(Pick("CALL db.labels() YIELD label", "CALL test.proc(1, $p) YIELD *", "CALL `a`.b"));
                break;
            case 9:
                Write("FOREACH (").Append(Name()).Append(" IN ");
                Expression(depth + 1);
                Write(" | ").Append(Pick("SET n.x = 1", "DELETE n", "CREATE (:A)", "FOREACH (x IN [1] | REMOVE n:A)", "MATCH (n)")).Append(')');
                break;
            case 10:
                Write(Pick("CALL { ", "CALL (n) { "));
                Single(depth + 1);
                Write(" }");
                break;
            default:
                Write("MATCH ").Append(Pick("shortestPath(", "allShortestPaths(", "p = shortestPath(")).Append(Pick("(n)-[*]-(m)", "(n)-[:T*..4]->(m {x: 1})", "(n)--(m)", "(n)")).Append(')');
                break;
        }
    }

    private void Projection(int depth)
    {
        Write(Pick("", "", "", "DISTINCT ")).Append(Pick("", "", "", "*, "));
        Repeat(1, 3, ", ", () =>
        {
            Expression(depth);
            Write(Pick("", " AS " + Name()));
        });
        if (Chance(4))
        {
            Write(" ORDER BY ");
            Expression(depth + 1);
            Write(Pick("", " DESC", " ASCENDING"));
        }

        Write(Pick("", "", "", " SKIP 1", " LIMIT $p", " SKIP 1 LIMIT 2"));
    }

    private void Where(int depth)
    {
        if (Chance(3))
        {
            Write(" WHERE ");
            Expression(depth);
        }
    }

    private void Path(int depth)
    {
        Write(Chance(5) ? Name() + " = " : "");
        Write(Chance(20) ? Pick("SHORTEST 1 ", "ALL SHORTEST ", "SHORTEST 2 GROUPS ", "ANY ") : "");
        Node(depth);
        for (var steps = random.Next(3); steps > 0; steps--)
        {
            Write(Pick("-", "<-"));
            if (!Chance(4))
            {
                Write("[").Append(Pick("", Name())).Append(Pick("", ":T", ":T|U", ":!T", ":T|:U", ":$(n.x)", ":$any($p)|T")).Append(Pick("", "", "*", "*2", "*1..3", "*..3", "*0..")).Append(Pick("", "", " {x: 1}", " $p")).Append(']');
            }

            Write(Pick("-", "->")).Append(Chance(20) ? Pick("{1,3}", "+") : "");
            Node(depth);
        }
    }

    private void Node(int depth)
    {
        Write("(").Append(Pick("", Name())).Append(Pick("", "", ":" + Label(), $":{Label()}:{Label()}", $":{Label()}|{Label()}", $":!{Label()}&%", $":{Label()}&$(n.x)", ":$all('A')"));
        if (Chance(6))
        {
            Write(" {x: ");
            Expression(depth + 2);
            Write("}");
        }

        Where(depth + 2);
        Write(")");
    }

    private void Expression(int depth)
    {
        if (depth >= Deepest)
        {
            Write(Pick(Pick(Literals), Name()));
            return;
        }

        switch (random.Next(18))
        {
            case 0 or 1 or 2:
                Write(Pick(Literals));
                break;
            case 3 or 4:
                Write(Name()).Append(Pick("", ".x", ".x.y", ":A", "[0]", "[1..2]", "[..]", " {.x, y: 1, .*}"));
                break;
            case 5 or 6 or 7:
                Wrapped("", depth, $" {Pick(Infix)} ", depth, "");
                break;
            case 8:
                Write(Pick("NOT ", "-", "+"));
                Expression(depth + 1);
                break;
            case 9:
                Write("(");
                Expression(depth + 1);
                Write(")").Append(Pick("", " IS NULL", " IS NOT NULL", ".x", "[0]"));
                break;
            case 10:
                Write(Pick(Functions)).Append('(').Append(Pick("", "", "DISTINCT "));
                Repeat(0, 2, ", ", () => Expression(depth + 1));
                Write(")");
                break;
            case 11:
                Write("[");
                Repeat(0, 3, ", ", () => Expression(depth + 1));
                Write("]");
                break;
            case 12:
                Wrapped("{a: ", depth, ", `b c`: ", depth, "}");
                break;
            case 13:
                Wrapped(Pick("CASE WHEN ", "CASE x WHEN "), depth, " THEN ", depth, Pick(" END", " ELSE 1 END"));
                break;
            case 14:
                var (open, close) = Chance(3) ? ("[", Pick("]", " | x]")) : (Pick("all(", "any(", "none(", "single("), ")");
                Wrapped(open + "x IN ", depth, " WHERE ", depth, close);
                break;
            case 15:
                Wrapped("reduce(s = ", depth, ", x IN ", depth, " | s + x)");
                break;
            case 16:
                Write("[");
                Path(depth + 2);
                Write(" | ");
                Expression(depth + 1);
                Write("]");
                break;
            default:
                Write(Pick("EXISTS { ", "COUNT { ", "COLLECT { MATCH ")).Append(Pick("MATCH ", "", ""));
                Path(depth + 1);
                Write(Pick(" }", " RETURN n }"));
                break;
        }
    }

    private void Wrapped(string before, int left, string between, int right, string after)
    {
        Write(before);
        Expression(left + 1);
        Write(between);
        Expression(right + 1);
        Write(after);
    }

    private void Repeat(int least, int most, string between, Action write)
    {
        for (var i = random.Next(least, most + 1); i > 0; i--)
        {
            write();
            Write(i > 1 ? between : "");
        }
    }

    private string Name() => Pick(Names);

    private string Label() => Pick(Labels);

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private StringBuilder Write(string text) => _text.Append(text);
}
