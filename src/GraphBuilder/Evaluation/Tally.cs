namespace Stemma.GraphBuilder.Evaluation;

/// <summary>Counts behind precision and recall. Found and wanted are counted apart, because a found concept may be right without having been required.</summary>
public sealed class Tally
{
    /// <summary>How many were found.</summary>
    public int Found { get; set; }

    /// <summary>How many of those are right.</summary>
    public int Right { get; set; }

    /// <summary>How many were required.</summary>
    public int Wanted { get; set; }

    /// <summary>How many of those were found.</summary>
    public int Recalled { get; set; }

    /// <summary>Right ÷ found; 0 where nothing was found.</summary>
    public double Precision => Found == 0 ? 0 : (double)Right / Found;

    /// <summary>Recalled ÷ wanted; 0 where nothing was wanted.</summary>
    public double Recall => Wanted == 0 ? 0 : (double)Recalled / Wanted;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Adds the counts of another.</summary>
    internal void Add(Tally other)
    {
        Found += other.Found;
        Right += other.Right;
        Wanted += other.Wanted;
        Recalled += other.Recalled;
    }
}
