namespace Stemma.GraphBuilder.Evaluation;

/// <summary>Counts behind precision and recall. Found and wanted are counted separately, because a found concept may be right without being required.</summary>
public sealed class Tally
{
    /// <summary>Number found.</summary>
    public int Found { get; set; }

    /// <summary>Number of those that are right.</summary>
    public int Right { get; set; }

    /// <summary>Number required.</summary>
    public int Wanted { get; set; }

    /// <summary>Number of those that were found.</summary>
    public int Recalled { get; set; }

    /// <summary>Right ÷ found; 0 if nothing was found.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>Recalled ÷ wanted; 0 if nothing was wanted.</summary>
    public double Recall => Wanted == 0 ? 0 : (double)Recalled / Wanted;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Adds the counts of another tally.</summary>
    internal void Add(Tally other)
    {
        Found += other.Found;
        Right += other.Right;
        Wanted += other.Wanted;
        Recalled += other.Recalled;
    }
}
