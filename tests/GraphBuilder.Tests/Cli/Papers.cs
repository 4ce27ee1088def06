namespace Stemma.GraphBuilderTests.Cli;

/// <summary>Small invented papers that give a non-empty graph.</summary>
internal static class Papers
{
    public const string Introduces =
        """{"id":"2301.00001","title":"SlowNet: Slow Fields for Language Models","abstract":"We propose Slow Field Networks (SlowNet), a new architecture for language models. SlowNet outperforms the Transformer on GSM8K and reaches 61.5% accuracy.","authors":"Ada Reed, Bo Lin"}""";

    public const string BuildsOn =
        """{"id":"2401.00002","title":"StepField: Preferences One Step at a Time","abstract":"We propose StepField, which builds on Direct Preference Optimization (DPO). It is evaluated on GSM8K and MATH.","authors":"Cy Marsh"}""";

    public const string FromConference =
        """{"id":"conf2023:9","title":"SlowNet: Slow Fields for Language Models","abstract":"We propose Slow Field Networks (SlowNet), a new architecture for language models.","year":2023,"venue":"CONF","authors":["Ada Reed"," Bo Lin"]}""";

    public static string Bibliography(string title) => $"@article{{key, title = {{{title}}}, year = 2022, author = {{Moor, Dee}}, abstract = {{We use Proximal Policy Optimization (PPO) to walk.}}}}\n";

    /// <summary>Many different papers, for runs that take a moment.</summary>
    public static string Many(int count) => string.Concat(Enumerable.Range(0, count).Select(at =>
        $$"""{"id":"n{{at}}","title":"A Study of Field Number {{at * 7919 % 100003}}","abstract":"We propose FieldNet{{at}}, which builds on the Transformer. FieldNet{{at}} outperforms BERT on GLUE by {{at % 9}}.{{at % 7}}% and is trained with Adam on ImageNet. Unlike DPO, it needs no reward model.","year":{{2000 + (at % 25)}},"authors":["Author {{at % 100}}"]}""" + "\n"));
}
