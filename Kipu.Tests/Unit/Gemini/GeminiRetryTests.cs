using System.Collections.Concurrent;
using System.Diagnostics;
using Kipu.Gemini;
using Microsoft.Extensions.Logging;

namespace Kipu.Tests;

public sealed class GeminiRetryTests
{
    private static readonly GeminiRequest Question = GeminiRequest.Ask(
        GeminiPart.OfText("The budget is 300 dollars. The launch is on Friday."), GeminiPart.OfText("What is the budget?"));

    [Theory]
    [InlineData("rate_limited")]
    [InlineData("rate_limited_bare")]
    [InlineData("unavailable")]
    [InlineData("internal")]
    [InlineData("cut")]
    public async Task A_call_that_fails_in_passing_is_repeated(string fault)
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        await gemini.FailNextAsync(fault, times: 2, seconds: 0.02);

        var answer = await gemini.Client.GenerateContentAsync(Question, default);

        Assert.Equal("The budget is 300 dollars.", answer.Text);
        Assert.Equal(0, await gemini.CountFaultsLeftAsync());
    }

    [Fact]
    public async Task A_days_quota_that_is_used_up_is_not_asked_for_again_before_midnight()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync(new() { ["Gemini:AnalysisModels:0"] = "gemini-3.8-flash" });
        await gemini.FailNextAsync("quota_per_day", times: 2);

        var failure = await Assert.ThrowsAsync<GeminiException>(() => gemini.Client.GenerateContentAsync(Question, default));

        Assert.Equal(GeminiFailure.QuotaExhausted, failure.Failure);
        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.Zero, TimeSpan.FromHours(25));
        Assert.Equal(1, await gemini.CountFaultsLeftAsync());
    }

    [Fact]
    public async Task A_pause_longer_than_we_wait_is_told_to_the_caller()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        await gemini.FailNextAsync("rate_limited", seconds: 300);

        var failure = await Assert.ThrowsAsync<GeminiException>(() => gemini.Client.GenerateContentAsync(Question, default));

        Assert.Equal(TimeSpan.FromSeconds(300), failure.RetryAfter);
        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task A_model_that_is_gone_is_replaced_by_the_next_and_not_asked_again()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync(
            new() { ["Gemini:AnalysisModels:0"] = "gemini-2.5-flash", ["Gemini:AnalysisModels:1"] = "gemini-3.5-flash" });

        var answer = await gemini.Client.GenerateContentAsync(Question, default);
        await gemini.FailNextAsync("no_model");
        var failure = await Assert.ThrowsAsync<GeminiException>(() => gemini.Client.GenerateContentAsync(Question, default));

        Assert.Equal("gemini-3.5-flash", answer.Model);
        Assert.Equal(GeminiFailure.NotFound, failure.Failure);
    }

    [Fact]
    public async Task An_overloaded_model_is_replaced_by_the_next_after_its_retries()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync(new() { ["Gemini:MaxAttempts"] = "2" });
        await gemini.FailNextAsync("unavailable", times: 2);

        var answer = await gemini.Client.GenerateContentAsync(Question, default);

        Assert.Equal("gemini-3.5-flash", answer.Model);
    }

    [Fact]
    public async Task A_guarded_answer_is_asked_for_no_more_often_than_configured()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync(new() { ["Gemini:AnalysisModels:0"] = "gemini-3.8-flash" });
        await gemini.FailNextAsync("unavailable", times: 100);

        await Assert.ThrowsAsync<GeminiException>(() => gemini.Client.GenerateGuardedAsync(Question, null, default));

        Assert.Equal(100 - 4, await gemini.CountFailuresLeftAsync());
    }

    [Fact]
    public async Task A_guarded_answer_whose_stream_breaks_is_asked_for_again()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        await gemini.FailNextAsync("cut_stream", times: 3);

        Assert.Equal("The budget is 300 dollars.", (await gemini.Client.GenerateGuardedAsync(Question, null, default)).Text);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_a_time_out()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync(
            new() { ["Gemini:RequestTimeout"] = "00:00:01", ["Gemini:MaxAttempts"] = "1" });
        await gemini.FailNextAsync("deadline", seconds: 30);

        var failure = await Assert.ThrowsAsync<GeminiException>(() => gemini.Client.GenerateContentAsync(Question, default));

        Assert.Equal(GeminiFailure.TimedOut, failure.Failure);
    }

    [Theory]
    [InlineData("invalid", GeminiFailure.Unauthorized)]
    [InlineData("blocked", GeminiFailure.Forbidden)]
    [InlineData("quota", GeminiFailure.QuotaExhausted)]
    public async Task A_key_that_does_not_work_is_told_apart(string key, GeminiFailure expected)
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1beta/models");
        request.Headers.Add("x-goog-api-key", key);

        using var http = new HttpClient { BaseAddress = new(gemini.Address) };
        using var response = await http.SendAsync(request);
        var failure = GeminiErrors.From((int)response.StatusCode, await response.Content.ReadAsStringAsync(), null, TimeProvider.System.GetUtcNow());

        Assert.Equal(expected, failure.Failure);
    }

    [Fact]
    public async Task The_key_is_in_no_log_and_in_no_span()
    {
        var logs = new KeepingLogs();
        var tags = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Kipu.Gemini" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => tags.Add(string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        await using var gemini = await GeminiSimulatorHost.StartAsync(logs: logs);
        await gemini.FailNextAsync("unavailable");

        await gemini.Client.GenerateContentAsync(Question, default);

        Assert.NotEmpty(logs.Lines);
        Assert.Contains(tags, line => line.Contains("gen_ai.operation.name=generate_content", StringComparison.Ordinal));
        Assert.DoesNotContain(logs.Lines.Concat(tags), line => line.Contains(GeminiSimulatorHost.ApiKey + "\"", StringComparison.Ordinal)
            || line.Contains("x-goog-api-key: " + GeminiSimulatorHost.ApiKey, StringComparison.Ordinal)
            || line.Contains("?key=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_models_and_a_count_of_tokens_cost_no_answer()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();

        Assert.Contains("gemini-3.8-flash", await gemini.Client.ListModelsAsync(default));
        Assert.InRange(await gemini.Client.CountTokensAsync(Question, default), 10, 40);
    }

    private sealed class KeepingLogs : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
