using System.Diagnostics;
using Stemma.GraphQuery.Binding;
using Stemma.GraphQuery.Execution.Evaluation;
using Stemma.GraphQuery.Execution.Operators;
using Stemma.GraphQuery.Planning;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Execution;

/// <summary>Compiles plans to operator factories.</summary>
/// <param name="expressions">Compiles the expressions in plans.</param>
/// <param name="names">Receives labels, types and property keys.</param>
/// <param name="reads">Slots that the statement reads.</param>
/// <param name="profile">Whether operators count their rows.</param>
/// <param name="checksNesting">Whether the values of each projection are checked for their depth.</param>
internal sealed class PlanCompiler(ExpressionCompiler expressions, StatementNames names, IReadOnlySet<int> reads, bool profile, bool checksNesting)
{
    private readonly Dictionary<Plan, RowCounter> _counters = new(ReferenceEqualityComparer.Instance);

    /// <summary>Row counts by operator, filled by a profiled run.</summary>
    public IReadOnlyDictionary<Plan, RowCounter> Counters => _counters;

    /// <summary>Compiles a plan.</summary>
    public Func<Operator> Compile(Plan plan)
    {
        var factory = plan is WritePlan write ? CompileWrite(write) : CompileRead(plan);
        if (!profile)
        {
            return factory;
        }

        var counter = new RowCounter();
        _counters[plan] = counter;
        return () => new ProfileOperator(factory(), counter);
    }

    private Func<Operator> CompileRead(Plan plan)
    {
        switch (plan)
        {
            case SingleRow:
                return () => new SingleRowOperator();
            case Concatenate concatenate:
                var parts = concatenate.Inputs.Select(Compile).ToArray();
                return () => new ConcatenateOperator(Array.ConvertAll(parts, part => part()));
            case InputPlan step:
                var input = Compile(step.Input);
                var make = CompileStep(step);
                if (checksNesting && step is Project or Aggregate)
                {
                    int[] slots = [.. step.Sets];
                    return () => new CheckNestingOperator(make(input()), slots);
                }

                return () => make(input());
            default:
                throw new UnreachableException();
        }
    }

    private Func<Operator, Operator> CompileStep(InputPlan plan) => plan switch
    {
        ScanNodes or ScanTexts or SeekNodes or JoinNodes or SeekElements or CountNodes or CountRelationships or CountByToken or CountDegree or CountPairs or CountEnds or ScanRelationships => CompileLookup(plan),
        Expand or ExpandPaths or ExpandGroup or FollowRelationship or ShortestPaths or ShortestMatches or BuildPath or ListNodes => CompilePattern(plan),
        _ => CompileRows(plan),
    };

    private Func<Operator, Operator> CompileLookup(InputPlan plan)
    {
        switch (plan)
        {
            case ScanNodes { Label: null } scan:
                return input => new ScanAllOperator(input, scan.Slot);
            case ScanNodes scan:
                var scanned = names.Label(scan.Label!);
                return input => new ScanLabelOperator(input, scan.Slot, scanned);
            case SeekNodes seek:
                var (label, key, value) = (names.Label(seek.Label), names.Key(seek.Key), expressions.Compile(seek.Value));
                return input => new SeekOperator(input, seek.Slot, label, key, value, seek.AnyOf);
            case JoinNodes join:
                var (joinLabel, joinKey, joined) = (names.Label(join.Label), names.Key(join.Key), expressions.Compile(join.Value));
                return input => new JoinNodesOperator(input, join.Slot, joinLabel, joinKey, joined);
            case SeekElements seek:
                var id = expressions.Compile(seek.Value);
                return input => new SeekElementsOperator(input, seek.Slot, id, seek.AnyOf, seek.ByNumber);
            case CountNodes { Label: null } count:
                return input => new CountOperator(input, count.Slot, static context => context.Graph.NodeCount);
            case CountNodes count:
                var counted = names.Label(count.Label!);
                return input => new CountOperator(input, count.Slot, context => context.Labels[counted] is var token and >= 0 ? context.Graph.NodesWithLabel(token).Length : 0);
            case CountRelationships { Type: null } count:
                return input => new CountOperator(input, count.Slot, static context => context.Graph.RelationshipCount);
            case CountRelationships count:
                var type = names.Type(count.Type!);
                return input => new CountOperator(input, count.Slot, context => context.Types[type] is var token and >= 0 ? context.Graph.CountRelationships(token) : 0);
            case CountByToken count:
                return input => new CountByTokenOperator(input, count.KeySlot, count.Slot, count.OfNodes);
            case CountDegree { Expand: var expand }:
                var neighbours = CompileCount(expand);
                return input => new DegreeOperator(input, neighbours());
            case CountPairs pairs:
                var (first, second, overlap) = (CompileCount(pairs.First), CompileCount(pairs.Second), CompileReader(pairs.First));
                return input => new PairsOperator(input, first(), second(), overlap());
            case ScanRelationships scan:
                var relationships = CompileEnds(scan.FromLabel, scan.Expand);
                return input => new ScanRelationshipsOperator(input, scan.Expand, relationships);
            case CountEnds ends:
                var counts = CompileEnds(ends.FromLabel, ends.Expand);
                return input => new CountEndsOperator(input, ends.Expand, counts);
            case ScanTexts scan:
                var (textLabel, textKey, wanted) = (names.Label(scan.Label), names.Key(scan.Key), expressions.Compile(scan.Wanted));
                return input => new ScanTextsOperator(input, scan.Slot, textLabel, textKey, scan.Test, wanted);
            default:
                throw new UnreachableException();
        }
    }

