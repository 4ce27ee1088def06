namespace Stemma.GraphQuery.Syntax;

/// <summary>
/// Parses and ignores the hints after a MATCH, such as <c>USING INDEX p:Paper(id)</c>: they do not change the result, and the planner uses the graph's own counts.
/// </summary>
internal sealed class HintParser(TokenReader reader)
{
    private static readonly string[] KindsOfIndex = ["RANGE", "TEXT", "POINT"];

    /// <summary>Skips all hints at the current position.</summary>
    public void Skip()
    {
        while (reader.TryTake("USING"))
        {
            SkipOne();
        }
    }

    private void SkipOne()
    {
        if (reader.TryTake("SCAN"))
        {
            SkipLabel();
        }
        else if (reader.TryTake("JOIN"))
        {
            reader.Expect("ON");
            SkipNames();
        }
        else if (reader.TryTake("INDEX") || (KindsOfIndex.Any(reader.Is) && reader.TryTake(reader.Current.Text, "INDEX")))
        {
            _ = reader.Is("SEEK") && reader.Ahead(1).Kind != TokenKind.Colon && reader.TryTake("SEEK");
            SkipLabel();
            reader.Expect(TokenKind.LeftParenthesis, "'('");
            SkipNames();
            reader.Expect(TokenKind.RightParenthesis, "')'");
        }
        else
        {
            throw reader.Unexpected("INDEX, SCAN or JOIN");
        }
    }

    private void SkipLabel()
    {
        reader.ExpectVariable();
        reader.Expect(TokenKind.Colon, "':'");
        reader.ExpectName("a label or a type");
    }

    private void SkipNames()
    {
        do
        {
            reader.ExpectName("a name");
        }
        while (reader.TryTake(TokenKind.Comma));
    }
}
