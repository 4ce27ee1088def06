using System.Text.RegularExpressions;

namespace Stemma.GraphBuilder.Asking.Questions;

/// <content>Phrases of people who search for earlier work or ask how much of it there is.</content>
internal static partial class Phrasings
{
    /// <summary>"… these days": dropped, because answers always cover up to the newest paper.</summary>
    [GeneratedRegex(@"\s+(?:these\s+days|nowadays|right\s+now|at\s+the\s+moment|currently|so\s+far|(?:in|from)\s+the\s+literature|please|thanks)$|(?<=^(?:is|are)\s.*)\s+still(?=\s+an?\s)", Options)]
    private static partial Regex Lately();

    [GeneratedRegex(@"^how\s+(?:often|frequently|widely|much)\s+(?:is|are|was|were)\s+(?<x>.+?)\s+(?:used|applied)$", Options)]
    private static partial Regex HowOften();

    /// <summary>"Is there any prior work on …", "novelty check: …": asks for papers.</summary>
    [GeneratedRegex(@"^(?:(?:is|are)\s+there\s+)?(?:(?:any|some)\s+)?(?:(?:(?:prior|previous|existing|related|earlier)\s+)?(?:works?|research|literature|studies)|(?:prior|previous|existing|related|earlier)\s+papers)\s+(?:on|about|for|in|into|regarding)\s+(?:(?:the\s+use\s+of|using)\s+)?|^(?:novelty(?:\s+check)?|prior\s+art|related\s+work)\s*:\s*|^(?:does|do)\s+(?:anything|something|any\s+(?:papers?|works?))\s+exist\s+(?:on|about|for)\s+", Options)]
    private static partial Regex Existing();

    [GeneratedRegex(@"^what\s+(?:happened|has\s+happened|was\s+done|was\s+published|came\s+out)\s+(?:in|on)\s+(?!(?:19|20)\d\d)", Options)]
    private static partial Regex Happening();

    [GeneratedRegex(@"^(?:(?:(?:what|which|when)\s+(?:is|was)\s+)?(?:the\s+)?(?:earliest|first|oldest)\s+mentions?\s+of|who\s+first\s+(?:used|mentioned|named)(?:\s+the\s+(?:term|word|name|phrase|expression))?)\s+", Options)]
    private static partial Regex FirstNaming();

    /// <summary>"Which method has the highest F1 on …" asks for the highest F1; the answer names the method.</summary>
    [GeneratedRegex(@"^(?:which|what|who)\s+(?:\w+\s+)?(?:has|have|holds?|gets?|got|achieves?|achieved|reach(?:es|ed)?|reports?|reported)\s+(?:the\s+)?(?=(?:best|highest|lowest)\s)", Options)]
    private static partial Regex Holding();

    /// <summary>"… and when they were published": each row has its year.</summary>
    [GeneratedRegex(@",?\s+and\s+(?:when|in\s+(?:what|which)\s+year)\s+(?:they|it)\s+(?:was|were|came|appeared)\b.*$", Options)]
    private static partial Regex WithWhen();

    [GeneratedRegex(@"^(?<x>(?:(?:which|what|the)\s+)?(?:papers|work|research)\s.+?)\s+over\s+(?:time|the\s+years)$", Options)]
    private static partial Regex OverTime();

    /// <summary>How interest in a topic grew or shrank: answered by papers per year.</summary>
    [GeneratedRegex(@"^(?:(?:what|how)\s+(?:is|are|was|has|did)\s+)?(?:the\s+)?(?:(?:growth|rise|decline|popularity|trends?|evolution\s+of\s+interest)\s+(?:of|in|for|on)|(?:is|has|was)\s+(?:the\s+)?interest\s+in|interest\s+in)\s+(?<x>.+?)(?:\s+(?:over\s+(?:time|the\s+years)|(?:(?:still|been)\s+)?(?:growing|grown|declining|declined|rising|falling|fading|peaked|changed|developed|evolved)(?:\s+over\s+(?:time|the\s+years))?))?$", Options)]
    private static partial Regex Interest();

    /// <summary>"Is X still popular?": all papers that name it, by year.</summary>
    [GeneratedRegex(@"^(?:is|are)\s+(?<x>.+?)\s+(?:(?:still|yet)\s+(?:that\s+|very\s+)?(?:popular|relevant|alive|active|hot|trendy|trending|studied|researched|worth\s+(?:it|studying)|a\s+thing)|(?:already\s+|now\s+)?(?:dead|dying|obsolete|outdated|out\s+of\s+fashion|(?:growing|declining|rising|gaining|losing)(?:\s+in)?(?:\s+popularity)?))$", Options)]
    private static partial Regex Popular();

    [GeneratedRegex(@"^(?:is|are)\s+(?<x>.+?)\s+still\s+(?:(?:widely|being|in)\s+)?(?:used?|applied|employed)$", Options)]
    private static partial Regex StillUsed();

    [GeneratedRegex(@"^(?:when\s+(?:did|does)\s+(?:the\s+)?(?:interest\s+in\s+|popularity\s+of\s+)?(?<x>.+?)\s+peak|(?:in\s+)?(?:which|what)\s+year\s+(?:were|was|had|saw|are)\s+(?:the\s+)?most\s+papers\s+(?:on|about|for|with|using)\s+(?<x>.+?)(?:\s+(?:published|written))?|(?:which|what)\s+years?\s+(?:has|have|had|saw)\s+(?:the\s+)?most\s+(?!papers\b)(?<x>.+?)\s+(?:papers|publications|work))$", Options)]
    private static partial Regex Peaking();

    /// <summary>"Has X been done before?" asks for papers about it.</summary>
    [GeneratedRegex(@"^(?:has|have|was|were)\s+(?<x>.+?)\s+(?:been\s+)?(?:done|tried|studied|explored|investigated)(?:\s+(?:before|already|yet))?$", Options)]
    private static partial Regex Done();

    /// <summary>"What percentage of 2025 papers mention X?": the papers of the year, which the answer sets beside all of that year.</summary>
    [GeneratedRegex(@"^(?:what|which)\s+(?:percentage|percent|share|fraction|proportion)\s+of\s+(?:all\s+)?(?:the\s+)?(?:(?<year>(?:19|20)\d\d)\s+papers|papers\s+(?:in|from|of)\s+(?<year>(?:19|20)\d\d))\s+(?<what>\w+\s.+)$", Options)]
    private static partial Regex Portion();

    [GeneratedRegex(@"^(?:what|which)\s+(?:percentage|percent|share|fraction|proportion)\s+of\s+(?:all\s+)?(?:the\s+)?papers\s+(?<what>\w+\s.+)$", Options)]
    private static partial Regex PortionByYear();

    [GeneratedRegex(@"^(?:in\s+)?(?:what|which)\s+year\s+did\s+", Options)]
    private static partial Regex YearOfWhen();

    /// <summary>"Has A published with B?": two names of at least two words each, because "does DPO work with PPO" is not about authors.</summary>
    [GeneratedRegex(@"^(?:has|have|did|does)\s+(?<x>\S+\s\S+(?:\s\S+)??)\s+(?:ever\s+)?(?:publish(?:ed)?|work(?:ed)?|write|wrote|written|collaborated?|co-?author(?:ed)?)\s+(?:(?:a\s+)?papers?\s+|anything\s+)?with\s+(?<y>\S+\s\S+(?:\s\S+)?)$", Options)]
    private static partial Regex WithEachOther();
}
