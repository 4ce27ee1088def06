namespace Stemma.GraphBuilder.Asking.Querying;

/// <summary>
/// Recognises surveys by their titles, in Cypher. Of 1,701 titles with "survey", "review", "overview" or "tutorial" among 143,937 papers, 1,359 count; of 80 of those read at random, four
/// are no surveys, and of 120 others, seven are.
/// </summary>
internal static class SurveyTitles
{
    /// <summary>Words before "review" in the title of a survey: "a systematic review of".</summary>
    private const string Kinds =
        "systematic|literature|critical|comprehensive|scoping|brief|short|mini|concise|comparative|narrative|technical|structured|historical|integrative|in-depth|extensive|thorough|broad|selective|"
        + "state-of-the-art|analytical|taxonomic|guided|focused|rapid|recent|detailed|meta";

    /// <summary>A review is a survey if the title says of what kind it is or of what, or ends with it after a colon or a dash; "user reviews" are texts.</summary>
    private const string Named =
        @"(?s).*(\b(survey|overview|tutorial)\b|[:.?!–—-] *reviews? (of|on|and)\b|\ban? ([\w-]+ ){0,2}review( of| on| and| for| in| with| from| towards?|[:,.(–—-])|\b(" + Kinds + @") reviews?( of| on| and| for| in| with|[:,.(–—-])|[:.–—-] *([\w-]+ ){0,3}review\.).*";

    /// <summary>Reviews and surveys that a paper works on: texts of customers and referees, questionnaires, measurements, and surveys that a program writes or screens.</summary>
    private const string Worked =
        @"(?s).*(\b(peer|code|user|customer|product|movie|app|book|fake|online|spam|design|paper|expert|patient|hotel|restaurant|drug|merge)[ -]reviews?\b|"
        + @"\b(automat\w*|perform\w*|support\w*|generat\w*|conduct\w*|produc\w*|accelerat\w*|assist\w*|screening|for|in|of) ([\w-]+ ){0,2}(literature|systematic|scoping) reviews?\b|"
        + @"\bsurvey (data|responses?|respondents?|questions?|questionnaires?|participants?|items?|results?|design|research|simulation|text|answers?|generation)\b|"
        + @"\b(household|social|user|opinion|telephone|online|health|sky|galaxy|national|aerial|world values|public|student|customer|demographic|census|longitudinal|panel|american|european|bathymetric|photometric|"
        + @"spectroscopic|site|visual|land|course|employee|market|human) surveys?\b).*";

    /// <summary>The condition that a paper's title is that of a survey.</summary>
    /// <param name="paper">The variable of the paper.</param>
    public static string Condition(string paper) =>
        $"': ' + toLower({paper}.title) + '.' =~ {ResultCondition.Literal(Named)} AND NOT toLower({paper}.title) =~ {ResultCondition.Literal(Worked)}";
}
