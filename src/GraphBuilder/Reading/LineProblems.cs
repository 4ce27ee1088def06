using Stemma.GraphBuilder.Reading.Input;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading;

/// <summary>Describes the fault of a line.</summary>
internal static class LineProblems
{
    /// <summary>The problem of a faulty line. Throws <see cref="ArgumentException"/> if the line has no fault.</summary>
    public static ReadingProblem Of(InputLine line, RecordOrigin origin) => line.Fault switch
    {
        LineFault.TooLong => new ReadingProblem(origin, ProblemKind.Skipped, $"the line is longer than {LineReader.MaxLineBytes >> 20} MB"),
        LineFault.Repaired => new ReadingProblem(origin, ProblemKind.Repaired, "the line is not valid UTF-8; what cannot be read became U+FFFD"),
        _ => throw new ArgumentException("the line has no fault", nameof(line)),
    };
}
