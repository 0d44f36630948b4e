using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Kipu.Tests;

/// <summary>The simulator refuses what Gemini refuses, so that our mistakes come to light here.</summary>
public sealed class GeminiStrictnessTests
{
    private const string Hello = """{"role":"user","parts":[{"text":"Hello, where is everybody?"}]}""";

    [Theory]
    [InlineData("""{"contents":[CONTENT],"generationConfig":{"bogus":1}}""", "Unknown name \"bogus\" at 'generation_config'")]
    [InlineData("""{"contents":[{"role":"user","parts":[{"txt":"x"}]}]}""", "Unknown name \"txt\" at 'contents[0].parts[0]'")]
    [InlineData("""{"contents":[CONTENT],"generationConfig":{"temperature":"warm"}}""", "Invalid value at 'generation_config.temperature'")]
    [InlineData("""{"contents":[CONTENT],"generationConfig":{"temperature":3}}""", "range")]
    [InlineData("""{"contents":[CONTENT],"generationConfig":{"frequencyPenalty":1}}""", "Penalty")]
    [InlineData("""{"contents":[CONTENT],"generationConfig":{"thinkingConfig":{"thinkingLevel":"MINIMAL"}}}""", "MINIMAL")]
    [InlineData("""{"contents":[CONTENT],"generationConfig":{"thinkingConfig":{"thinkingLevel":"LOW","thinkingBudget":1}}}""", "only set one")]
    [InlineData("""{"contents":[CONTENT],"generationConfig":{"responseJsonSchema":{"type":"object"}}}""", "mime type")]
    [InlineData("""{"contents":[CONTENT],"generationConfig":{"responseMimeType":"application/json","responseSchema":{"type":"OBJECT"},"responseJsonSchema":{}}}""", "Only one")]
    [InlineData("""{"contents":[CONTENT,{"role":"model","parts":[{"text":"I"}]}]}""", "model")]
    [InlineData("""{"contents":[CONTENT],"labels":{"a":"b"}}""", "labels")]
    [InlineData("""{"contents":[]}""", "not specified")]
    [InlineData("""{"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"image/png","data":"AAAA"}}]}]}""", "MIME type")]
    [InlineData("""{"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"audio/wav","data":"!"}}]}]}""", "Base64")]
    [InlineData("""[1]""", "root")]
    [InlineData("""{"contents":""", "JSON")]
    public async Task A_request_that_Gemini_would_refuse_is_refused_with_its_words(string body, string words)
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();

        using var response = await PostAsync(gemini, "gemini-3.8-flash:generateContent", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = (await response.Content.ReadFromJsonAsync<JsonNode>())!["error"]!;
        Assert.Equal("INVALID_ARGUMENT", (string?)error["status"]);
        Assert.Contains(words, (string?)error["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_in_snake_case_are_as_good_as_those_in_camel_case()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();

        using var response = await PostAsync(
            gemini, "gemini-3.8-flash:generateContent", """{"contents":[CONTENT],"system_instruction":{"parts":[{"text":"x"}]},"generation_config":{"max_output_tokens":5}}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("gemini-2.5-flash:generateContent", HttpStatusCode.NotFound)]
    [InlineData("gemini-3.8-live:generateContent", HttpStatusCode.BadRequest)]
    [InlineData("gemini-embedding-001:generateContent", HttpStatusCode.NotFound)]
    [InlineData("gemini-3.8-flash:composeMusic", HttpStatusCode.NotFound)]
    public async Task A_model_does_only_what_it_is_made_for(string method, HttpStatusCode expected)
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();

        using var response = await PostAsync(gemini, method, """{"contents":[CONTENT]}""");

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("files/nothere123", HttpStatusCode.Forbidden)]
    [InlineData("https://generativelanguage.googleapis.com/v1beta/files/nothere123", HttpStatusCode.Forbidden)]
    public async Task A_file_that_is_not_there_is_somebody_elses(string uri, HttpStatusCode expected)
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();

        using var response = await PostAsync(
            gemini,
            "gemini-3.8-flash:generateContent",
            $$$"""{"contents":[{"role":"user","parts":[{"fileData":{"fileUri":"{{{uri}}}","mimeType":"audio/flac"}}]}]}""");

        Assert.Equal(expected, response.StatusCode);
    }

    private static Task<HttpResponseMessage> PostAsync(GeminiSimulatorHost gemini, string method, string body) => gemini.Http.PostAsync(
        $"/v1beta/models/{method}", new StringContent(body.Replace("CONTENT", Hello, StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json"));
}
