namespace Stemma.GraphBuilder.Asking;

/// <summary>
/// The grammar of questions, as data. A template is words, <c>(a|b c)</c> alternatives, <c>[may be absent]</c>, <c>{x}</c> and <c>{y}</c> names, and <c>@macro</c>.
/// The first template that fits wins, so the special stand before the general. Each has an example, which is a test and a suggestion.
/// </summary>
internal static class QuestionPatterns
{
    /// <summary>Parts that many templates share.</summary>
    public static IReadOnlyDictionary<string, string> Macros { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["what"] = "(what|which|who|list|show|find|name)",
        ["papers"] = "(papers|paper|works|work|articles|article|publications|studies|research|methods|method|models|approaches|algorithms|techniques|variants|systems|people|authors|recent papers|else)",
        ["data"] = "(benchmarks|benchmark|datasets|dataset|data sets|data|environments|suites|test sets|benchmarks and datasets|datasets and benchmarks|datasets or benchmarks)",
        ["builds"] = "(builds on top of|build on top of|built on top of|building on top of|is built on top of|are built on top of|is built on|are built on|builds on|build on|built on|building on|builds upon|build upon|built upon|builds off|extends|extend|extended|extending|improves on|improve on|improves upon|improve upon|is based on|are based on|based on|is derived from|are derived from|derived from|derives from|derive from|descends from|descend from|starts from|start from|follows|modifies|modify|generalizes|generalises|generalize|generalise)",
        ["evaluates"] = "(evaluate on|evaluates on|evaluated on|evaluating on|are evaluated on|is evaluated on|were evaluated on|test on|tests on|tested on|are tested on|benchmark on|benchmarked on|report on|reports on|report results on|report numbers on|run on|experiment on|experiment with|measure on|use for evaluation)",
        ["introduced"] = "(introduced|introduces|introduce|proposed|proposes|invented|created|developed|presented|released|published|coined|made|came up with)",
        ["beats"] = "(outperform|outperforms|outperformed|beat|beats|surpass|surpasses|exceed|exceeds|are better than|is better than|better than|do better than|does better than|perform better than|performs better than|improve over|improves over|win over|win against)",
        ["scores"] = "(accuracy|accuracies|score|scores|result|results|performance|numbers|number|f1|f1 score|bleu|bleu score|rouge|perplexity|error|error rate|success rate|return|returns|reward|precision|recall|auc|map|miou|fid|fid score|pass@1|win rate)",
        ["compares"] = "(compare with|compares with|compare to|compares to|compare against|compares against|compare themselves with|compared with|compared to|outperform|outperforms|beat|beats|surpass|surpasses|exceed|are better than|better than|contrast with|contrasts with|compete with|competes with)",
    };

