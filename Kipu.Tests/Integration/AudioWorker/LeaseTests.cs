using Kipu.ServiceDefaults;

namespace Kipu.Tests;

public sealed class LeaseTests(KipuSystem kipu)
{
    [Fact]
    public async Task An_organization_with_many_recordings_does_not_keep_the_others_waiting()
    {
        await using var database = await LeaseDatabase.CreateAsync(kipu, new() { MaxPerOrganization = 2 });
        var big = Guid.NewGuid();
        await database.AddJobsAsync(big, count: 30);
        Guid[] small = [.. Enumerable.Range(0, 5).Select(_ => Guid.NewGuid())];
        foreach (var organization in small) await database.AddJobsAsync(organization, count: 1);

        var leases = await database.ClaimAllAsync();

        Assert.Equal(2, leases.Count(l => l.Job.OrganizationId == big));
        Assert.Equal(small.Order(), leases.Select(l => l.Job.OrganizationId).Where(o => o != big).Order());
        Assert.Contains(leases.Take(6), l => l.Job.OrganizationId != big);
    }

    [Fact]
    public async Task Workers_at_once_never_hold_the_same_step()
    {
        await using var database = await LeaseDatabase.CreateAsync(kipu, new() { MaxPerOrganization = 1000 });
        await database.AddJobsAsync(Guid.NewGuid(), count: 40);

        // One that finds the only candidate locked comes back empty-handed and asks again, as a worker does.
        var leases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.ClaimAllAsync()));
        var rest = await database.ClaimAllAsync();

        var jobs = leases.SelectMany(l => l).Concat(rest).Select(l => l.Job.Id).ToList();
        Assert.Equal(40, jobs.Count);
        Assert.Equal(40, jobs.Distinct().Count());
    }

    [Fact]
    public async Task A_step_whose_worker_fell_silent_goes_to_another_and_is_lost_to_the_first()
    {
        await using var database = await LeaseDatabase.CreateAsync(kipu, new());
        await database.AddJobsAsync(Guid.NewGuid(), count: 1);
        var first = Assert.Single(await database.ClaimAllAsync());
        Assert.Empty(await database.ClaimAllAsync());

        database.Time.Advance(database.Options.Lease + TimeSpan.FromSeconds(1));
        var second = Assert.Single(await database.ClaimAllAsync());

        Assert.Equal((1, 2), (first.Step.Attempts, second.Step.Attempts));
        using var scope = TenantScope.EnterOrganization(first.Job.OrganizationId);
        Assert.False(await database.Queue.ExtendAsync(first, CancellationToken.None));
        Assert.True(await database.Queue.ExtendAsync(second, CancellationToken.None));
    }

    [Fact]
    public async Task A_step_whose_worker_gives_signs_of_life_stays_with_it()
    {
        await using var database = await LeaseDatabase.CreateAsync(kipu, new());
        await database.AddJobsAsync(Guid.NewGuid(), count: 1);
        var lease = Assert.Single(await database.ClaimAllAsync());

        for (var i = 0; i < 5; i++)
        {
            database.Time.Advance(database.Options.Lease / 2);
            using var scope = TenantScope.EnterOrganization(lease.Job.OrganizationId);
            Assert.True(await database.Queue.ExtendAsync(lease, CancellationToken.None));
        }

        Assert.Empty(await database.ClaimAllAsync());
    }
}
