using Stemma.GraphBuilder.Extraction.Names;
using Stemma.GraphBuilder.Text;

namespace Stemma.GraphBuilder.Extraction.Findings;

/// <summary>A number linked to a target by a rule.</summary>
/// <param name="Number">The number, with the change in brackets after it as its delta.</param>
/// <param name="Target">Index of the concept.</param>
/// <param name="Rule">Rule id.</param>
internal readonly record struct ResultTie(ResultNumber Number, int Target, string Rule);

/// <summary>Links the plain numbers of one sentence to its targets by rules.</summary>
internal sealed class SentenceResults(PaperDocument document, List<ResultNumber> numbers, List<ResultTarget> targets, List<ResultTarget> metrics)
{
    /// <summary>"81.8%, 34.7% and 76.4% on GSM8K, MATH and ARC-C".</summary>
    public const string ListRule = "result.list";

    /// <summary>"GSM8K (+5.9)".</summary>
    public const string BracketRule = "result.bracket";

    /// <summary>"81.8% on GSM8K".</summary>
    public const string BehindRule = "result.behind";

    /// <summary>"on GSM8K by 5.9%".</summary>
    public const string BeforeRule = "result.before";

    /// <summary>
    /// Most tokens between number and target: farther away, a number mostly belongs to another clause (training labels: 80 % of results are within 20 tokens of their target).
    /// </summary>
    private const int Reach = 20;

    /// <summary>Most tokens between two members of a run, plus one per metric of the sentence.</summary>
    private const int RunGap = 3;

    private readonly List<ResultTie> _ties = [];

    /// <summary>Links all numbers.</summary>
    public List<ResultTie> Tie()
    {
        for (var first = 0; first < numbers.Count;)
        {
            var end = first + 1;
            while (end < numbers.Count && (IsChangeOf(document, numbers[end], numbers[end - 1]) || IsCoordinated(numbers[end - 1].Range.End, numbers[end].Range.First)))
            {
                end++;
            }

            TieRun(first, end);
            first = end;
        }

        return _ties;
    }

    private void TieRun(int first, int end)
    {
        var values = Values(first, end);
        if (values.Count == 1 && BehindOtherName(values[0]))
        {
            return;
        }

        var next = end < numbers.Count ? numbers[end].Range.First : int.MaxValue;
        if (values.Count == 1 && BeforeBracket(values[0]) is { } bracketed)
        {
            _ties.Add(new ResultTie(values[0], bracketed.Concept, BracketRule));
        }
        else if (Behind(numbers[end - 1].Range.End, next) is { Count: > 0 } behind)
        {
            Distribute(values, behind, behind[0], BehindRule);
        }
        else if (Before(values[0].Range.First) is { Count: > 0 } before)
        {
            Distribute(values, before, before[^1], BeforeRule);
        }
    }

    /// <summary>The values of a run, with a change in brackets merged into the value before it.</summary>
    private List<ResultNumber> Values(int first, int end)
    {
        var values = new List<ResultNumber>();
        for (var at = first; at < end; at++)
        {
            if (at > first && IsChangeOf(document, numbers[at], numbers[at - 1]))
            {
                values[^1] = values[^1] with { Delta = numbers[at].Delta };
            }
            else
            {
                values.Add(numbers[at]);
            }
        }

        return values;
    }

    /// <summary>"81.8% (+5.9%)".</summary>
    public static bool IsChangeOf(PaperDocument document, ResultNumber change, ResultNumber value)
    {
        var open = value.Range.End;
        return change.Delta is not null && document.Is(open, '(') && change.Range.First - open <= 2;
    }

    /// <summary>True where only commas, closing brackets, conjunctions, slashes, plus signs and metrics are between: "3.1%, 5.4% and 7.9%".</summary>
    private bool IsCoordinated(int first, int end)
    {
        var other = 0;
        var joint = false;
        for (var token = first; token < end; token++)
        {
            var isJoint = document.Is(token, ',') || document.Is(token, "and") || document.Is(token, "or") || document.Is(token, '/') || document.Is(token, ')');
            joint |= isJoint;
            other += isJoint || document.Is(token, '+') || ResultTarget.AnyHas(metrics, token) ? 0 : 1;
            if (ResultTarget.AnyBeginsAt(targets, token))
            {
                return false;
            }
        }

        return joint && other == 0 && end - first <= RunGap + metrics.Count;
    }

    /// <summary>"OlympiadBench (+15.7)".</summary>
    private ResultTarget? BeforeBracket(ResultNumber number)
        => BracketAt(number) is >= 0 and var open && targets.FindIndex(target => target.Range.End == open) is >= 0 and var at ? targets[at] : null;

    /// <summary>True for a number in brackets after a name that is no target, to which it belongs.</summary>
    private bool BehindOtherName(ResultNumber number)
        => BracketAt(number) is > 0 and var open && NameShapes.IsCoined(document, open - 1) && !targets.Exists(target => target.Range.End == open);

    /// <summary>The opening bracket directly before a number and its sign, or -1.</summary>
    private int BracketAt(ResultNumber number)
    {
        var open = number.Range.First - 1;
        while (open > 0 && (document.Is(open, '+') || document.Tokens[open].Kind == TokenKind.Hyphen))
        {
            open--;
        }

        return document.Is(open, '(') ? open : -1;
    }

    /// <summary>The run of targets that follows a number and a preposition, if no other number comes first.</summary>
    private List<ResultTarget> Behind(int from, int nextNumber)
    {
        var run = new List<ResultTarget>();
        foreach (var target in targets)
        {
            if (target.Range.First < from)
            {
                continue;
            }

            var belongs = run.Count == 0
                ? target.Range.First - from <= Reach && target.Range.First < nextNumber && HasPreposition(from, target.Range.First)
                : IsCoordinated(run[^1].Range.End, target.Range.First) || target.Range.First - run[^1].Range.End <= 1;
            if (!belongs)
            {
                break;
            }

            run.Add(target);
        }

        return run;
    }

    /// <summary>The run of targets that ends before a number.</summary>
    private List<ResultTarget> Before(int number)
    {
        var run = new List<ResultTarget>();
        for (var at = targets.Count - 1; at >= 0; at--)
        {
            if (targets[at].Range.End > number)
            {
                continue;
            }

            if (run.Count > 0 ? !IsRun(targets[at].Range.End, run[^1].Range.First) : number - targets[at].Range.End > Reach)
            {
                break;
            }

            run.Add(targets[at]);
        }

        run.Reverse();
        return run;
    }

    private bool IsRun(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (!document.Is(token, ',') && !document.Is(token, "and") && !document.Is(token, '/'))
            {
                return false;
            }
        }

        return true;
    }

    private bool HasPreposition(int first, int end)
    {
        for (var token = first; token < end; token++)
        {
            if (document.Is(token, "on") || document.Is(token, "in") || document.Is(token, "for") || document.Is(token, "across") || document.Is(token, "over") || document.Is(token, "at"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One to one where the lengths agree; else a single number to every target, or several numbers to the nearest target of the run.</summary>
    private void Distribute(List<ResultNumber> values, List<ResultTarget> run, ResultTarget nearest, string rule)
    {
        if (values.Count == run.Count)
        {
            for (var at = 0; at < values.Count; at++)
            {
                _ties.Add(new ResultTie(values[at], run[at].Concept, values.Count > 1 ? ListRule : rule));
            }
        }
        else if (values.Count == 1)
        {
            run.ForEach(target => _ties.Add(new ResultTie(values[0], target.Concept, rule)));
        }
        else
        {
            values.ForEach(value => _ties.Add(new ResultTie(value, nearest.Concept, rule)));
        }
    }
}
