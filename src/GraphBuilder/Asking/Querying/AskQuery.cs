using Stemma.GraphBuilder.Asking.Names;
using Stemma.GraphBuilder.Asking.Questions;
using Stemma.GraphModel.Values;

namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>A text with its parameters, ready to run.</summary>
/// <param name="Plan">The plan by which <see cref="RowReader"/> reads the rows.</param>
/// <param name="Text">The text.</param>
/// <param name="Parameters">Its parameters, without the limit.</param>
internal sealed record AskQuery(AskPlan Plan, AskText Text, Dictionary<string, GraphValue> Parameters)
{
    /// <summary>Writes the query for a question; if the question counts papers by year, the query returns the counts.</summary>
    /// <param name="asked">The question, whose conditions are written.</param>
    /// <param name="plan">The plan, which may differ from that of the question.</param>
    /// <param name="write">Writes the text with the conditions.</param>
    /// <param name="parameters">Parameters of the text besides those of the conditions.</param>
    public static AskQuery Write(AskedNames asked, AskPlan plan, Func<AskConditions, AskText> write, params ReadOnlySpan<(string Name, GraphValue Value)> parameters)
    {
        var conditions = asked.Conditions();
        var text = write(conditions);

        // Conditions have parameters only after they are written.
        var all = new Dictionary<string, GraphValue>(conditions.Parameters, StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            all[name] = value;
        }

        return asked.Question.Filters.ByYear ? new AskQuery(plan with { Form = AskForm.ByYear }, AskQueries.ByYear(text), all) : new AskQuery(plan, text, all);
    }

    /// <summary>The query of a plan, see <see cref="AskQueries.Write"/>.</summary>
    public static AskQuery Write(AskedNames asked, AskPlan plan, params ReadOnlySpan<(string Name, GraphValue Value)> parameters) =>
        Write(asked, plan, conditions => AskQueries.Write(plan, conditions), parameters);
}
