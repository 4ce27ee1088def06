using Stemma.GraphQuery;
using Stemma.GraphQuery.Errors;
using Stemma.GraphQuery.Procedures;
using Stemma.GraphQuery.Syntax;
using Stemma.GraphQueryTests.Tck;
using Stemma.Testing;

namespace Stemma.Benchmarks.Fuzzing;

/// <summary>
/// Tests the parser: half of the texts come from <see cref="GrammarText"/>, half are texts of the openCypher TCK with damaged bytes. Each must, within a second of
/// processor time, be parsed or end with a compile-time error that has a position in the text; a parsed text must print to a text that parses to the same print, and
/// binding it must succeed or end with such an error.
/// </summary>
internal static class ParserFuzzer
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    /// <summary>Runs it and returns the failures.</summary>
    public static IEnumerable<string> Run(FuzzRun run, CancellationToken cancellationToken)
    {
        var random = new Random(run.Seed);
        var grammar = new GrammarText(random);
        var damage = SharedFolder.Find("tck", "features") is { } features ? new ByteDamage(Texts(features), random) : null;
        var engine = new CypherEngine(ProcedureCatalog.Empty, TimeProvider.System);
        var (read, bound, slowest) = (0, 0, TimeSpan.Zero);
        for (var done = 1; done <= run.Count && !cancellationToken.IsCancellationRequested; done++)
        {
            var text = damage is null || (done & 1) == 0 ? grammar.Query() : damage.Next();
            if (done <= run.Skip)
            {
                continue;
            }

            var start = Environment.CpuUsage.UserTime;
            var (outcome, find) = Check(engine, text);
            var elapsed = Environment.CpuUsage.UserTime - start;
            read += outcome >= Reach.Read ? 1 : 0;
            bound += outcome == Reach.Bound ? 1 : 0;
            slowest = elapsed > slowest ? elapsed : slowest;
            if (find is not null || elapsed > Slow)
            {
                yield return $"input {done}: {find ?? $"took {elapsed.TotalSeconds:0.0} s"}\n{text}";
            }

            run.Report(done, $"{read:N0} read, {bound:N0} of them bound, slowest {slowest.TotalMilliseconds:0} ms");
        }
    }

    private static string[] Texts(string features) =>
        [.. FeatureReader.ReadAll(features).SelectMany(scenario => scenario.Steps).Select(step => step.Text).OfType<string>().Distinct()];

    private static (Reach Reach, string? Find) Check(CypherEngine engine, string text)
    {
        var reach = Reach.Nothing;
        try
        {
            var printed = QueryParser.Parse(text).ToString();
            reach = Reach.Read;
            var again = QueryParser.Parse(printed).ToString();
            if (printed != again)
            {
                return (reach, $"prints as\n{printed}\nand that as\n{again}");
            }

            _ = engine.IsWrite(text);
            return (Reach.Bound, null);
        }
        catch (CypherException fault)
        {
            var isWellFormed = fault.Phase == CypherPhase.Compile && fault.Position is { } at && at.Offset >= 0 && at.Offset <= text.Length;
            return (reach, isWellFormed ? null : $"fault {fault.Code} at {fault.Phase}, place {fault.Position}: {fault.Message}");
        }
        catch (Exception crash) when (crash is not OutOfMemoryException)
        {
            return (reach, $"{crash}");
        }
    }

    private enum Reach
    {
        Nothing,
        Read,
        Bound,
    }
}
