namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>Embedded flags, as in <c>(?is)</c>; java.util.regex.Pattern, section "Special constructs".</summary>
[Flags]
internal enum PatternFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>i: letters match in either case, of ASCII unless <see cref="UnicodeCase"/> is set.</summary>
    IgnoreCase = 1,

    /// <summary>s: the dot takes ends of lines too.</summary>
    DotAll = 2,

    /// <summary>m: ^ and $ match at lines.</summary>
    Multiline = 4,

    /// <summary>x: spaces and what follows # are no part of the pattern.</summary>
    Comments = 8,

    /// <summary>d: only \n ends a line.</summary>
    UnixLines = 16,

    /// <summary>u: <see cref="IgnoreCase"/> holds for all letters.</summary>
    UnicodeCase = 32,

    /// <summary>U: \d, \w, \s and the POSIX classes hold beyond ASCII.</summary>
    UnicodeClasses = 64,
}
