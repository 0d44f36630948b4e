using System.Text.Json.Nodes;
using Kipu.Gateway;

namespace Kipu.Tests;

public sealed class OpenApiMergerTests
{
    private const string Auth = """
        { "openapi": "3.1.1",
          "paths": { "/api/a": { "get": { "tags": ["Auth"], "responses": { "200": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } },
          "components": { "schemas": { "Thing": { "type": "string" }, "Shared": { "type": "integer" } } } }
        """;

    private const string Voice = """
        { "openapi": "3.1.1",
          "paths": { "/api/v": { "get": { "tags": ["Voice"], "responses": { "200": { "schema": { "$ref": "#/components/schemas/Thing" } } } } } },
          "components": { "schemas": { "Thing": { "type": "object", "properties": { "of": { "$ref": "#/components/schemas/Shared" } } }, "Shared": { "type": "integer" } } } }
        """;

    private readonly JsonObject _merged = OpenApiMerger.Merge([("auth", Parse(Auth)), ("voice", Parse(Voice))]);

    [Fact]
    public void Paths_and_tags_of_all_services_are_in_it()
    {
        Assert.Equal(["/api/a", "/api/v"], _merged["paths"]!.AsObject().Select(p => p.Key));
        Assert.Equal(["Auth", "Voice"], _merged["tags"]!.AsArray().Select(t => t!["name"]!.GetValue<string>()));
    }

    [Fact]
    public void A_component_that_two_services_mean_differently_gets_two_names_and_each_reference_its_own()
    {
        var schemas = _merged["components"]!["schemas"]!.AsObject();

        Assert.Equal(["Shared", "Thing", "VoiceThing"], schemas.Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Equal("#/components/schemas/Thing", Reference("/api/a"));
        Assert.Equal("#/components/schemas/VoiceThing", Reference("/api/v"));
        Assert.Equal("#/components/schemas/Shared", schemas["VoiceThing"]!["properties"]!["of"]!["$ref"]!.GetValue<string>());
    }

    [Fact]
    public void Clients_are_sent_to_the_gateway() => Assert.Equal("/", _merged["servers"]![0]!["url"]!.GetValue<string>());

    private string Reference(string path) =>
        _merged["paths"]![path]!["get"]!["responses"]!["200"]!["schema"]!["$ref"]!.GetValue<string>();

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
