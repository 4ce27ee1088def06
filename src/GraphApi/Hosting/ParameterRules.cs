using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Stemma.GraphApi.Hosting;

/// <summary>
/// Checks requests against what the parameters of their handlers declare by <see cref="RangeAttribute"/> and <see cref="AllowedValuesAttribute"/>, and writes the same
/// into the OpenAPI document: a value outside is a 400 that names the parameter and its allowed values, and is never adjusted silently.
/// </summary>
internal static class ParameterRules
{
    /// <summary>Checks the arguments of a handler before it runs; properties of a body count as parameters.</summary>
    public static EndpointFilterDelegate Check(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var rules = factory.MethodInfo.GetParameters().SelectMany(RulesOf).ToArray();
        return rules.Length == 0
            ? next
            : invocation =>
            {
                foreach (var rule in rules)
                {
                    if (rule(invocation) is { } problem)
                    {
                        return ValueTask.FromResult<object?>(problem);
                    }
                }

                return next(invocation);
            };
    }

    /// <summary>Writes the allowed words of a parameter into its schema; the framework writes ranges and defaults.</summary>
    public static Task DescribeAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.ParameterDescription?.ParameterDescriptor is IParameterInfoParameterDescriptor { ParameterInfo: { } parameter }
            && parameter.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed)
        {
            schema.Enum = [.. allowed.Values.Select(value => (JsonNode)JsonValue.Create((string)value!))];
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<Func<EndpointFilterInvocationContext, ProblemHttpResult?>> RulesOf(ParameterInfo parameter)
    {
        var (at, name) = (parameter.Position, parameter.Name!);
        if (parameter.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            yield return invocation => CheckRange(name, invocation.Arguments[at], range);
        }

        if (parameter.GetCustomAttribute<AllowedValuesAttribute>() is { } allowed)
        {
            yield return invocation => CheckWord(name, invocation.Arguments[at], allowed);
        }

        foreach (var property in parameter.ParameterType.GetProperties())
        {
            if (property.GetCustomAttribute<RangeAttribute>() is { } bounds)
            {
                var member = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
                yield return invocation => CheckRange(member, property.GetValue(invocation.Arguments[at]), bounds);
            }
        }
    }

    private static ProblemHttpResult? CheckRange(string name, object? value, RangeAttribute range) =>
        range.IsValid(value)
            ? null
            : Problems.Make(
                StatusCodes.Status400BadRequest, "request.range", $"{name} is {value}; it is a number from {range.Minimum:N0} to {range.Maximum:N0}.",
                ("parameter", name), ("minimum", range.Minimum), ("maximum", range.Maximum));

    private static ProblemHttpResult? CheckWord(string name, object? value, AllowedValuesAttribute allowed) =>
        allowed.IsValid(value)
            ? null
            : Problems.Make(
                StatusCodes.Status400BadRequest, $"request.{name}", $"{name} is '{value}'; it is one of {string.Join(", ", allowed.Values)}.",
                ("parameter", name), ("allowed", allowed.Values));
}
