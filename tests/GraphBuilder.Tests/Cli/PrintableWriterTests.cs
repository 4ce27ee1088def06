using Stemma.GraphBuilder.Cli;
using Xunit;

namespace Stemma.GraphBuilderTests.Cli;

public sealed class PrintableWriterTests
{
    [Fact]
    public void Control_characters_are_written_as_their_pictures()
    {
        using var text = new StringWriter { NewLine = "\n" };
        using var printable = new PrintableWriter(text);

        printable.WriteLine("a\u001b[31mb\0\tc\u007f\u009b");
        printable.Write('\u001b');

        Assert.Equal("a␛[31mb␀\tc␡\ufffd\n␛", text.ToString());
    }

    [Fact]
    public void Results_are_out_before_a_message_is()
    {
        using var terminal = new MemoryStream();
        using var results = new StreamWriter(terminal) { NewLine = "\n" };
        using var messages = new StreamWriter(terminal) { NewLine = "\n", AutoFlush = true };
        using var printable = new PrintableWriter(messages) { Before = results };

        results.WriteLine("row 1");
        printable.WriteLine("1 of 2 shown");
        results.WriteLine("row 2");
        printable.Write("done");

        Assert.Equal("row 1\n1 of 2 shown\nrow 2\ndone", System.Text.Encoding.UTF8.GetString(terminal.ToArray()));
    }
}