    private Func<Operator, Operator> CompilePattern(InputPlan plan)
    {
        switch (plan)
        {
            case Expand expand:
                var (types, ends) = (new RelationshipTypes(expand.Relationship.Types, names), CompileLabels(expand));
                return input => new ExpandOperator(input, expand, types, ends);
            case ExpandPaths expand:
                var (pathTypes, step) = (new RelationshipTypes(expand.Relationship.Types, names), StepOf(expand.Relationship));
                if (expand.NodesOnly)
                {
                    return input => new ExpandReachOperator(input, expand, pathTypes, step);
                }

                var needsList = reads.Contains(expand.Relationship.Slot);
                return input => new ExpandPathsOperator(input, expand, pathTypes, step, needsList);
            case FollowRelationship follow:
                var (followTypes, followStep) = (new RelationshipTypes(follow.Relationship.Types, names), StepOf(follow.Relationship));
                return input => new FollowOperator(input, follow, followTypes, followStep);
            case ShortestPaths paths:
                var (shortTypes, shortStep) = (new RelationshipTypes(paths.Relationship.Types, names), StepOf(paths.Relationship));
                var conditions = expressions.CompileAll(paths.Relationship.Conditions);
                return input => new ShortestPathsOperator(
                    input, paths, new ShortestPathSearch(paths.Relationship, shortTypes, shortStep), new PathsByLength(paths.Relationship, shortTypes, shortStep), conditions);
            case ShortestMatches matches:
                var matched = Compile(matches.Inner);
                return input => new ShortestMatchesOperator(input, matches, matched());
            case ListNodes list:
                return input => new ListNodesOperator(input, list);
            case ExpandGroup group:
                var inner = Compile(group.Inner);
                return input => new ExpandGroupOperator(input, group, inner);
            case BuildPath build:
                return input => new BuildPathOperator(input, build.Path);
            default:
                throw new UnreachableException();
        }
    }

    private LabelMatcher? CompileLabels(Expand expand) => expand.ToLabels is null ? null : LabelMatcher.Compile(expand.ToLabels, names, ofTypes: false);

    private EndLabel? CompileEnd(LabelExpression? labels) =>
        labels is null ? null : new EndLabel(LabelMatcher.Compile(labels, names, ofTypes: false), labels is LabelName single ? names.Label(single.Name) : -1);

    private TypedEnds CompileEnds(string? fromLabel, Expand expand) => new(
        names.Type(((LabelName)expand.Relationship.Types!).Name), CompileEnd(fromLabel is null ? null : new LabelName(fromLabel, default)), CompileEnd(expand.ToLabels));

    private Func<NeighbourCount> CompileCount(Expand expand)
    {
        var (types, labels) = (new RelationshipTypes(expand.Relationship.Types, names), CompileLabels(expand));
        var label = expand.ToLabels is LabelName single ? names.Label(single.Name) : -1;
        return () => new NeighbourCount(expand, types, labels, label);
    }

    private Func<AdjacencyReader> CompileReader(Expand expand)
    {
        var (types, labels) = (new RelationshipTypes(expand.Relationship.Types, names), CompileLabels(expand));
        return () => new AdjacencyReader(types, expand.Direction, labels);
    }

    private StepCondition StepOf(PatternRelationship relationship) => new(relationship.StepSlot, relationship.StepEnds, expressions.CompileOptional(relationship.Step));

