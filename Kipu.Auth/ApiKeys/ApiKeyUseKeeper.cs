using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Brings the last uses of API keys from Redis into the database. Running twice at once does no harm.</summary>
internal sealed class ApiKeyUseKeeper(IServiceScopeFactory scopes, ApiKeyUses uses, TimeProvider time, ILogger<ApiKeyUseKeeper> logger)
    : PeriodicWorker(Period, time, logger)
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    public override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var used = await uses.ReadAsync();
        if (used.Count == 0) return;

        using var tenant = TenantScope.EnterSystem("services note uses of all organizations' keys in one place");
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
        await db.Database.ExecuteSqlAsync(
            $"""
            update api_keys set last_used_at = used.at
            from unnest({used.Keys.ToArray()}, {used.Values.ToArray()}) as used (id, at)
            where api_keys.id = used.id and (api_keys.last_used_at is null or api_keys.last_used_at < used.at)
            """,
            cancellationToken);

        // Those that are in use now stay: what a service notes meanwhile must not be lost.
        var old = Time.GetUtcNow() - Period - Period;
        List<Guid> gone = [.. used.Where(u => u.Value < old).Select(u => u.Key)];
        if (gone.Count > 0) await uses.ForgetAsync(gone);
    }
}
