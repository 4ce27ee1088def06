using System.CommandLine;
using System.CommandLine.Parsing;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Bounds of numbers on the command line.</summary>
internal static class OptionBounds
{
    /// <summary>Refuses what is no number with a sentence, in each option of the command that takes one.</summary>
    public static void AcceptOnlyWholeNumbers(Command command)
    {
        foreach (var option in command.Options)
        {
            switch (option)
            {
                case Option<int> number:
                    number.CustomParser = result => WholeNumber(result, option.Name) ?? 0;
                    break;
                case Option<int?> number:
                    number.CustomParser = result => WholeNumber(result, option.Name);
                    break;
            }
        }
    }

    /// <summary>Refuses smaller numbers with a sentence; what is no number at all is refused by <see cref="AcceptOnlyWholeNumbers"/>.</summary>
    public static void AcceptAtLeast(this Option<int> option, int least) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number < least)
        {
            result.AddError($"{option.Name}: expected {least} or more, found {number}.");
        }
    });

    /// <summary>Refuses numbers outside a range with a sentence.</summary>
    public static void AcceptBetween(this Option<int> option, int least, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && (number < least || number > most))
        {
            result.AddError($"{option.Name}: expected {least} to {most}, found {number}.");
        }
    });

    private static int? WholeNumber(ArgumentResult result, string option)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (int.TryParse(text, out var number))
        {
            return number;
        }

        result.AddError($"{option}: expected a whole number, found '{text}'.");
        return null;
    }
}
