using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Stemma.GraphApi.Hosting;

namespace Stemma.GraphApiTests.Hosting;

public sealed class HostingTests(SampleService service)
{
    private static readonly string[] Routes =
        ["/api/health", "/api/stats", "/api/start", "/api/search", "/api/concept", "/api/paper", "/api/neighbours", "/api/lineage", "/api/path", "/api/ask", "/api/cypher",
         "/api/extract"];

    [Fact]
    public async Task The_document_is_OpenAPI_3_1_and_describes_every_route()
    {
        var document = await service.GetAsync("/openapi/v1.json");
        Assert.StartsWith("3.1", (string?)document["openapi"], StringComparison.Ordinal);
        Assert.Equal(Routes.Order(), document["paths"]!.AsObject().Select(path => path.Key).Order());
        Assert.All(document["paths"]!.AsObject(), path => Assert.All(path.Value!.AsObject(), method => Assert.NotNull(method.Value!["summary"])));
    }

    [Fact]
    public async Task The_document_tells_the_range_and_the_default_of_each_number()
    {
        var document = await service.GetAsync("/openapi/v1.json");
        var numbers = document["paths"]!.AsObject().SelectMany(path => path.Value!["get"]?["parameters"]?.AsArray() ?? [])
            .Where(parameter => parameter!["schema"]!["type"]!.ToString().Contains("integer", StringComparison.Ordinal)).ToArray();
        Assert.Equal(8, numbers.Length);
        Assert.All(numbers, parameter =>
        {
            var schema = parameter!["schema"]!;
            Assert.True((int)schema["minimum"]! < (int)schema["maximum"]!);
            Assert.True((string?)parameter["name"] is "asOf" or "up" or "down" || schema["default"] is not null);
        });
        var ask = document["components"]!["schemas"]!["AskRequest"]!["properties"]!["limit"]!;
        Assert.Equal((0, 10_000, 50), ((int)ask["minimum"]!, (int)ask["maximum"]!, (int)ask["default"]!));
    }

    [Fact]
    public async Task The_document_in_the_repository_is_the_one_that_is_served()
    {
        var kept = await File.ReadAllTextAsync(Path.Combine(Stemma.Testing.Repository.Root, "docs", "openapi.json"), TestContext.Current.CancellationToken);
        var served = await service.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(kept.ReplaceLineEndings().Trim() == served.ReplaceLineEndings().Trim(), "docs/openapi.json is not what the service says: CONTRIBUTING.md tells how to renew it");
    }

    [Theory]
    [InlineData("/api/health")]
    [InlineData("/api/search?q=dpo")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/")]
    public async Task A_HEAD_request_has_the_headers_of_a_GET_and_no_body(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        using var got = await service.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(((int)got.StatusCode, got.Content.Headers.ContentType), ((int)response.StatusCode, response.Content.Headers.ContentType));
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("PUT", "/api/health", null, 405, "request.method")]
    [InlineData("POST", "/api/search", "{}", 405, "request.method")]
    [InlineData("POST", "/api/cypher", "statement=1", 415, "request.media-type")]
    [InlineData("DELETE", "/api/nowhere", null, 404, "route.not-found")]
    public async Task A_wrong_method_or_body_is_told_apart_from_a_wrong_route(string method, string path, string? body, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, System.Text.Encoding.UTF8, body == "{}" ? "application/json" : "text/plain");
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((status, code), ((int)response.StatusCode, (string?)problem!["code"]));
        Assert.Equal(status == 405, response.Content.Headers.Allow.Count > 0);
    }

    [Theory]
    [InlineData("/api/lineage", "The parameter 'of' is missing.")]
    [InlineData("/api/lineage?of=gsm8k&depth=deep", "The parameter 'depth' is 'deep'; it is a whole number from 1 to 8.")]
    [InlineData("/api/search?q=x&limit=99999999999999999999", "The parameter 'limit' is '99999999999999999999'; it is a whole number from 1 to 50.")]
    public async Task A_malformed_parameter_is_told_in_the_words_of_the_request(string path, string sentence) =>
        Assert.Equal(sentence, (string?)(await service.GetProblemAsync(path)).Body["detail"]);

    [Fact]
    public async Task A_missing_body_is_told_in_the_words_of_the_request()
    {
        using var nothing = new StringContent("", System.Text.Encoding.UTF8, "application/json");
        using var response = await service.Client.PostAsync(new Uri("/api/ask", UriKind.Relative), nothing, TestContext.Current.CancellationToken);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("The body is missing; this route takes a JSON object.", (string?)problem!["detail"]);
    }

    [Fact]
    public void The_documentation_names_every_route()
    {
        var text = File.ReadAllText(Path.Combine(Stemma.Testing.Repository.Root, "docs", "api.md"));
        Assert.All(Routes, route => Assert.Contains(route, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_documentation_page_loads_nothing_from_elsewhere()
    {
        var page = await service.Client.GetStringAsync(new Uri("/docs", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("cdn.", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(src|href)=\"https?:", page);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task The_page_and_its_script_have_a_body_whatever_the_encoding(string encoding)
    {
        Assert.SkipUnless(ViewerFiles.Exist, "needs the built viewer (a build with Node.js 20)");
        var page = await BodyAsync("/", encoding);
        Assert.True(page.Length > 200);
        var html = await service.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var script = System.Text.RegularExpressions.Regex.Match(html, "src=\"[./]*(assets/[^\"]+\\.js)\"");
        Assert.True(script.Success);
        Assert.True((await BodyAsync("/" + script.Groups[1].Value, encoding)).Length > 1000);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.1.7")]
    public async Task A_host_that_is_not_this_machine_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health") { Headers = { Host = host } };
        await AssertRefusedAsync(request, "host.refused");
    }

    [Fact]
    public async Task A_page_of_another_site_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/health");
        request.Headers.Add("Origin", "https://evil.example");
        await AssertRefusedAsync(request, "origin.refused");
    }

    [Fact]
    public async Task Every_answer_forbids_foreign_content_and_sniffing()
    {
        using var response = await service.Client.GetAsync(new Uri("/api/health", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private async Task AssertRefusedAsync(HttpRequestMessage request, string code)
    {
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(403, (int)response.StatusCode);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(code, (string?)problem!["code"]);
    }

    private async Task<byte[]> BodyAsync(string path, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        using var response = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
