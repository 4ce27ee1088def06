using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;

namespace Stemma.GraphQuery.Binding;

/// <summary>Binds CALL of a procedure and CALL { … }.</summary>
internal sealed class CallBinder(BindingContext context, ExpressionBinder expressions, QueryBinder queries)
{
    /// <summary>Binds a procedure call and declares its outputs in the scope. A standalone call without YIELD yields all outputs.</summary>
    public BoundCall Bind(CallClause call, Scope scope, bool standalone)
    {
        if (!context.Procedures.TryFind(call.Procedure, out var procedure))
        {
            throw context.Fault(call.Span, CypherErrorType.ProcedureError, "ProcedureNotFound", call.IsShow ? $"{call.Procedure} is not known to this graph." : $"There is no procedure '{call.Procedure}'{FunctionBinder.ReasonFor(call.Procedure)}.");
        }

        var arguments = BindArguments(call, procedure.Signature, scope, standalone);
        if (call.YieldAll && !standalone && !call.IsShow)
        {
            throw context.Fault(call.Span, "UnexpectedSyntax", "Unexpected YIELD *, expected the names of columns: in a longer query each is named.");
        }

        if (call is { YieldAll: false, Yield: null, IsShow: false } && !standalone && procedure.Signature.Outputs.Count > 0)
        {
            throw context.Fault(call.Span, "UndefinedVariable", $"The columns of '{call.Procedure}' must be named here: write YIELD {string.Join(", ", procedure.Signature.Outputs.Select(output => output.Name))}, or some of them.");
        }

        var outputs = BindYield(call, procedure.Signature, scope, standalone);
        var where = call.Where is null ? null : expressions.BindCondition(call.Where, scope);
        return new BoundCall(procedure, arguments, outputs, where, call.Optional);
    }

    /// <summary>Binds CALL { … } and declares its columns in the scope.</summary>
    public BoundCallSubquery BindSubquery(CallSubqueryClause call, Scope scope)
    {
        var body = queries.BindBody(call.Imports is null && !call.ImportsAll ? WithoutImports(call.Body) : call.Body, part => StartOf(call, part, scope));
        if (call.Optional && body.WritingClause is { } writing)
        {
            throw context.Fault(writing.Span, "InvalidClauseComposition", $"{writing.Keyword} cannot stand in OPTIONAL CALL: leave OPTIONAL out.");
        }

        for (var i = 0; i < body.Columns.Count; i++)
        {
            if (scope.Find(body.Columns[i]) is not null)
            {
                throw context.Fault(call.Span, "VariableAlreadyBound", $"The variable '{body.Columns[i]}' is already defined outside of the subquery.");
            }

            scope.Declare(new BoundVariable(body.Columns[i], body.Outputs[i], StaticType.Any));
        }

        return new BoundCallSubquery(body, call.Optional);
    }

    private static Query WithoutImports(Query body) =>
        body with { Parts = [.. body.Parts.Select(part => ImportsOf(part) is null ? part : new SingleQuery([.. part.Clauses.Skip(1)]))] };

    private static WithClause? ImportsOf(SingleQuery part) =>
        part.Clauses is [WithClause { Where: null, Projection: { Distinct: false, OrderBy.Count: 0, Skip: null, Limit: null } } with, _, ..]
        && with.Projection.Items.All(item => item.Value is Variable { Name: var name } && item.Name == name)
            ? with
            : null;

    /// <summary>The scope of a part: the variables named after CALL, or else those of its own WITH.</summary>
    private Scope StartOf(CallSubqueryClause call, int part, Scope scope)
    {
        var start = new Scope();
        var imports = call.ImportsAll ? [.. scope.Variables.Select(variable => new Variable(variable.Name, call.Span))] : call.Imports ?? (ImportsOf(call.Body.Parts[part]) is { } with ? [.. ImportedBy(with, scope)] : []);
        foreach (var import in imports)
        {
            start.Declare(scope.Find(import.Name) ?? throw context.Undefined(import));
        }

        return start;
    }

    private static IEnumerable<Variable> ImportedBy(WithClause with, Scope scope) => with.Projection.Star
        ? scope.Variables.Select(variable => new Variable(variable.Name, with.Span))
        : with.Projection.Items.Select(item => item.Value).Cast<Variable>();

    private List<BoundExpression> BindArguments(CallClause call, ProcedureSignature signature, Scope scope, bool standalone)
    {
        if (call.Arguments is null)
        {
            var required = signature.Inputs.Take(signature.RequiredInputs).ToArray();
            if (!standalone && required.Length > 0)
            {
                throw context.Fault(call.Span, "InvalidArgumentPassingMode", $"The arguments of '{signature.Name}' must be written in parentheses here.");
            }

            foreach (var input in required)
            {
                context.AddParameter(new Parameter(input.Name, call.Span));
            }

            return WithLeftOut([.. required.Select(input => new ParameterValue(input.Name))], signature);
        }

        if (call.Arguments.Count < signature.RequiredInputs || call.Arguments.Count > signature.Inputs.Count)
        {
            throw context.Fault(call.Span, "InvalidNumberOfArguments", $"Unexpected number of arguments ({call.Arguments.Count}), expected {signature}.");
        }

        return WithLeftOut(
            [.. call.Arguments.Select((argument, i) => context.RequireKinds(argument, expressions.Bind(argument, scope), signature.Inputs[i].Accepted, signature.Inputs[i].Type))], signature);
    }

    private static List<BoundExpression> WithLeftOut(IReadOnlyList<BoundExpression> given, ProcedureSignature signature) =>
        [.. given, .. Enumerable.Repeat(Constant.Null, signature.Inputs.Count - given.Count)];

    private List<YieldSlot> BindYield(CallClause call, ProcedureSignature signature, Scope scope, bool standalone)
    {
        var items = call.Yield ?? (standalone || call.IsShow ? [.. signature.Outputs.Select(output => new YieldItem(output.Name, new Variable(output.Name, call.Span)))] : []);
        var outputs = new List<YieldSlot>();
        foreach (var item in items)
        {
            var column = signature.Outputs.ToList().FindIndex(output => output.Name == item.Output);
            if (column < 0)
            {
                throw context.Fault(item.Variable.Span, "UndefinedVariable", $"The procedure '{signature.Name}' yields no '{item.Output}'.");
            }

            context.RequireNew(item.Variable, scope);
            var slot = context.Slots.Next();
            scope.Declare(new BoundVariable(item.Variable.Name, slot, new StaticType(signature.Outputs[column].Accepted)));
            outputs.Add(new YieldSlot(column, slot, item.Variable.Name));
        }

        return outputs;
    }
}
