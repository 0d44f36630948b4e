using Kipu.Gemini;

namespace Kipu.Tests;

public sealed class GeminiErrorsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_longest_pause_that_is_asked_for_wins()
    {
        const string Body = """
            {"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED","details":[
            {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"3s"},
            {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"21.5s"}]}}
            """;

        var failure = GeminiErrors.From(429, Body, TimeSpan.FromSeconds(1), Now);

        Assert.Equal(GeminiFailure.RateLimited, failure.Failure);
        Assert.Equal(TimeSpan.FromSeconds(21.5), failure.RetryAfter);
    }

    [Fact]
    public void A_days_quota_comes_back_at_midnight_in_California()
    {
        const string Body = """
            {"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED","details":[
            {"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier"}]},
            {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"3s"}]}}
            """;

        var failure = GeminiErrors.From(429, Body, null, Now);

        Assert.Equal(GeminiFailure.QuotaExhausted, failure.Failure);
        Assert.Equal(TimeSpan.FromHours(12), failure.RetryAfter);
    }

    [Theory]
    [InlineData("[{\"error\":{\"code\":503,\"message\":\"overloaded\",\"status\":\"UNAVAILABLE\"}}]", 503, GeminiFailure.Overloaded)]
    [InlineData("<html>Bad gateway</html>", 502, GeminiFailure.Overloaded)]
    [InlineData("", 500, GeminiFailure.Internal)]
    [InlineData("{\"error\":\"words\"}", 413, GeminiFailure.TooLarge)]
    public void A_body_of_any_kind_gives_a_failure_of_the_right_kind(string body, int statusCode, GeminiFailure expected) =>
        Assert.Equal(expected, GeminiErrors.From(statusCode, body, null, Now).Failure);
}
