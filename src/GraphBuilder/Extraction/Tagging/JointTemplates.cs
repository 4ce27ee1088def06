namespace Stemma.GraphBuilder.Extraction.Tagging;

/// <summary>The property of a token that a <see cref="JointTemplate"/> reads.</summary>
internal enum JointAtom
{
    /// <summary>None; the value is 0.</summary>
    None,

    /// <summary><see cref="TokenAtoms.Word"/>.</summary>
    Word,

    /// <summary><see cref="TokenAtoms.Shape"/>.</summary>
    Shape,

    /// <summary><see cref="TokenAtoms.Suffix3"/>.</summary>
    Suffix3,

    /// <summary><see cref="TokenAtoms.Place"/>.</summary>
    Place,

    /// <summary><see cref="TokenAtoms.Document"/>.</summary>
    Document,

    /// <summary><see cref="TokenAtoms.Glue"/>.</summary>
    Glue,

    /// <summary><see cref="TokenAtoms.Cue"/> with its distance.</summary>
    Cue,

    /// <summary><see cref="TokenAtoms.Cue"/> divided by four: the index of the cue plus one; 0 without a cue.</summary>
    CueKind,
}

/// <summary>An atom of the token that is <paramref name="Place"/> positions behind the current one; negative before it.</summary>
internal readonly record struct AtomAt(JointAtom Atom, int Place)
{
    /// <summary>Value of an atom of a token.</summary>
    public static uint Of(in TokenAtoms token, JointAtom atom) => atom switch
    {
        JointAtom.Word => token.Word,
        JointAtom.Shape => token.Shape,
        JointAtom.Suffix3 => token.Suffix3,
        JointAtom.Place => token.Place,
        JointAtom.Document => token.Document,
        JointAtom.Glue => token.Glue,
        JointAtom.Cue => token.Cue,
        JointAtom.CueKind => token.Cue >> 2,
        _ => 0,
    };
}

/// <summary>A feature of every token that combines two or three atoms.</summary>
/// <param name="Number">Number of the template.</param>
/// <param name="First">First atom.</param>
/// <param name="Second">Second atom.</param>
/// <param name="Third">Third atom, or none.</param>
internal readonly record struct JointTemplate(uint Number, AtomAt First, AtomAt Second, AtomAt Third);

/// <summary>The joint templates, as data: <see cref="FeatureTemplates"/> evaluates them token by token, <see cref="JointRows"/> for several tokens at once.</summary>
internal static class JointTemplates
{
    /// <summary>Maximum distance of an atom before or behind the token.</summary>
    public const int Reach = 2;

    /// <summary>Number of the template of the cue alone, whose feature comes after the others.</summary>
    public const uint CueNumber = 32;

    /// <summary>Templates of two or three atoms.</summary>
    public static readonly JointTemplate[] All =
    [
        new(6, Word(-1), Word(0), default),
        new(7, Word(0), Word(1), default),
        new(8, Word(-2), Word(-1), default),
        new(9, Word(1), Word(2), default),
        new(10, Word(-1), Word(0), Word(1)),
        new(18, Shape(-1), Shape(0), default),
        new(19, Shape(0), Shape(1), default),
        new(20, Shape(-1), Shape(0), Shape(1)),
        new(23, Suffix(-1), Suffix(0), default),
        new(24, Suffix(0), Suffix(1), default),
        new(25, Word(-1), Shape(0), default),
        new(26, Shape(0), Word(1), default),
        new(27, Word(0), new(JointAtom.Place, 0), default),
        new(28, Shape(0), new(JointAtom.Place, 0), default),
        new(29, Shape(0), new(JointAtom.Document, 0), default),
        new(30, new(JointAtom.Document, 0), Suffix(0), default),
        new(31, new(JointAtom.Glue, 0), new(JointAtom.Glue, 1), Shape(0)),
        new(33, new(JointAtom.CueKind, 0), Shape(0), default),
        new(34, Word(-2), Word(-1), Shape(0)),
        new(35, Word(1), Word(2), Shape(0)),
        new(36, Word(-2), Word(0), default),
        new(37, Word(0), Word(2), default),
        new(40, Suffix(-1), Suffix(0), Suffix(1)),
    ];

    private static AtomAt Word(int place) => new(JointAtom.Word, place);

    private static AtomAt Shape(int place) => new(JointAtom.Shape, place);

    private static AtomAt Suffix(int place) => new(JointAtom.Suffix3, place);
}
