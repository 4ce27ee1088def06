using Stemma.GraphApi.Hosting;

namespace Stemma.GraphApiTests.Hosting;

/// <summary>Tests of the service's command line.</summary>
public sealed class ServeCommandTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("")]
    public void A_port_that_is_none_is_refused_with_its_range(string port)
    {
        var parsed = new ServeCommand((_, _) => Task.FromResult(0)).Parse(["--port", port]);

        Assert.Equal([$"--port: expected a number from 0 to 65535, found '{port}'."], parsed.Errors.Select(error => error.Message));
    }

    [Fact]
    public async Task The_port_is_handed_on()
    {
        var ports = new List<int?>();
        Task<int> Serve(ServeRequest request, CancellationToken cancellationToken)
        {
            ports.Add(request.Port);
            return Task.FromResult(0);
        }

        await new ServeCommand(Serve).Parse(["--port", "5199"]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        await new ServeCommand(Serve).Parse([]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([5199, null], ports);
    }
}
