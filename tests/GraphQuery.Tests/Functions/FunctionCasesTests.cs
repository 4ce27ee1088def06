using Stemma.GraphModel.Values;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Functions;
using Stemma.GraphQueryTests.Tck;
using Xunit;

namespace Stemma.GraphQueryTests.Functions;

public sealed class FunctionCasesTests
{
    private static readonly string[] Files = ["strings", "numbers", "lists", "conversions", "temporals", "durations"];

    public static TheoryData<string> Cases => [.. Files.SelectMany(file => CaseFile.Lines($"Functions/cases/{file}.cases"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_function_gives_the_value_of_its_case(string line)
    {
        var (name, arguments, expected) = CaseFile.Parse(line);
        Assert.True(FunctionCatalog.TryFind(name, out var function), $"There is no function {name}.");
        Assert.InRange(arguments.Length, function.MinArity, function.MaxArity);

        Assert.Equal(expected.StartsWith('!') ? expected : CanonicalText.Of(TckValueReader.Read(expected)), Outcome(function, arguments));
    }

    [Fact]
    public void Every_deterministic_function_of_the_catalog_has_a_case()
    {
        var tested = Cases.Select(row => CaseFile.Parse(row.Data).Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string[] testedElsewhere =
        [
            "id", "elementId", "labels", "type", "startNode", "endNode", "nodes", "relationships", "length", "timestamp", "pi", "e",
            "sin", "cos", "tan", "cot", "asin", "acos", "atan", "sinh", "cosh", "tanh", "radians", "lower", "upper", "char_length", "character_length",
        ];

        var untested = FunctionCatalog.All
            .Where(function => function.IsDeterministic && !function.Name.EndsWith(".transaction", StringComparison.Ordinal) && !function.Name.EndsWith(".statement", StringComparison.Ordinal))
            .Select(function => function.Name)
            .Where(name => !tested.Contains(name) && !testedElsewhere.Contains(name));
        Assert.Empty(untested);
    }

    private static string Outcome(CypherFunction function, GraphValue[] arguments)
    {
        try
        {
            return CanonicalText.Of(function.Invoke(Contexts.New(), arguments));
        }
        catch (CypherException fault)
        {
            Assert.Equal(CypherPhase.Runtime, fault.Phase);
            return $"! {fault.Code}";
        }
    }
}