    /// <summary>The templates in order of precedence.</summary>
    public static IReadOnlyList<QuestionPattern> All { get; } =
    [
        new(QuestionKind.Connection, "[how] (are|is) {x} and {y} (connected|related|linked)", "how are PPO and DPO connected?"),
        new(QuestionKind.Connection, "how (is|are) {x} (connected to|related to|linked to|connected with) {y}", "how is RLHF related to DPO?"),
        new(QuestionKind.Connection, "how (does|do) {x} relate to {y}", "how does GRPO relate to PPO?"),
        new(QuestionKind.Connection, "[what is] [the] (path|paths|connection|connections|link|relation|relationship) (between|from) {x} (and|to) {y}", "path from PPO to DPO"),
        new(QuestionKind.Connection, "what (connects|links|relates) {x} (and|to|with) {y}", "what connects BERT and GPT-2?"),
        new(QuestionKind.InCommon, "what (do|does|have) {x} and {y} (have in common|share|in common)", "what do PPO and DPO have in common?"),
        new(QuestionKind.InCommon, "what (does|do) {x} (have in common with|share with) {y}", "what does GRPO have in common with PPO?"),
        new(QuestionKind.InCommon, "[what are] [what is] [the] (similarities|similarity|commonalities|common ground) (between|of) {x} (and|with) {y}", "similarities between PPO and DPO"),
        new(QuestionKind.Connection, "compare {x} (and|with|to|against|vs|vs.|versus) {y}", "compare PPO and GRPO") { AsksContrast = true },
        new(QuestionKind.Connection, "[@what] @papers comparing {x} (and|with|to|against|vs|vs.|versus) {y}", "papers comparing PPO with GRPO") { AsksContrast = true },
        new(QuestionKind.Connection, "[@what] @papers that compare {x} (with|to|against|vs|vs.|versus) {y}", "papers that compare PPO with GRPO") { AsksContrast = true },
        new(QuestionKind.Connection, "how (does|do) {x} compare (to|with|against) {y}", "how does PPO compare to GRPO?") { AsksContrast = true },
        new(QuestionKind.Connection, "[what is] [the] (difference|differences|comparison) (between|of) {x} (and|to|with) {y}", "difference between PPO and GRPO") { AsksContrast = true },
        new(QuestionKind.Connection, "[what is] {x} (vs|vs.|versus) {y}", "PPO vs GRPO") { AsksContrast = true },

        new(QuestionKind.Connection, "(is|are|was) {x} (based on|built on|derived from|a variant of|an extension of) {y}", "is SimPO based on DPO?") { Whether = QuestionKind.BuildsOn },
        new(QuestionKind.Connection, "(is|are|was) {x} (better than|worse than|similar to|the same as|different from) {y}", "is DPO better than PPO?") { AsksContrast = true },
        new(QuestionKind.Connection, "(is|are|was) {x} related to {y}", "is DPO related to PPO?"),
        new(QuestionKind.Connection, "(does|do|did) {x} (build on|build upon|extend|follow|derive from|come from|improve on) {y}", "does SimPO build on DPO?") { Whether = QuestionKind.BuildsOn },
        new(QuestionKind.Connection, "(does|do|did) {x} (use|rely on|employ) {y}", "does Mamba use attention?") { Whether = QuestionKind.Uses },
        new(QuestionKind.Connection, "(does|do|did) {x} (outperform|beat|surpass) {y}", "does GRPO outperform PPO?") { AsksContrast = true },

        new(QuestionKind.Lineage, "[what is] [the] (lineage|history|genealogy|evolution|family tree) [of] {x}", "lineage of PPO"),
        new(QuestionKind.Lineage, "how (has|have|did) {x} (evolved|evolve|developed|develop|changed|change) [over time|over the years]", "how has BERT evolved?"),
        new(QuestionKind.Lineage, "what (comes|came) before and after {x}", "what came before and after PPO?"),

        new(QuestionKind.Ancestors, "what (does|do|did) {x} (build on top of|build on|build upon|extend|derive from|descend from|improve on|improve upon|start from|generalize|come from)", "what does DPO build on?"),
        new(QuestionKind.Ancestors, "what (is|are|was|were) {x} (based on|built on top of|built on|built upon|derived from|inspired by)", "what is SimPO based on?"),
        new(QuestionKind.Ancestors, "where (does|do|did) {x} (come from|originate)", "where does GRPO come from?"),
        new(QuestionKind.Ancestors, "[what are] [the] (ancestors|predecessors|roots|origins|foundations|parents|ancestry|prior work) of {x}", "ancestors of DPO"),

        new(QuestionKind.Ancestors, "(what|which methods) (came|comes|come) before {x}", "what came before BERT?"),

        new(QuestionKind.Successors, "(what|which methods|which models|who) (came|comes|come) after {x}", "what came after DQN?"),
        new(QuestionKind.Successors, "(what|which methods|which method|which models|which model) (replaced|replaces|has replaced|have replaced|superseded|supersedes|has superseded|succeeded|succeeds|followed after|is replacing) {x}", "what replaced BERT?"),
        new(QuestionKind.Successors, "what (is|are) [the] [modern] (replacement|replacements) (for|of) {x}", "what is the replacement for DQN?"),
        new(QuestionKind.Successors, "[what are] [what is] [the] (successors|successor|descendants|descendant|children|offspring|heirs) (of|to) {x}", "successors of DreamerV2"),

        new(QuestionKind.Variants, "[what are] [the] [known] (variants|variations|versions|flavours|flavors) of {x}", "variants of DPO"),
        new(QuestionKind.Variants, "(what|which) (variants|variations|versions) (of|does) {x} (exist|are there|have)", "which variants of DPO exist?"),
        new(QuestionKind.Variants, "what variants does {x} have", "what variants does PPO have?"),

        new(QuestionKind.EvaluatedWith, "[on] (what|which) @data (is|are|was|were) {x} (evaluated|tested|benchmarked|evaluated on|tested on|benchmarked on|run on|used with)", "which benchmarks is DPO evaluated on?"),
        new(QuestionKind.EvaluatedWith, "what (is|are) {x} (evaluated|tested|benchmarked) on", "what is DPO evaluated on?"),
        new(QuestionKind.EvaluatedWith, "(what|which) @data (does|do|did) {x} (use|evaluate on|report on|train on|test on)", "which datasets does Decision Transformer use?"),
        new(QuestionKind.EvaluatedWith, "where is {x} (evaluated|tested|benchmarked)", "where is DreamerV3 evaluated?"),

        new(QuestionKind.NewDataFor, "[@what] @papers [that] [which] (introduce|introduces|introduced|introducing|propose|proposes|proposed|proposing|present|presents|release|releases|released|create|created) (a|an|new|a new|some|any) @data (for|on|of|in) {x}", "which papers introduce a benchmark for code generation?") { Order = RowOrder.Newest },
        new(QuestionKind.NewDataFor, "[what are] [the] (new) @data (for|on|of|in) {x}", "new benchmarks for tool use") { Order = RowOrder.Newest },
        new(QuestionKind.NewMethodsFor, "[@what] @papers [that] [which] (introduce|introduces|introduced|introducing|propose|proposes|proposed|proposing|present|presents) (a|an|new|a new|some|any) (method|methods|model|models|algorithm|algorithms|approach|approaches|architecture|architectures) (for|in) {x}", "which papers propose a new method for object detection?") { Order = RowOrder.Newest },
        new(QuestionKind.NewMethodsFor, "[what are] [the] (new) (methods|models|algorithms|approaches|techniques|architectures) (for|in|on) {x}", "new methods for offline reinforcement learning") { Order = RowOrder.Newest },
        new(QuestionKind.IntroducedBy, "@papers [that] [which] (introduce|introduces|introduced|introducing|proposing|propose) {x}", "papers that introduce GSM8K"),
        new(QuestionKind.IntroducedBy, "(who|what|which) [paper|papers|work|article] [first] @introduced {x} [first]", "who introduced GSM8K?"),
        new(QuestionKind.IntroducedBy, "who (wrote|authored) [the] [paper on|paper about] {x} [paper]", "who wrote MPPO?"),
        new(QuestionKind.IntroducedBy, "[who] [are|is] [the] (authors|author) of {x}", "authors of MPPO"),
        new(QuestionKind.IntroducedBy, "(where|when|by whom|in which paper|in what paper) (was|were|is|are) {x} [first] (introduced|proposed|presented|invented|published|released|created)", "when was D4RL introduced?"),
        new(QuestionKind.IntroducedBy, "[what is] [the] (original|origin|source|first|founding|seminal) [paper|work|reference] (of|for|on|behind) {x}", "original paper of CQL"),
        new(QuestionKind.IntroducedBy, "who is behind {x}", "who is behind AlpacaEval?"),
        new(QuestionKind.IntroducedBy, "who (are|is) the (authors|author|inventors|inventor|creators|creator) of {x}", "who are the authors of GSM8K?"),

        new(QuestionKind.ResultsOf, "[what is] [what are] [what was] [the] [reported] @scores (of|for|by) {x} (on|in) {y}", "accuracy of BERT on SQuAD"),
        new(QuestionKind.ResultsOf, "(what|which|how much|how high) [an|a] @scores (does|do|did) {x} (get|achieve|reach|report|have|obtain|attain|score) (on|in) {y}", "what accuracy does BERT reach on SQuAD?"),
        new(QuestionKind.ResultsOf, "what (does|do|did) {x} (get|achieve|score|reach|report) (on|in) {y}", "what does BERT score on SQuAD?"),
        new(QuestionKind.ResultsOf, "how (well|good|accurately|accurate|much|high) (does|do|did|is|are) {x} [do|perform|work|score|fare|generalize|generalise] (on|at|in) {y}", "how well does BERT do on SQuAD?"),
        new(QuestionKind.ResultsOf, "how (does|do|did) {x} (do|perform|work|score|fare) (on|at|in) {y}", "how does BERT perform on SQuAD?"),

        new(QuestionKind.NumbersOn, "[what are] [list|show] all [the] (numbers|results|scores|values) [reported] (on|for) {x}", "all numbers on GSM8K"),
        new(QuestionKind.ResultsOn, "[what are] [what is] [the] (best|top|highest|strongest|state of the art|state-of-the-art|sota) [results|result|scores|score|accuracy|performance|numbers|methods|method|models|model] (on|for) {x}", "best results on GSM8K"),
        new(QuestionKind.ResultsOn, "[what|which] [are] [the] (results|scores|numbers) [are reported] (on|for) {x}", "results on MATH"),
        new(QuestionKind.ResultsOn, "(what|which|who) [method|model|paper] (performs best|is best|scores highest|leads) on {x}", "which model performs best on GSM8K?"),
        new(QuestionKind.ResultsOn, "(leaderboard|sota) (of|for) {x}", "leaderboard of GSM8K"),

        new(QuestionKind.TasksOf, "(what|which) (tasks|task|problems|problem|applications) (does|do|is|are) {x} (address|addresses|solve|used for|applied to|work on|tackle)", "which tasks does Mamba address?"),
        new(QuestionKind.TasksOf, "what (is|are) {x} used for", "what is LoRA used for?"),
        new(QuestionKind.TasksOf, "(applications|uses|tasks) of {x}", "applications of diffusion models"),

        new(QuestionKind.UsedBy, "what (does|do|did) {x} (use|rely on|make use of)", "what does DreamerV3 use?"),
        new(QuestionKind.UsedBy, "(what|which) (methods|models|components|techniques|algorithms) (does|do|did) {x} (use|rely on)", "which methods does RAG use?"),

        new(QuestionKind.BenchmarksFor, "(what|which) [are|is] [the] [most] [common|popular|used|usual|main] @data [are|is] [the] [most] [used|common|popular|there|exist] (for|in) {x}", "which benchmarks are used for offline reinforcement learning?"),
        new(QuestionKind.BenchmarksFor, "[the] [most] (common|popular|used|main) @data (for|in) {x}", "most used datasets for semantic segmentation"),
        new(QuestionKind.BenchmarksFor, "[what] [is|are] [a|an|the|some] (good|best|suitable|standard|typical|recommended) @data (for|in|on) {x}", "what is a good benchmark for math reasoning?"),
        new(QuestionKind.BenchmarksFor, "[list|show|find|name] [me] [all|some] [the] @data [used] (for|in|on) {x}", "benchmarks for machine translation"),
        new(QuestionKind.BenchmarksFor, "(what|which) @data (is|are) [commonly|usually|often|mostly] used (to evaluate|to test|to train|to benchmark|in evaluating|for evaluating|for training|to measure) {x}", "which datasets are used to evaluate world models?"),
        new(QuestionKind.BenchmarksFor, "how (do i|do you|do people|do we|should i|to|can i|can one|does one|should one|would one) (evaluate|benchmark|test) [a|an|the|my] {x}", "how do I evaluate RAG?"),
        new(QuestionKind.BenchmarksFor, "how (is|are) {x} (evaluated|benchmarked|tested)", "how is object detection evaluated?"),
        new(QuestionKind.MetricsFor, "(what|which) (metrics|metric|measures|evaluation metrics) (is|are) [commonly|usually|often|mostly|most] (used for|used in|used to evaluate|used to measure|reported for|common for|common in|standard for|measured for) {x}", "which metrics are used for image captioning?"),
        new(QuestionKind.MetricsFor, "(metrics|metric|evaluation metrics) [used] (for|in) {x}", "metrics for speech recognition"),
        new(QuestionKind.MetricsFor, "how (is|are) {x} (measured|scored)", "how is machine translation measured?"),
        new(QuestionKind.BenchmarksFor, "(what|which) @data (should i use|should one use|do i use|can i use|to use) (for|in) {x}", "which benchmark should I use for offline RL?"),
        new(QuestionKind.MethodsFor, "(what|which) [are|is] [the] [most] [common|popular|used|main] (methods|method|models|model|algorithms|approaches|techniques) [are|is] [the] [most] [used|common|popular|there|exist] for {x}", "which methods are used for offline reinforcement learning?"),
        new(QuestionKind.MethodsFor, "(what|which) [methods|method|models|model|algorithms|algorithm|approaches|approach] (works|work|performs|perform|is|are|does|do) [the] best (for|in|at) {x}", "which methods work best for continuous control?") { AsksContrast = true },
        new(QuestionKind.MethodsFor, "(methods|models|algorithms|approaches|techniques) [used] for {x}", "methods for speech recognition"),
        new(QuestionKind.MethodsFor, "(list|show|find) [me] [all] [the] {x} (methods|algorithms|approaches|techniques)", "list offline RL methods"),
        new(QuestionKind.MethodsFor, "how (is|do people do|to do) {x} (done|solved|approached)", "how is semantic segmentation done?"),

        new(QuestionKind.ComparedTo, "(what|which) [methods|baselines|models] (is|are|was|were) {x} compared (with|to|against)", "what is DPO compared with?"),
        new(QuestionKind.ComparedTo, "(what|which) [methods|baselines|models] does {x} (compare with|compare to|compare against|outperform|beat|surpass)", "what does SimPO outperform?"),
        new(QuestionKind.ComparedTo, "[what are] [the] (baselines|alternatives|competitors|rivals) (of|for|to) {x}", "alternatives to PPO"),
        new(QuestionKind.Outperforms, "(what|which|list|show|find|name) [the] [methods|method|models|model|algorithms|algorithm|approaches|techniques|systems] [that] @beats {x}", "which methods outperform DPO?"),
        new(QuestionKind.Outperforms, "(methods|models|algorithms|approaches|techniques|systems) [that] @beats {x}", "methods that outperform CQL"),
        new(QuestionKind.ComparesWith, "@what [@papers] [that] @compares {x}", "which papers compare with CQL?"),

        new(QuestionKind.EvaluatesOn, "@what [@papers] [that] [are] @evaluates {x}", "which papers evaluate on D4RL?"),
        new(QuestionKind.EvaluatesOn, "@what [@papers] (use|uses) {x} (as a benchmark|as benchmark|for evaluation|to evaluate)", "who uses MT-Bench for evaluation?"),
        new(QuestionKind.EvaluatesOn, "@papers [that] [which] [are] @evaluates {x}", "papers evaluated on Atari 100k"),

        new(QuestionKind.BuildsOn, "@what [@papers] [that] [which] [have] @builds {x}", "what builds on DPO?"),
        new(QuestionKind.BuildsOn, "@papers [that] [which] [are] @builds {x}", "papers based on Decision Transformer"),
        new(QuestionKind.BuildsOn, "[what|which|who] [are] [the] (follow-ups|follow ups|followups|follow-up work|extensions|extension|derivatives) (of|to) {x}", "follow-ups to DreamerV2"),
        new(QuestionKind.BuildsOn, "(what|which papers) (came|comes|come) (after|out of|from) {x}", "which papers came after DQN?"),

        new(QuestionKind.About, "[@what] @papers [that] [which] (do not use|does not use|don't use|dont use|doesn't use|not use|without|not using|without using|avoid|avoids|avoiding) {y} (for|on|about|in) {x}", "papers without reward models for alignment") { LeavesOut = QuestionKind.Uses },
        new(QuestionKind.AuthorsOn, "(which|what|list|show|find|name) [the] (authors|author|researchers|researcher|people|scientists) [that|who] [are] [mostly] (work on|works on|worked on|working on|write about|writes about|wrote about|publish on|published on|study|studies|research|use|uses) {x}", "which authors work on offline RL?"),
        new(QuestionKind.AuthorsOn, "who [else] [is] [are] [mostly] (works on|work on|worked on|working on|writes about|write about|publishes on|publish on|published on|researches|studies) {x}", "who works on world models?"),
        new(QuestionKind.AuthorsOn, "[who] [are] [the] [main|leading|top|key|most active] (authors|researchers|people|experts|scientists) (on|in|for|working on) {x}", "leading researchers in offline RL"),
        new(QuestionKind.Uses, "@what [@papers] [that] [which] (use|uses|used|using|apply|applies|employ|employs|adopt|adopts|rely on|relies on|make use of) {x}", "which papers use LoRA?"),
        new(QuestionKind.Uses, "@papers [that] (combine|combines|combining|unite|unites|uniting|join|joins|merge|merges) {x}", "papers that combine DPO and RAG"),
        new(QuestionKind.Uses, "(is|are) {x} still (used|popular|relevant|in use|alive)", "is BERT still used?") { Order = RowOrder.Newest },
        new(QuestionKind.Uses, "@papers [that] (using|with|use|uses) {x}", "papers using CLIP"),
        new(QuestionKind.Cites, "@what [@papers] [that] [which] (cite|cites|cited|citing|reference|references) {x}", "which papers cite DPO?"),
        new(QuestionKind.Cites, "@papers [that] [which] (cite|cites|citing|reference|references) {x}", "papers that cite PPO"),
        new(QuestionKind.Cites, "[what are] [the] citations (of|to) {x}", "citations of LoRA"),
        new(QuestionKind.About, "@what [@papers] (should i read|are worth reading|to read|are there|do you have) (about|on|for) {x}", "which papers should I read about world models?"),
        new(QuestionKind.About, "what is (new|recent) (in|on|about|with|for) {x}", "what is new in offline RL?") { Order = RowOrder.Newest },
        new(QuestionKind.About, "@papers [that] [which] (mention|mentions|mentioning|discuss|discusses|discussing|study|studying|name|naming|address|addressing) {x}", "papers that mention both DPO and KTO"),
        new(QuestionKind.About, "@what [@papers] [that] (name|names) {x}", "which papers name DPO?"),
        new(QuestionKind.About, "@what [@papers] [that] (mention|mentions|discuss|discusses|study|studies|analyse|analyze|are about|is about|about|on|work on|address|tackle) {x}", "which papers mention world models?"),
        new(QuestionKind.About, "(papers|paper|work|works|articles|everything|research) (about|on|for) {x}", "papers about reward hacking"),
        new(QuestionKind.ByAuthor, "[@what] [@papers] [were|are] [written|published|authored] by {x} (on|about|regarding) {y}", "papers by Sergey Levine on offline RL") { AlsoAbout = true },
        new(QuestionKind.ByAuthor, "what (did|has) {x} (write|written|publish|published) (on|about) {y}", "what did Pieter Abbeel write about imitation learning?") { AlsoAbout = true },
        new(QuestionKind.ByAuthor, "[@what] [@papers] [were|are] [written|published|authored] by {x}", "papers by Sergey Levine"),
        new(QuestionKind.ByAuthor, "what (did|has) {x} (write|written|publish|published)", "what did Chelsea Finn write?"),

        new(QuestionKind.WhatIs, "(what|who) (is|are|does) {x} [mean|stand for]", "what is GRPO?"),
        new(QuestionKind.WhatIs, "[give me] [a|an|the] (overview|summary|introduction) (of|to|on) {x}", "give me an overview of offline RL"),
        new(QuestionKind.WhatIs, "(define|explain|describe|tell me about|about|meaning of|definition of) {x}", "explain D4RL"),
        new(QuestionKind.ResultsOf, "{x} @scores on {y}", "BERT accuracy on SQuAD"),
        new(QuestionKind.Variants, "{x} (variants|variations|extensions)", "LoRA variants"),
        new(QuestionKind.BenchmarksFor, "{x} (benchmarks|datasets)", "offline RL benchmarks"),
        new(QuestionKind.MetricsFor, "{x} metrics", "summarization metrics"),
        new(QuestionKind.TasksOf, "{x} applications", "diffusion model applications"),
        new(QuestionKind.ComparedTo, "{x} (alternatives|baselines)", "PPO alternatives"),
        new(QuestionKind.Lineage, "{x} (lineage|history|genealogy|family tree)", "PPO lineage"),
        new(QuestionKind.About, "{x} papers", "world model papers"),
        new(QuestionKind.WhatIs, "{x}", "DPO"),
    ];
}
