using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading;

/// <summary>The records and problems found in one file. Written by one thread.</summary>
/// <param name="file">Name as the user gave it.</param>
/// <param name="format">Name of the format.</param>
public sealed class FileReading(string file, string format)
{
    private List<PaperRecord> _papers = [];
    private readonly List<ReadingProblem> _problems = [];
    private readonly List<FurnitureLine> _furniture = [];
    private readonly SortedDictionary<string, int> _shapes = new(StringComparer.Ordinal);

    /// <summary>Name as the user gave it.</summary>
    public string File { get; } = file;

    /// <summary>Name of the format.</summary>
    public string Format { get; } = format;

    /// <summary>The records, in file order; empty after <see cref="TakePapers"/>.</summary>
    public IReadOnlyList<PaperRecord> Papers => _papers;

    /// <summary>Number of records, including those already taken.</summary>
    public int RecordCount { get; private set; }

    /// <summary>Number of records without an abstract.</summary>
    public int WithoutAbstract { get; private set; }

    /// <summary>Problems in file order; those of the file as a whole come last.</summary>
    public IReadOnlyList<ReadingProblem> Problems => _problems;

    /// <summary>Lines classified as page furniture, in file order.</summary>
    public IReadOnlyList<FurnitureLine> Furniture => _furniture;

    /// <summary>Number of records by shape: <c>arXiv metadata</c>, <c>listing</c>.</summary>
    public IReadOnlyDictionary<string, int> Shapes => _shapes;

    /// <summary>Number of items of all kinds so far.</summary>
    public int ItemCount => RecordCount + _problems.Count + _furniture.Count;

    /// <summary>Returns the records and releases them: their texts are most of a run's memory, and the final report needs only their number.</summary>
    public IReadOnlyList<PaperRecord> TakePapers()
    {
        var taken = _papers;
        _papers = [];
        return taken;
    }

    /// <summary>Adds an item.</summary>
    public void Add(ReadItem item)
    {
        switch (item)
        {
            case PaperRead paper:
                _papers.Add(paper.Paper);
                RecordCount++;
                WithoutAbstract += paper.Paper.Abstract.Length == 0 ? 1 : 0;
                _shapes[paper.Shape] = _shapes.GetValueOrDefault(paper.Shape) + 1;
                break;
            case ReadingProblem problem:
                _problems.Add(problem);
                break;
            case FurnitureLine line:
                _furniture.Add(line);
                break;
        }
    }
}
