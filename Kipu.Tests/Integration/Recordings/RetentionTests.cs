using System.Net;
using System.Net.Http.Json;

namespace Kipu.Tests;

public sealed class RetentionTests(KipuSystem kipu)
{
    [Fact]
    public async Task Recordings_older_than_the_organization_keeps_them_are_erased_the_deleted_ones_too_and_no_others()
    {
        var tenant = await kipu.SignUpAsync();
        var (old, deleted, kept) = (await tenant.CreateRecordingAsync(), await tenant.CreateRecordingAsync(),
            await tenant.CreateRecordingAsync());
        using (await tenant.Client.DeleteAsync($"/api/recordings/{deleted.Id}"))
        {
        }

        await AgeAsync(old.Id, days: 31);
        await AgeAsync(deleted.Id, days: 31);
        await AgeAsync(kept.Id, days: 29);

        using var set = await tenant.Client.PutAsJsonAsync("/api/recordings/retention", new UpdateRetentionRequest(30));
        await set.ReadAsync<RetentionInfo>();

        await KipuSystem.WaitUntilAsync(async () => await CountAsync(tenant) == 1, "the sweep has come by");
        using var shown = await tenant.Client.GetAsync($"/api/recordings/{kept.Id}");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        using var policy = await tenant.Client.GetAsync("/api/recordings/retention");
        var kept30 = await policy.ReadAsync<RetentionInfo>();
        Assert.Equal((30, tenant.UserId), (kept30.Days, kept30.UpdatedBy));
    }

    [Fact]
    public async Task Only_an_ADMIN_sets_how_long_recordings_are_kept_and_null_keeps_them()
    {
        var tenant = await kipu.SignUpAsync();
        using var code = kipu.CreateClient("gateway");
        code.DefaultRequestHeaders.Add("x-organization-code", tenant.Code);

        using var refused = await code.PutAsJsonAsync("/api/recordings/retention", new UpdateRetentionRequest(1));
        using var set = await tenant.Client.PutAsJsonAsync("/api/recordings/retention", new UpdateRetentionRequest(1));
        using var unset = await tenant.Client.PutAsJsonAsync("/api/recordings/retention", new UpdateRetentionRequest(null));
        using var shown = await tenant.Client.GetAsync("/api/recordings/retention");

        await refused.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(1, (await set.ReadAsync<RetentionInfo>()).Days);
        Assert.Null((await unset.ReadAsync<RetentionInfo>()).Days);
        Assert.Equal(new(null, null, null), await shown.ReadAsync<RetentionInfo>());
    }

    private async Task AgeAsync(Guid id, int days)
    {
        await using var owner = await kipu.OpenAsOwnerAsync("recordingsdb");
        await using var command = owner.CreateCommand(
            $"update recordings set created_at = now() - interval '{days} days' where id = '{id}'");
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> CountAsync(TestTenant tenant)
    {
        await using var owner = await kipu.OpenAsOwnerAsync("recordingsdb");
        await using var command = owner.CreateCommand($"select count(*) from recordings where organization_id = '{tenant.OrganizationId}'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
