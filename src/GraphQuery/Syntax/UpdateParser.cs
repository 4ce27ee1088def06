using Stemma.GraphModel.Values;

namespace Stemma.GraphQuery.Syntax;

/// <summary>Parses the clauses that change the graph: CREATE, MERGE, SET, REMOVE, DELETE, FOREACH.</summary>
internal sealed class UpdateParser(TokenReader reader, ExpressionParser expressions)
{
    /// <summary>Parses the next updating clause; null if there is none here.</summary>
    public Clause? TryParse()
    {
        var start = reader.Current.Span;
        // INSERT is the name of CREATE in GQL (ISO/IEC 39075:2024); NODETACH is the default of DELETE.
        if (reader.TryTake("CREATE") || reader.TryTake("INSERT"))
        {
            return new CreateClause(expressions.Patterns.ParseList(), start.To(reader.Last));
        }

        if (reader.TryTake("MERGE"))
        {
            return ParseMerge(start);
        }

        if (reader.TryTake("SET"))
        {
            return new SetClause(ParseSetItems(), start.To(reader.Last));
        }

        if (reader.TryTake("REMOVE"))
        {
            return ParseRemove(start);
        }

        if (reader.TryTake("DETACH", "DELETE"))
        {
            return ParseDelete(detach: true, start);
        }

        if (reader.TryTake("DELETE") || reader.TryTake("NODETACH", "DELETE"))
        {
            return ParseDelete(detach: false, start);
        }

        return reader.TryTake("FOREACH") ? ParseForeach(start) : null;
    }

    private MergeClause ParseMerge(SourceSpan start)
    {
        var pattern = expressions.Patterns.ParseNamed();
        var onCreate = new List<SetItem>();
        var onMatch = new List<SetItem>();
        while (reader.TryTake("ON"))
        {
            var target = reader.TryTake("CREATE") ? onCreate : onMatch;
            if (target == onMatch)
            {
                reader.Expect("MATCH");
            }

            reader.Expect("SET");
            target.AddRange(ParseSetItems());
        }

        return new MergeClause(pattern, onCreate, onMatch, start.To(reader.Last));
    }

    private List<SetItem> ParseSetItems()
    {
        var items = new List<SetItem>();
        do
        {
            items.Add(ParseSetItem());
        }
        while (reader.TryTake(TokenKind.Comma));
        return items;
    }

    private SetItem ParseSetItem()
    {
        var target = ParseTarget();
        if (target is LabelTest test)
        {
            return LabelsOf(test) is var (names, computed) && computed is null ? new SetLabels(test.Owner, names) : new SetComputedLabels(test.Owner, computed);
        }

        if (reader.TryTake(TokenKind.PlusEqual))
        {
            return new SetAllProperties(target, expressions.Parse(), Keep: true);
        }

        reader.Expect(TokenKind.Equal, "'=', '+=' or a label");
        var value = expressions.Parse();
        return target switch
        {
            Property property => new SetProperty(property, value),
            Subscript property => new SetComputedProperty(property, value),
            _ => new SetAllProperties(target, value, Keep: false),
        };
    }

    /// <summary>Parses <c>n</c>, <c>n.key</c>, <c>n[key]</c>, <c>(expression).key</c> or <c>n:Label</c>: an expression that stops before '='.</summary>
    private Expression ParseTarget()
    {
        var target = reader.Is(TokenKind.LeftParenthesis) ? ParseParenthesized() : reader.ExpectVariable();
        while (reader.Is(TokenKind.Dot) || reader.Is(TokenKind.LeftBracket))
        {
            target = ParseKey(target);
        }

        if (!reader.TryTake(TokenKind.Colon))
        {
            return target;
        }

        var labels = expressions.Patterns.Labels.Parse();
        return new LabelTest(target, labels, target.Span.To(reader.Last));
    }

    private Expression ParseKey(Expression owner)
    {
        if (reader.TryTake(TokenKind.Dot))
        {
            var key = reader.ExpectName("a property key");
            return new Property(owner, key.Text, owner.Span.To(key.Span));
        }

        reader.Take();
        var computed = expressions.Parse();
        reader.Expect(TokenKind.RightBracket, "']'");
        return new Subscript(owner, computed, owner.Span.To(reader.Last));
    }

    private Expression ParseParenthesized()
    {
        reader.Take();
        var inner = expressions.Parse();
        reader.Expect(TokenKind.RightParenthesis, "')'");
        return inner;
    }

    /// <summary>The literal labels and, if some are computed, an expression for all labels.</summary>
    private (List<string> Names, Expression? Computed) LabelsOf(LabelTest test)
    {
        var names = new List<string>();
        var values = new List<Expression>();
        Collect(test.Labels);
        Expression named = new ListLiteral([.. names.Select(name => new Literal(GraphValue.From(name), test.Span))], test.Span);
        return (names, values is [] ? null : names.Count == 0 && values is [var only] ? only : values.Aggregate(named, (all, next) => new Binary(BinaryOperator.Add, all, next, test.Span)));

        void Collect(LabelExpression labels)
        {
            switch (labels)
            {
                case LabelName name:
                    names.Add(name.Name);
                    break;
                case BothLabels both:
                    Collect(both.Left);
                    Collect(both.Right);
                    break;
                case ComputedLabel { Any: false } computed:
                    values.Add(computed.Value);
                    break;
                default:
                    throw SyntaxFault.At(reader.Text, test.Span.Start, "UnexpectedSyntax", $"Unexpected '{labels}', expected labels by name, as in n:A:B.");
            }
        }
    }

    private RemoveClause ParseRemove(SourceSpan start)
    {
        var items = new List<RemoveItem>();
        do
        {
            var target = ParseTarget();
            items.Add(target switch
            {
                Subscript property => new RemoveComputedProperty(property),
                LabelTest test => LabelsOf(test) is var (names, computed) && computed is null ? new RemoveLabels(test.Owner, names) : new RemoveComputedLabels(test.Owner, computed),
                Property property => new RemoveProperty(property),
                _ => throw reader.Unexpected("a property or a label to remove"),
            });
        }
        while (reader.TryTake(TokenKind.Comma));
        return new RemoveClause(items, start.To(reader.Last));
    }

    private DeleteClause ParseDelete(bool detach, SourceSpan start)
    {
        var targets = new List<Expression>();
        do
        {
            targets.Add(expressions.Parse());
        }
        while (reader.TryTake(TokenKind.Comma));
        return new DeleteClause(detach, targets, start.To(reader.Last));
    }

    private ForeachClause ParseForeach(SourceSpan start)
    {
        using var level = reader.Enter();
        reader.Expect(TokenKind.LeftParenthesis, "'('");
        var variable = reader.ExpectVariable();
        reader.Expect("IN");
        var source = expressions.ParseBeforeBar();
        reader.Expect(TokenKind.Bar, "'|'");
        var updates = new List<Clause>();
        while (TryParse() is { } update)
        {
            updates.Add(update);
        }

        reader.Expect(TokenKind.RightParenthesis, updates.Count == 0 ? "a clause that changes the graph" : "')'");
        return new ForeachClause(variable, source, updates, start.To(reader.Last));
    }
}
