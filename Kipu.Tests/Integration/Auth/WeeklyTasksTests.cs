using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class WeeklyTasksTests(KipuSystem kipu)
{
    [Fact]
    public async Task What_is_still_to_do_is_mailed_once_a_week_to_who_wants_it()
    {
        var tenant = await kipu.SignUpAsync();
        await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of("Budget"));
        await WantAsync(tenant);

        await PassAWeekAsync(tenant);
        var mail = await kipu.ReadMailAsync(tenant.Email, "recordings");
        await PassAWeekAsync(tenant);
        var mails = await kipu.ReadMailsAsync(tenant.Email, "recordings", count: 2);

        Assert.Contains("- Escribir el contrato · Ana · viernes · Budget\n", mail.Text, StringComparison.Ordinal);
        Assert.Equal(2, mails.Count);
    }

    [Fact]
    public async Task Who_has_nothing_to_do_gets_no_mail_and_what_was_done_before_is_not_in_it()
    {
        var tenant = await kipu.SignUpAsync();
        var recording = await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of("Budget"));
        await tenant.Client.PatchAsJsonAsync($"/api/recordings/{recording.Id}/action-items/a1", new UpdateActionItemRequest(Done: true));
        await WantAsync(tenant);

        await PassAWeekAsync(tenant);
        await KipuSystem.WaitUntilAsync(async () => await SinceAsync(tenant) > DateTimeOffset.UtcNow.AddDays(-1), "the week's turn is over");
        await tenant.CreateAnalysedRecordingAsync(SomeAnalysis.Of("Hiring"));
        await PassAWeekAsync(tenant);
        var mails = await kipu.ReadMailsAsync(tenant.Email, "recordings");

        Assert.Contains("Hiring", Assert.Single(mails).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Budget", mails[0].Text, StringComparison.Ordinal);
    }

    private static async Task WantAsync(TestTenant tenant) =>
        await (await tenant.Client.PatchAsJsonAsync("/api/auth/me", new UpdateMeRequest(null, null, null, new(null, WeeklyTasks: true, null))))
            .ReadAsync<MeResponse>();

    /// <summary>Lets the last mail, or the wish for the first, be eight days old.</summary>
    private async Task PassAWeekAsync(TestTenant tenant)
    {
        await using var auth = await kipu.OpenAsOwnerAsync("authdb");
        await using var command = auth.CreateCommand(
            "update users set weekly_tasks_since = now() - interval '8 days' where normalized_email = upper($1) and weekly_tasks_since is not null");
        command.Parameters.AddWithValue(tenant.Email);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
    }

    private async Task<DateTimeOffset> SinceAsync(TestTenant tenant)
    {
        await using var auth = await kipu.OpenAsOwnerAsync("authdb");
        await using var command = auth.CreateCommand("select weekly_tasks_since from users where normalized_email = upper($1)");
        command.Parameters.AddWithValue(tenant.Email);
        return (DateTime)(await command.ExecuteScalarAsync())!;
    }
}
