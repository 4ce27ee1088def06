namespace Stemma.GraphQuery.Execution.Evaluation.RegularExpressions;

/// <summary>Parses the opening of a group, with a name, with flags or plain; java.util.regex.Pattern, section "Special constructs".</summary>
internal sealed class GroupReader(PatternSource source)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads from the parenthesis to the first symbol of the group's body and sets its flags; returns false if there were only flags, which apply until the end of the
    /// enclosing group.
    /// </summary>
    public bool ReadOpening()
    {
        var at = source.At;
        source.Take('(');
        if (!source.Is('?'))
        {
            return true;
        }

        source.Next();
        if (source.IsAny("=!"))
        {
            throw source.NotLinear(at, "look-around");
        }

        if (source.Is('>'))
        {
            throw source.NotLinear(at, "an atomic group");
        }

        if (source.Is('<'))
        {
            source.Next();
            ReadName(at);
            return true;
        }

        return !source.Is(':') ? ReadFlags(at) : source.Take(':');
    }

    private void ReadName(int at)
    {
        if (source.IsAny("=!"))
        {
            throw source.NotLinear(at, "look-around");
        }

        var name = "";
        while (source.Point is >= 0 and < 128 && char.IsAsciiLetterOrDigit((char)source.Point))
        {
            name += (char)source.Next();
        }

        if (name.Length == 0 || !char.IsAsciiLetter(name[0]) || !source.Take('>'))
        {
            throw source.Wrong(at, "a group whose name is no letter followed by letters and digits");
        }

        if (!_names.Add(name))
        {
            throw source.Wrong(at, $"a second group '{name}'");
        }
    }

    /// <summary>Reads <c>i-s)</c> or <c>i-s:</c>; returns true if a body follows.</summary>
    private bool ReadFlags(int at)
    {
        var flags = source.Flags;
        var isOn = true;
        for (; !source.IsAny("):"); source.Next())
        {
            if (source.Is('-') && isOn)
            {
                isOn = false;
                continue;
            }

            var flag = source.IsAtEnd ? null : Find((char)source.Point);
            flags = flag is null ? throw source.Wrong(at, "invalid grouping construct") : isOn ? flags | flag.Value : flags & ~flag.Value;
        }

        source.Flags = flags;
        var hasBody = source.Is(':');
        source.Next();
        return hasBody;
    }

    private static PatternFlags? Find(char letter) => letter switch
    {
        'i' => PatternFlags.IgnoreCase,
        's' => PatternFlags.DotAll,
        'm' => PatternFlags.Multiline,
        'x' => PatternFlags.Comments,
        'd' => PatternFlags.UnixLines,
        'u' => PatternFlags.UnicodeCase,
        'U' => PatternFlags.UnicodeClasses | PatternFlags.UnicodeCase,
        _ => null,
    };
}
