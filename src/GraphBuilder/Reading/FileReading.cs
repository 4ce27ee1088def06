using Stemma.GraphModel.Papers;

namespace Stemma.GraphBuilder.Reading;

/// <summary>What was found in one file. Filled by one thread.</summary>
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

    /// <summary>The records, in file order; none after <see cref="TakePapers"/>.</summary>
    public IReadOnlyList<PaperRecord> Papers => _papers;

    /// <summary>Number of records, those that were taken included.</summary>
    public int RecordCount { get; private set; }

    /// <summary>Number of records that have a title alone.</summary>
    public int WithoutAbstract { get; private set; }

    /// <summary>Problems, in file order; what concerns the file as a whole comes last.</summary>
    public IReadOnlyList<ReadingProblem> Problems => _problems;

    /// <summary>Lines taken for page furniture, in file order.</summary>
    public IReadOnlyList<FurnitureLine> Furniture => _furniture;

    /// <summary>Number of records by shape: <c>arXiv metadata</c>, <c>listing</c>.</summary>
    public IReadOnlyDictionary<string, int> Shapes => _shapes;

    /// <summary>Number of items of every kind so far.</summary>
    public int ItemCount => RecordCount + _problems.Count + _furniture.Count;

    /// <summary>Hands the records over: texts are most of what a run holds, and the report at its end needs their number alone.</summary>
    public IReadOnlyList<PaperRecord> TakePapers()
    {
        var taken = _papers;
        _papers = [];
        return taken;
    }

    /// <summary>Keeps an item.</summary>
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
