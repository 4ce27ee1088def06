using System.Collections.Concurrent;
using Stemma.GraphQuery.Errors;

namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>=~: the whole text must match. Patterns run in time linear in the text, so that none can stall the engine.</summary>
internal sealed class RegexEvaluator(Evaluator text, Evaluator pattern) : ConditionEvaluator
{
    /// <summary>Number of cached patterns; a query has few, and patterns that come from the data are recompiled once the cache is full.</summary>
    private const int MaxKept = 64;

    /// <summary>Maximum length of a text, in UTF-16 units.</summary>
    private const int MaxTextLength = 1 << 22;

    private readonly ConcurrentDictionary<string, JavaPattern> _kept = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool? Test(RunContext context)
    {
        var (subject, wanted) = (text.Evaluate(context), pattern.Evaluate(context));
        if (!subject.IsString || !wanted.IsString)
        {
            return null;
        }

        // Takes at most a tenth of a second, during which the run cannot be stopped.
        return subject.AsString().Length <= MaxTextLength
            ? Find(wanted.AsString()).IsMatch(subject.AsString())
            : throw new CypherException(CypherErrorType.LimitError, CypherPhase.Runtime, "TextTooLong", $"A regular expression is matched with texts of up to {MaxTextLength} characters, not {subject.AsString().Length}.");
    }

    private JavaPattern Find(string source)
    {
        if (_kept.TryGetValue(source, out var known))
        {
            return known;
        }

        var compiled = JavaPattern.Parse(source);
        return _kept.Count < MaxKept ? _kept.GetOrAdd(source, compiled) : compiled;
    }
}
