using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Extraction.Roles;

/// <summary>
/// Role cues as data. The roles and their test phrases are those of the annotation guidelines ("we build on X", "X-based", "outperforms X", "while X requires … we");
/// the verb groups follow Teufel 1999, "Argumentative zoning" (concept lexicon of contrast, basis and aim), and Jurgens et al. 2018, "Measuring the evolution
/// of a scientific field through citation frames" (extends, uses, compare). Contrast comes first; it is never descent.
/// </summary>
internal static class RoleCues
{
    /// <summary>All cues. Of the phrases that begin at a token the longest matches, for every cue that lists it.</summary>
    public static IReadOnlyList<RoleCue> All { get; } = Number(
    [
        new("role.outperforms", ConceptRole.ComparesWith, CueSide.Before, 7,
            ["outperforms", "outperform", "outperforming", "outperformed", "surpasses", "surpass", "surpassing", "surpassed", "exceeds", "exceed", "exceeding", "beats", "beat", "beating", "superior to", "better than", "improves over", "improve over", "improvement over", "improvements over", "gains over", "gain over", "improving over", "advantage over", "advantages over", "outpaces", "outpacing", "dominates", "on par with", "comparable to", "comparable with", "competitive with", "rivals", "rivaling", "matches", "match the performance of", "matching", "worse than", "faster than", "higher than", "lower than", "underperforms", "underperform", "fewer parameters than", "smaller than", "than"]),
        new("role.compared", ConceptRole.ComparesWith, CueSide.Before, 6,
            ["compared to", "compared with", "compared against", "comparison with", "comparison to", "comparisons with", "compare with", "compare to", "compare against", "comparing with", "comparing to", "in comparison to", "in comparison with", "relative to", "versus", "vs", "vs .", "against", "as opposed to", "over the"]),
        new("role.contrast", ConceptRole.ComparesWith, CueSide.Before, 6,
            ["unlike", "in contrast to", "contrary to", "contrast with", "instead of", "rather than", "differently from", "different from", "differs from", "differ from", "as an alternative to", "alternative to", "alternatives to", "without", "without relying on", "without the need for", "without using", "without needing", "eliminates the need for", "no need for", "eliminating the need for", "avoids", "avoiding", "replacing", "replaces", "replace", "beyond", "limitations of", "limitation of", "shortcomings of", "drawbacks of", "issues of", "problems of", "free of", "bypassing", "bypasses", "as replacement for", "departs from", "not require", "drop - in replacement for", "free from"]),
        new("role.baseline-before", ConceptRole.ComparesWith, CueSide.Before, 5,
            ["baselines such as", "baselines including", "baselines like", "baselines , including", "baselines , such as", "methods such as", "methods like", "methods , such as", "methods including", "methods , including", "approaches such as", "approaches like", "approaches , such as", "approaches including", "models such as", "models like", "models including", "models , such as", "algorithms such as", "algorithms like", "algorithms , such as", "techniques such as", "techniques like", "existing", "traditional", "conventional", "previous", "prior", "standard", "vanilla", "current", "popular", "classic", "classical", "state - of - the - art", "sota"]),
        new("role.baseline-after", ConceptRole.ComparesWith, CueSide.After, 2,
            ["baseline", "baselines", "requires", "require", "suffers", "suffer", "suffers from", "suffer from", "fails", "fail", "fails to", "fail to", "struggles", "struggle", "relies on", "rely on", "is limited", "are limited", "often", "lack", "lacks", "cannot", "typically", "ignore", "ignores", "assumes", "assume", "neglect", "overlook", "by"]),
        new("role.introduce", ConceptRole.Introduces, CueSide.Before, 5,
            ["we propose", "we introduce", "we present", "we develop", "we design", "we describe", "we release", "we construct", "we create", "we build", "we devise", "we contribute", "we unveil", "we formulate", "we curate", "we open - source", "we publish", "we put forward", "we further propose", "we also propose", "we further introduce", "we also introduce", "we also present", "we then propose", "we therefore propose", "we thus propose", "we first propose", "we then introduce", "paper proposes", "paper introduces", "paper presents", "paper describes", "paper develops", "work proposes", "work introduces", "work presents", "article proposes", "article introduces", "article presents", "study proposes", "study introduces", "study presents", "is proposed", "called", "named", "dubbed", "termed", "coined", "namely", "which we call", "we call", "we name", "we dub", "we term", "introducing", "we propose a novel", "we propose a new", "we present a novel", "we introduce a novel", "we introduce a new", "we present a new"]),
        new("role.our-own", ConceptRole.Introduces, CueSide.Before, 1,
            ["our", "the proposed", "our proposed", "our novel", "proposed", "our method", "our approach", "our framework", "our model", "our algorithm", "our method ,", "our approach ,", "our framework ,", "our model ,"]),
        new("role.own-after", ConceptRole.Introduces, CueSide.After, 1,
            [", a novel", ", a new", ", an efficient", ", a simple", ", a general", ", a unified", ", an innovative", ", the first", ", a comprehensive", ", our", "is a novel", "is a new", "is our", "is the first", "outperforms", "achieves", "consists of", "significantly outperforms", "consistently outperforms", "surpasses", "significantly improves", "improves", "demonstrates", "leverages", "enables", "introduces", "employs", "integrates", "outperforming", "sets a new", "reduces", "combines", "obtains", "yields", "is evaluated", "can be"]),
        new("role.based-on", ConceptRole.BuildsOn, CueSide.Before, 6,
            ["based on", "built on", "built upon", "built on top of", "builds on", "builds upon", "build on", "build upon", "building on", "building upon", "on top of", "grounded in", "rooted in", "derived from", "starting from", "inspired by", "motivated by", "inspiration from", "draws on", "drawing on", "following", "rests on", "founded on", "underpinned by", "powered by", "adapted from", "relying on", "with the help of"]),
        new("role.extends", ConceptRole.BuildsOn, CueSide.Before, 5,
            ["extends", "extend", "extending", "extended", "extension of", "extensions of", "extension to", "generalizes", "generalises", "generalize", "generalise", "generalizing", "generalization of", "generalisation of", "variant of", "variants of", "version of", "versions of", "modification of", "modifies", "modify", "modifying", "adapts", "adapt", "adapting", "adaptation of", "improves", "improve", "improving", "enhances", "enhance", "enhancing", "refines", "refining", "reformulates", "reformulate", "revisits", "revisit", "rethinking", "augments", "augmenting", "augment", "accelerates", "accelerate", "accelerating", "augmented", "reinterpret", "scales", "scale", "scaling", "special case of", "instance of", "instantiation of", "a form of", "type of", "kind of", "formulation of", "analogue of", "application of"]),
        new("role.combines", ConceptRole.BuildsOn, CueSide.Before, 6,
            ["combines", "combine", "combining", "combination of", "integrates", "integrate", "integrating", "integration of", "incorporates", "incorporate", "incorporating", "unifies", "unify", "unifying", "fuses", "fusing", "merges", "merging", "couples", "coupling", "hybrid of", "marries", "marrying", "bridges", "bridging", "synergizes", "connects", "blends", "embeds", "embedding", "comprises", "consisting of", "composed of", "consists of", "comprising"]),
        new("role.leverages", ConceptRole.BuildsOn, CueSide.Before, 5,
            ["leverages", "leverage", "leveraging", "employs", "employ", "employing", "exploits", "exploit", "exploiting", "utilizes", "utilize", "utilizing", "utilises", "utilising", "adopts", "adopt", "adopting", "harnesses", "harness", "harnessing", "applies", "apply", "applying", "via", "through", "by means of", "trained with", "trained via", "trained by", "trained using", "optimized with", "optimized by", "optimized via", "optimize", "initialized from", "initialized with", "initialised from", "fine - tuned from", "fine - tuned with", "fine - tuning", "finetuning", "fine - tune", "finetune", "train", "distill", "distilling", "built with", "implemented with", "implements", "equipped with", "formulated as", "as a", "cast as", "framed as", "modeled as"]),
        new("role.uses", ConceptRole.Uses, CueSide.Before, 5,
            ["uses", "use", "using", "used", "with", "trained on", "train on", "training on", "pretrained on", "pre - trained on", "pretrained", "pre - trained", "fine - tuned on", "finetuned on", "from", "including", "such as", "e.g.", "e.g. ,", "like", "by", "under", "into", "applied to", "apply it to", "compatible with", "models including", "models , including", "as judge", "judged by", "generated by", "sampled from", "collected from", "annotated with", "multiple models including", "across", "for"]),
        new("role.compound-after", ConceptRole.BuildsOn, CueSide.After, 0,
            ["- based", "- guided", "- style", "- inspired", "- driven", "- like", "- augmented", "- enhanced", "- powered", "- trained", "- aware", "- assisted", "- induced", "- type", "- enabled", "- aided", "- centric", "- integrated", "- infused", "based", "- to", "/"]),
        new("role.compound-free", ConceptRole.ComparesWith, CueSide.After, 0, ["- free", "- agnostic", "- independent", "- less"]),
        new("role.model-after", ConceptRole.Uses, CueSide.After, 0,
            ["framework", "frameworks", "model", "models", "algorithm", "algorithms", "architecture", "architectures", "approach", "approaches", "method", "methods", "module", "modules", "backbone", "backbones", "encoder", "decoder", "loss", "network", "networks", "system", "training", "policy", "policies", "agent", "agents", "objective", "pipeline", "layer", "layers", "mechanism", "strategy", "technique"]),
        new("role.evaluated-on", ConceptRole.EvaluatesOn, CueSide.Before, 8,
            ["evaluated on", "evaluate on", "evaluating on", "evaluation on", "evaluations on", "experiments on", "experiment on", "experimental results on", "results on", "tested on", "test on", "testing on", "performance on", "accuracy on", "validated on", "validate on", "benchmarked on", "benchmarks such as", "benchmarks , including", "benchmarks including", "benchmarks like", "benchmarks , such as", "benchmarks (", "datasets such as", "datasets including", "datasets , including", "datasets (", "datasets like", "datasets , such as", "benchmarks :", "datasets :", "benchmark ,", "experiments in", "experiments across", "evaluations across", "evaluated in", "demonstrate on", "on the", "on", "in the", "studies on", "analysis on", "tasks from", "tasks in", "state - of - the - art on", "improvements on", "improvement on", "gains on", "scores on", "score on", "domains such as", "environments such as", "suites such as", "tasks such as", "across"]),
        new("role.benchmark-after", ConceptRole.EvaluatesOn, CueSide.After, 2,
            ["benchmark", "benchmarks", "dataset", "datasets", "data set", "data sets", "suite", "suites", "leaderboard", "leaderboards", "test set", "test sets", "environment", "environments", "tasks", "domains", "games", "challenge", "corpus", "corpora", "validation set", "test", "benchmark suite"]),
        new("role.addresses", ConceptRole.Addresses, CueSide.Before, 5,
            ["problem of", "task of", "tasks of", "problems of", "challenge of", "challenges of", "challenges in", "tackle", "tackles", "tackling", "address", "addresses", "addressing", "solve", "solves", "solving", "for", "in", "study", "studies", "tasks such as", "tasks including", "tasks like", "towards", "toward", "applications in", "applied to", "focus on", "focuses on", "investigate", "we study", "we consider", "we address", "consider", "perform", "to"]),
        new("role.measures", ConceptRole.Measures, CueSide.Before, 5,
            ["in terms of", "measured by", "metrics such as", "metrics including", "metrics , including", "metrics like", "metric", "as measured by", "improves", "improve", "improving", "reduces", "reduce", "reducing", "increase", "increases", "increasing", "achieves", "achieve", "achieving", "higher", "better", "lower", "an", "a", "minimize", "minimizes", "minimizing", "maximize", "% in", "points in", "in", "gains in", "improvement in", "improvements in"]),
        new("role.measured-after", ConceptRole.Measures, CueSide.After, 3,
            ["of", "score", "scores", "by", "improvement", "improvements", "gains", "gain", "from", "points", "on", "rate", "rates"]),
        new("role.background", ConceptRole.Mentions, CueSide.Before, 6,
            ["recent advances in", "advances in", "success of", "rise of", "popularity of", "emergence of", "development of", "progress in", "progress of", "recently ,", "widely used", "known as", "advancements in", "recent progress in", "advent of", "developments in", "fields such as", "applications such as", "areas such as", "attention in", "ranging from", "role in"]),
        new("role.background-after", ConceptRole.Mentions, CueSide.After, 2,
            ["have become", "has become", "have emerged", "has emerged", "have shown", "has shown", "have demonstrated", "has demonstrated", "have achieved", "has achieved", "is a", "are a", "has been", "have been", "is an", "are widely", "is widely", "plays", "play", "has gained", "have revolutionized", "has attracted", "is crucial", "is essential", "remains"]),
    ]);

    private static RoleCue[] Number(RoleCue[] cues)
    {
        for (var at = 0; at < cues.Length; at++)
        {
            cues[at] = cues[at] with { Index = at };
        }

        return cues;
    }
}
