using System.CommandLine;

namespace Stemma.GraphBuilder.Cli;

/// <summary>Bounds of numbers on the command line.</summary>
internal static class OptionBounds
{
    /// <summary>Refuses smaller numbers with a sentence; what is no number at all is refused by the parser.</summary>
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
}
