namespace Stemma.Benchmarks.Fuzzing;

/// <summary>The parts of a read query on a <see cref="RandomGraph"/>, which can be combined in several ways.</summary>
/// <param name="Match">Clauses that bind the variables.</param>
/// <param name="Predicate">A condition on them; true, false or null, never an error.</param>
/// <param name="Other">Another condition.</param>
/// <param name="Items">Expressions to return, without aggregates.</param>
/// <param name="Aggregates">Aggregates over the bound variables, independent of the order of rows.</param>
internal sealed record ReadQuery(string Match, string Predicate, string Other, IReadOnlyList<string> Items, IReadOnlyList<string> Aggregates)
{
    /// <summary>Whether a condition can be appended to the match as its WHERE.</summary>
    public bool IsPlain => !Match.Contains(" WHERE ", StringComparison.Ordinal) && !Match.Contains("OPTIONAL", StringComparison.Ordinal) && !Match.Contains("UNWIND", StringComparison.Ordinal);
}

/// <summary>Generates meaningful read queries: every variable is bound, types fit, and all correct engines return the same rows.</summary>
/// <param name="random">Random numbers.</param>
internal sealed class ReadQueryWriter(Random random)
{
    private readonly List<string> _nodes = [];
    private readonly List<string> _relationships = [];
    private ValueWriter _values = null!;

    /// <summary>Generates one query.</summary>
    public ReadQuery Next()
    {
        _nodes.Clear();
        _relationships.Clear();
        _values = new ValueWriter(random, _nodes, _relationships);
        var match = Match();
        string[] items = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Item())];
        string[] aggregates = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Aggregate())];
        return new ReadQuery(match, _values.Truth(0), _values.Truth(1), items, aggregates);
    }

    private string Match()
    {
        var text = $"MATCH {Path()}";
        if (Chance(5))
        {
            text += $", {Path()}";
        }

        if (Chance(4))
        {
            text += $" WHERE {_values.Truth(1)}";
        }

        if (Chance(4))
        {
            // Variables of an optional match may be null from here on; every expression accepts that.
            text += $" OPTIONAL MATCH {Path()}{(Chance(2) ? $" WHERE {_values.Truth(1)}" : "")}";
        }

        return Chance(6) ? $"{text} UNWIND {_values.Whole("[1, null, 2]", $"[{_nodes[0]}.x, 0]", "range(0, 2)", "[]")} AS u" : text;
    }

    private string Path()
    {
        var text = Node();
        for (var steps = random.Next(0, 3); steps > 0; steps--)
        {
            var isFree = Chance(3);
            var length = isFree ? _values.Whole("*1..2", "*0..1", "*2", "*..2") : "";
            var name = isFree || Chance(3) ? "" : NewRelationship();
            var inside = $"{name}{_values.Whole("", "", ":T", ":U", ":T|U")}{length}{(isFree || !Chance(10) ? "" : " {x: 1}")}";
            text += _values.Whole($"-[{inside}]->", $"<-[{inside}]-", $"-[{inside}]-");
            text += Node();
        }

        return text;
    }

    private string Node()
    {
        var labels = _values.Whole("", "", "", "", "", ":A", ":B", ":A&B", ":A|B", ":!A");
        var name = _nodes.Count > 0 && Chance(5) ? _nodes[random.Next(_nodes.Count)] : null;
        if (name is not null)
        {
            return $"({name})";
        }

        var properties = Chance(6) ? _values.Whole(" {x: 1}", $" {{id: {random.Next(6)}}}", " {s: 'ab'}") : "";
        _nodes.Add($"n{_nodes.Count}");
        return $"({_nodes[^1]}{labels}{properties})";
    }

    private string NewRelationship()
    {
        _relationships.Add($"r{_relationships.Count}");
        return _relationships[^1];
    }

    private string Item() => random.Next(6) switch
    {
        0 => _nodes[random.Next(_nodes.Count)],
        1 when _relationships.Count > 0 => _relationships[random.Next(_relationships.Count)],
        2 => _values.Text(1),
        3 => _values.List(1),
        4 => _values.Truth(1),
        _ => _values.Number(1),
    };

    private string Aggregate() => random.Next(6) switch
    {
        0 => "count(*)",
        1 => $"count(DISTINCT {_values.Number(1)})",
        2 => $"sum({_values.Number(2)})",
        3 => $"max({_values.Text(1)})",
        4 => $"min({_values.Number(1)})",
        _ => $"size(collect({_values.Number(1)}))",
    };

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
