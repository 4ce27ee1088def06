using System.CommandLine;
using System.CommandLine.Parsing;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Validation of numeric options.</summary>
internal static class OptionBounds
{
    /// <summary>Rejects anything but whole numbers, with a sentence, in each numeric option of the command.</summary>
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

    /// <summary>Rejects smaller numbers with a sentence; anything but a number is rejected by <see cref="AcceptOnlyWholeNumbers"/>.</summary>
    public static void AcceptAtLeast(this Option<int> option, int least) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number < least)
        {
            result.AddError($"{option.Name}: expected {least} or more, found {number}.");
        }
    });

    /// <summary>Rejects numbers outside a range with a sentence.</summary>
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