    private Func<Operator, Operator> CompileRows(InputPlan plan)
    {
        switch (plan)
        {
            case Filter filter:
                var predicates = expressions.CompileAll(filter.Predicates);
                return input => new FilterOperator(input, predicates);
            case Project project:
                int[] slots = [.. project.Items.Select(item => item.Slot)];
                var values = expressions.CompileAll(project.Items.Select(item => item.Value));
                return input => new ProjectOperator(input, slots, values);
            case Eager eager:
                int[] eagerSlots = [.. eager.Keep];
                return input => new EagerOperator(input, eagerSlots);
            case Aggregate aggregate:
                return CompileAggregate(aggregate);
            case Distinct distinct:
                int[] distinctSlots = [.. distinct.Slots];
                return input => new DistinctOperator(input, distinctSlots);
            case Sort sort:
                return CompileSort(sort);
            case Skip skip:
                var skipped = expressions.CompileRowCount(skip.Count);
                return input => new SkipOperator(input, skipped);
            case Limit limit:
                var kept = expressions.CompileRowCount(limit.Count);
                return input => new LimitOperator(input, kept);
            case Unwind unwind:
                var source = expressions.CompileSource(unwind.Source);
                return input => new UnwindOperator(input, source, unwind.Slot);
            case CallProcedure call:
                var arguments = expressions.CompileAll(call.Arguments);
                return input => new CallOperator(input, call.Procedure, arguments, [.. call.Outputs]);
            default:
                return CompileNested(plan);
        }
    }

    private Func<Operator, Operator> CompileNested(InputPlan plan)
    {
        var inner = Compile(plan.Children[1]);
        switch (plan)
        {
            case OptionalRows optional:
                int[] nullSlots = [.. optional.NullSlots];
                return input => new OptionalOperator(input, inner(), nullSlots);
            case ForEachRow { ForEffect: true }:
                return input => new ForEffectOperator(input, inner());
            case ForEachRow:
                return input => new ForEachRowOperator(input, inner());
            default:
                throw new UnreachableException();
        }
    }

    private Func<Operator, Operator> CompileAggregate(Aggregate aggregate)
    {
        var keys = aggregate.Grouping.Keys.Select(key => CompiledKey.Of(key, expressions, names)).ToArray();
        var aggregations = aggregate.Grouping.Aggregations.Select(aggregation => CompiledAggregation.Of(aggregation, expressions)).ToArray();
        int[] carried = [.. aggregate.Carried];
        return input => new AggregateOperator(input, keys, aggregations, aggregate.Weight ?? -1, carried);
    }

    private Func<Operator, Operator> CompileSort(Sort sort)
    {
        var keys = expressions.CompileAll(sort.Keys.Select(key => key.Value));
        bool[] descending = [.. sort.Keys.Select(key => key.Descending)];
        int[] keep = [.. sort.Keep];
        var count = sort.Count is null ? null : expressions.CompileRowCount(sort.Count);
        return input => new SortOperator(input, keys, descending, keep, count);
    }

    private Func<Operator> CompileWrite(WritePlan plan)
    {
        var input = Compile(plan.Input);
        int[] keep = [.. plan.Keep];
        int[] output = [.. plan.Keep.Union(plan.Sets)];
        switch (plan)
        {
            case CreateEntities create:
                var maker = new EntityMaker(create.Creation, expressions);
                return () => new CreateOperator(input(), keep, output, maker);
            case MergePattern merge:
                var (match, merger) = (Compile(merge.Match), new EntityMaker(merge.Merge.Creation, expressions));
                var (onCreate, onMatch) = (new PropertyChanger(merge.Merge.OnCreate, expressions), new PropertyChanger(merge.Merge.OnMatch, expressions));
                return () => new MergeOperator(input(), merge, output, match(), merger, onCreate, onMatch);
            case SetProperties set:
                var changes = new PropertyChanger(set.Changes, expressions);
                return () => new SetOperator(input(), keep, changes);
            case DeleteEntities delete:
                var targets = expressions.CompileAll(delete.Targets);
                return () => new DeleteOperator(input(), keep, targets, delete.Detach);
            case ForEachItem each:
                var (source, inner) = (expressions.CompileSource(each.Source), Compile(each.Inner));
                return () => new ForEachItemOperator(input(), keep, source, each.Slot, inner());
            default:
                throw new UnreachableException();
        }
    }
}
