using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Stemma.GraphModel.Database;
using Stemma.GraphModel.Values;

namespace Stemma.GraphStore.Neo4j;

/// <summary>Builds the HTTP request for one statement of the Query API v2.</summary>
internal static class QueryApiRequest
{
    private const string TypedJson = "application/vnd.neo4j.query";

    /// <summary>Creates the request. The server enforces read mode even if the statement would write.</summary>
    public static HttpRequestMessage Make(
        Neo4jAddress address, string cypher, IReadOnlyDictionary<string, GraphValue> parameters, AccessMode access)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address.Server, $"/db/{Uri.EscapeDataString(address.Database)}/query/v2"))
        {
            Content = new ByteArrayContent(Body(cypher, parameters, access)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(TypedJson);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(TypedJson));
        Authorize(request, address);
        return request;
    }

    /// <summary>Adds the user's credentials, if there are any.</summary>
    public static void Authorize(HttpRequestMessage request, Neo4jAddress address)
    {
        if (address.User is not null)
        {
            var token = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{address.User}:{address.Password}"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", token);
        }
    }

    private static byte[] Body(string cypher, IReadOnlyDictionary<string, GraphValue> parameters, AccessMode access)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("statement", cypher);
            json.WriteBoolean("includeCounters", true);
            json.WriteString("accessMode", access == AccessMode.Read ? "Read" : "Write");
            if (parameters.Count > 0)
            {
                json.WritePropertyName("parameters");
                TypedValueWriter.WriteMap(json, parameters);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
