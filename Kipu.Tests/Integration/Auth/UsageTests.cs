using System.Net;

namespace Kipu.Tests;

public sealed class UsageTests(KipuSystem kipu)
{
    private static readonly DateTimeOffset Yesterday = DateTimeOffset.UtcNow.AddDays(-1);

    [Fact]
    public async Task News_that_come_twice_or_late_count_once_and_on_the_day_on_which_it_began()
    {
        var tenant = await kipu.SignUpAsync();
        var (recording, job) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var finalized = new RecordingFinalized(recording, tenant.OrganizationId, job, "audio/webm", 4_000, new string('0', 64), "es", Yesterday);
        var halfway = new UsageMetered(tenant.OrganizationId, job, Yesterday, AudioSeconds: 0, VoiceSeconds: 0, AiTokens: 500, AiCostMicros: 400);
        var whole = halfway with { AudioSeconds = 60, AiTokens = 900, AiCostMicros = 700 };
        var talk = new UsageMetered(tenant.OrganizationId, Guid.CreateVersion7(), Yesterday, AudioSeconds: 0, VoiceSeconds: 12.5, AiTokens: 100, AiCostMicros: 300);

        foreach (var metered in new[] { whole, halfway, talk, whole }) await kipu.AnnounceAsync(metered, tenant.OrganizationId);
        foreach (var again in new[] { finalized, finalized }) await kipu.AnnounceAsync(again, tenant.OrganizationId);

        await KipuSystem.WaitUntilAsync(
            async () => (await tenant.UsageAsync()).Total is { Recordings: 1, Bytes: 4_000, AudioSeconds: 60, VoiceSeconds: 12.5, AiTokens: 1_000, AiCostMicros: 1_000 },
            "all of it is counted");
        var report = await tenant.UsageAsync();
        Assert.Equal(30, report.Days.Count);
        Assert.Equal(DateOnly.FromDateTime(Yesterday.UtcDateTime), Assert.Single(report.Days, day => day.AiTokens > 0).Day);
        Assert.Equal(0, (await (await kipu.SignUpAsync()).UsageAsync()).Total.AiTokens);
    }

    [Theory]
    [InlineData("?by=month", "validation_failed")]
    [InlineData("?from=yesterday", "invalid_request")]
    [InlineData("?from=2026-02-01&to=2026-01-01", "validation_failed")]
    [InlineData("?from=2024-01-01&to=2026-01-01", "validation_failed")]
    public async Task A_span_that_cannot_be_reported_is_refused(string query, string code)
    {
        var tenant = await kipu.SignUpAsync();

        await (await tenant.Client.GetAsync($"/api/organizations/current/usage{query}")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task A_report_has_the_days_that_were_asked_for_and_no_others()
    {
        var tenant = await kipu.SignUpAsync();

        var report = await tenant.UsageAsync("?by=day&from=2026-02-27&to=2026-03-01");

        Assert.Equal([new(2026, 2, 27), new(2026, 2, 28), new DateOnly(2026, 3, 1)], report.Days.Select(day => day.Day));
    }
}

public sealed partial class TestTenant
{
    public async Task<UsageReport> UsageAsync(string query = "") =>
        await (await Client.GetAsync($"/api/organizations/current/usage{query}")).ReadAsync<UsageReport>();
}
