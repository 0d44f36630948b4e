using System.Diagnostics.CodeAnalysis;
using Kipu.MessagingProbe;
using Kipu.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kipu.Tests;

public sealed class TenantScopeTests(KipuSystem kipu)
{
    /// <summary>With the pool's reset off, whatever one request leaves on a connection meets the next.</summary>
    [Fact]
    public async Task Requests_on_pooled_connections_see_only_their_own_tenant_whatever_faults_happen_between()
    {
        await using var database = await ProbeDatabase.CreateAsync(kipu, "leakdb", "No Reset On Close=true");
        Guid[] tenants = [.. Enumerable.Range(0, 50).Select(_ => Guid.CreateVersion7())];
        await Parallel.ForEachAsync(tenants, async (tenant, token) =>
        {
            using var scope = TenantScope.EnterOrganization(tenant);
            await using var services = database.CreateScope();
            var db = services.ServiceProvider.GetRequiredService<ProbeDbContext>();
            for (var i = 0; i < 3; i++) db.Orders.Add(new() { OrganizationId = tenant });
            await db.SaveChangesAsync(token);
        });
        var wrong = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 5000), new ParallelOptions { MaxDegreeOfParallelism = 40 }, async (i, token) =>
        {
            var tenant = i % 20 == 0 ? (Guid?)null : tenants[i % tenants.Length];
            using var scope = tenant is { } id ? TenantScope.EnterOrganization(id) : null;
            await using var services = database.CreateScope();
            var db = services.ServiceProvider.GetRequiredService<ProbeDbContext>();
            if (i % 7 == 0) await FailAsync(db, token);
            var seen = await db.Orders.IgnoreQueryFilters().Select(o => o.OrganizationId).ToListAsync(token);
            if (seen.Count != (tenant is null ? 0 : 3) || seen.Exists(s => s != tenant)) Interlocked.Increment(ref wrong);
        });

        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task A_query_without_a_tenant_sees_nothing_and_cannot_write()
    {
        await using var database = await ProbeDatabase.CreateAsync(kipu, "scopelessdb");
        await using var services = database.CreateScope();
        var db = services.ServiceProvider.GetRequiredService<ProbeDbContext>();

        var seen = await db.Orders.CountAsync();
        db.Orders.Add(new() { OrganizationId = Guid.CreateVersion7() });

        Assert.Equal(0, seen);
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        Assert.Equal("42501", Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }

    [Fact]
    public async Task Raw_sql_and_bulk_updates_stay_within_the_tenant()
    {
        await using var database = await ProbeDatabase.CreateAsync(kipu, "rawsqldb");
        var (mine, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var tenant in new[] { mine, theirs })
        {
            using var scope = TenantScope.EnterOrganization(tenant);
            await using var services = database.CreateScope();
            var db = services.ServiceProvider.GetRequiredService<ProbeDbContext>();
            db.Orders.Add(new() { OrganizationId = tenant });
            await db.SaveChangesAsync();
        }

        await using (var services = database.CreateScope())
        {
            using var scope = TenantScope.EnterOrganization(mine);
            var db = services.ServiceProvider.GetRequiredService<ProbeDbContext>();
            Assert.Equal([mine], await db.Database.SqlQuery<Guid>($"select organization_id as \"Value\" from orders").ToListAsync());
            Assert.Equal(1, await db.Orders.ExecuteDeleteAsync());
        }

        await using (var services = database.CreateScope())
        {
            using var scope = TenantScope.EnterSystem("the test counts what is left of all");
            Assert.Equal([theirs], await services.ServiceProvider.GetRequiredService<ProbeDbContext>().Orders.Select(o => o.OrganizationId).ToListAsync());
        }
    }

    [SuppressMessage("Usage", "EF1002:Risk of SQL injection", Justification = "The statement is constant.")]
    private static async Task FailAsync(ProbeDbContext db, CancellationToken cancellationToken)
    {
        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlRawAsync("select 1 / 0", cancellationToken));
        // As a request that ends in the middle: the aborted transaction goes back to the pool with its context.
        if (db.Database.CurrentTransaction is { } transaction) await transaction.RollbackAsync(cancellationToken);
    }
}
