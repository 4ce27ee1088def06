using Stemma.GraphBuilder.Reading.Input;
using Stemma.GraphBuilder.Reading.Merging;
using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading;

/// <summary>
/// The first stage, files in, papers out: file → <see cref="InputBuffer"/> (unpacked, UTF-8) → <see cref="IPaperFormat"/>, chosen by content
/// (<see cref="PaperFormats"/>) → <see cref="ReadItem"/> (records, problems, furniture) → <see cref="PaperMerger"/> → <see cref="MergedPaper"/>.
/// </summary>
public static class PaperReading
{
    private const int RecordsPerProgress = 256;

    /// <summary>Reads files in parallel. Problems within a file are part of its result; a file that cannot be opened throws <see cref="InputFileException"/>.</summary>
    /// <param name="files">Paths; a duplicate is read once.</param>
    /// <param name="threads">Number of files read at a time.</param>
    /// <param name="progress">Receives the number of bytes read since its last report.</param>
    /// <param name="cancellationToken">Stops between records.</param>
    public static IReadOnlyList<FileReading> Read(
        IReadOnlyList<string> files, int threads, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var distinct = files.DistinctBy(Path.GetFullPath, StringComparer.Ordinal).ToList();
        var readings = new FileReading[distinct.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        distinct.ForEach(InputFileException.ThrowIfNoFile);
        Parallel.For(0, distinct.Count, options, at => readings[at] = Read(distinct[at], progress, cancellationToken));
        return readings;
    }

    private static FileReading Read(string file, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var input = InputFileException.Guard(file, InputBuffer.Open);
        var start = input.Unread.Span;
        var format = start.TrimStart(" \t\r\n"u8).IsEmpty ? null : PaperFormats.Find(start);
        var reading = new FileReading(file, format?.Name ?? "unknown");
        if (format is null)
        {
            reading.Add(new ReadingProblem(new RecordOrigin(file, 0), ProblemKind.Skipped, DescribeUnread(input)));
            return reading;
        }

        long reported = 0;
        foreach (var item in format.Read(input, file, cancellationToken))
        {
            reading.Add(item);
            if (reading.ItemCount % RecordsPerProgress == 0)
            {
                progress?.Report(input.FileBytesRead - reported);
                reported = input.FileBytesRead;
            }
        }

        progress?.Report(input.FileBytesRead - reported);
        AddEnding(reading, input, file);
        return reading;
    }

    private static string DescribeUnread(InputBuffer input) =>
        input.Break ?? (input.Unread.Span.TrimStart(" \t\r\n"u8).IsEmpty ? "the file is empty" : PaperFormats.DescribeUnknown(input.Unread.Span));

    private static void AddEnding(FileReading reading, InputBuffer input, string file)
    {
        if (input.HasForeignEnd)
        {
            reading.Add(new ReadingProblem(
                new RecordOrigin(file, 0), ProblemKind.Noted, "bytes that are not gzip follow the packed content; they were not read"));
        }

        if (input.Break is { } fault)
        {
            var last = reading.Papers.Count == 0 ? 0 : reading.Papers.Max(paper => paper.Origin.Line);
            reading.Add(new ReadingProblem(
                new RecordOrigin(file, last), ProblemKind.Skipped, $"{fault}: {reading.Papers.Count} papers were read before the break, what comes after is lost"));
        }
        else if (reading.Papers.Count == 0 && reading.Problems.All(problem => problem.Kind is ProblemKind.Noted))
        {
            reading.Add(new ReadingProblem(new RecordOrigin(file, 0), ProblemKind.Skipped, $"no paper was found in the file, read as {reading.Format}"));
        }
    }
}
