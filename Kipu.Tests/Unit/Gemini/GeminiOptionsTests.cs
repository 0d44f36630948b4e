using Kipu.Gemini;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kipu.Tests;

public sealed class GeminiOptionsTests
{
    [Fact]
    public void Without_credentials_the_start_fails_and_names_the_setting()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Address([]));

        Assert.Contains("Gemini:ApiKey", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_out_of_range_is_named()
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Address(new() { ["ApiKey"] = "k", ["MaxAttempts"] = "0" }));

        Assert.Contains("MaxAttempts", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Developer_API_is_addressed_without_a_key_in_the_address()
    {
        var address = Address(new() { ["ApiKey"] = "secret" });

        Assert.Equal("https://generativelanguage.googleapis.com/v1beta/models/m:generateContent", address.Method("m", "generateContent").ToString());
        Assert.Equal("https://generativelanguage.googleapis.com/upload/v1beta/files", address.Upload().ToString());
        Assert.Equal(
            "wss://generativelanguage.googleapis.com/ws/google.ai.generativelanguage.v1beta.GenerativeService.BidiGenerateContent", address.Live().ToString());
    }

    [Theory]
    [InlineData("global", "https://aiplatform.googleapis.com/")]
    [InlineData("eu", "https://aiplatform.eu.rep.googleapis.com/")]
    [InlineData("us-central1", "https://us-central1-aiplatform.googleapis.com/")]
    public void Vertex_AI_is_addressed_by_project_and_location(string location, string host)
    {
        var address = Address(new() { ["Vertex:Project"] = "p", ["Vertex:Location"] = location });

        Assert.Equal(
            $"{host}v1beta1/projects/p/locations/{location}/publishers/google/models/m:generateContent", address.Method("m", "generateContent").ToString());
        Assert.EndsWith("/ws/google.cloud.aiplatform.v1beta1.LlmBidiService/BidiGenerateContent", address.Live().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_upload_stays_on_the_host_that_the_key_is_meant_for()
    {
        var address = Address(new() { ["ApiKey"] = "k", ["BaseAddress"] = "http://127.0.0.1:10012" });

        Assert.Equal("http://127.0.0.1:10012/upload/v1beta/files?upload_id=7", address.OnThisHost(new("https://elsewhere.example/upload/v1beta/files?upload_id=7")).ToString());
    }

    [Fact]
    public void The_hosts_standard_retries_and_deadlines_do_not_apply_to_answers_that_take_minutes()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Gemini:ApiKey", (string?)"k")]).Build();
        var collection = new ServiceCollection().AddLogging().AddGemini(configuration);
        collection.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
        using var services = collection.BuildServiceProvider();

        var handlers = new List<string>();
        for (HttpMessageHandler? handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("Kipu.Gemini");
            handler is not null;
            handler = (handler as DelegatingHandler)?.InnerHandler) handlers.Add(handler.GetType().Name);

        Assert.Contains(nameof(SocketsHttpHandler), handlers);
        Assert.DoesNotContain("ResilienceHandler", handlers);
    }

    private static GeminiAddress Address(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create($"Gemini:{pair.Key}", pair.Value))).Build();
        using var services = new ServiceCollection().AddLogging().AddGemini(configuration).BuildServiceProvider();
        return services.GetRequiredService<GeminiAddress>();
    }
}
