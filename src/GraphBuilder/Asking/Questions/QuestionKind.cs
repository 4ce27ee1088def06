namespace Stemma.GraphBuilder.Asking.Questions;

/// <summary>What a question asks.</summary>
public enum QuestionKind
{
    /// <summary>Papers whose own contribution extends, modifies, combines or starts from X or a variant of X.</summary>
    BuildsOn,

    /// <summary>What X builds on.</summary>
    Ancestors,

    /// <summary>What X builds on, and what builds on X.</summary>
    Lineage,

    /// <summary>Variants of X.</summary>
    Variants,

    /// <summary>The paper that introduced X.</summary>
    IntroducedBy,

    /// <summary>Papers that evaluate on X.</summary>
    EvaluatesOn,

    /// <summary>Datasets and benchmarks that X is evaluated on.</summary>
    EvaluatedWith,

    /// <summary>Papers that compare with X.</summary>
    ComparesWith,

    /// <summary>Methods whose papers say that they outperform X.</summary>
    Outperforms,

    /// <summary>What X is compared with.</summary>
    ComparedTo,

    /// <summary>Methods that papers on task X compare with.</summary>
    BaselinesFor,

    /// <summary>Datasets and benchmarks that papers evaluate on together with X.</summary>
    Alike,

    /// <summary>Papers that use X; those that build on it are included unless X is a dataset or benchmark.</summary>
    Uses,

    /// <summary>Papers that name X in any role.</summary>
    About,

    /// <summary>Papers that measure X.</summary>
    Measures,

    /// <summary>Papers with the words of X in the title or abstract.</summary>
    Worded,

    /// <summary>Papers that cite the paper that introduced X.</summary>
    Cites,

    /// <summary>What the papers that introduce X use.</summary>
    UsedBy,

    /// <summary>Tasks that X is used for.</summary>
    TasksOf,

    /// <summary>Methods used for task X.</summary>
    MethodsFor,

    /// <summary>Datasets and benchmarks used for task X.</summary>
    BenchmarksFor,

    /// <summary>Metrics measured for task X.</summary>
    MetricsFor,

    /// <summary>Datasets and benchmarks that papers on X introduce.</summary>
    NewDataFor,

    /// <summary>Methods that papers on X introduce.</summary>
    NewMethodsFor,

    /// <summary>Results reported on X that can be ranked.</summary>
    ResultsOn,

    /// <summary>All numbers reported on X.</summary>
    NumbersOn,

    /// <summary>Results of method X on dataset or benchmark Y.</summary>
    ResultsOf,

    /// <summary>Concepts that came after X: what builds on it and its variants, by year.</summary>
    Successors,

    /// <summary>Authors of papers that introduce, build on, evaluate on, use or address X.</summary>
    AuthorsOn,

    /// <summary>Venues of papers that name X.</summary>
    VenuesOn,

    /// <summary>Venues of papers by author X.</summary>
    VenuesOfAuthor,

    /// <summary>Coauthors of author X.</summary>
    Coauthors,

    /// <summary>What X and Y have in common.</summary>
    InCommon,

    /// <summary>How X and Y are connected.</summary>
    Connection,

    /// <summary>The most named concepts of a type, the most cited papers or the most prolific authors.</summary>
    MostNamed,

    /// <summary>Of the concepts of a type that papers introduce, the most named.</summary>
    MostIntroduced,

    /// <summary>What X is.</summary>
    WhatIs,

    /// <summary>Papers by an author.</summary>
    ByAuthor,
}
