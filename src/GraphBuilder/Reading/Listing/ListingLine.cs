namespace Stemma.GraphBuilder.Reading.Listing;

/// <summary>A line of a listing that is not blank, or a paragraph that was wrapped over several lines.</summary>
/// <param name="Number">One-based number of its first line.</param>
/// <param name="Text">White space folded.</param>
internal sealed record ListingLine(long Number, string Text);
