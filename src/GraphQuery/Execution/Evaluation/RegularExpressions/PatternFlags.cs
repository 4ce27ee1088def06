namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>Embedded flags, as in <c>(?is)</c>; java.util.regex.Pattern, section "Special constructs".</summary>
[Flags]
internal enum PatternFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>i: letters match in either case, only for ASCII unless <see cref="UnicodeCase"/> is set.</summary>
    IgnoreCase = 1,

    /// <summary>s: the dot also matches line ends.</summary>
    DotAll = 2,

    /// <summary>m: ^ and $ match at lines.</summary>
    Multiline = 4,

    /// <summary>x: spaces and comments after # are ignored.</summary>
    Comments = 8,

    /// <summary>d: only \n ends a line.</summary>
    UnixLines = 16,

    /// <summary>u: <see cref="IgnoreCase"/> applies to all letters.</summary>
    UnicodeCase = 32,

    /// <summary>U: \d, \w, \s and the POSIX classes are not limited to ASCII.</summary>
    UnicodeClasses = 64,
}
