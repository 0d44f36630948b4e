using Microsoft.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>What an organization uses of its plan, as those tell who keep count of it.</summary>
internal sealed class OrganizationUse(PaymentsDbContext db, IUserCounts users, IRecordingCounts recordings)
{
    /// <returns>The limits of a plan that present use exceeds; empty when it fits.</returns>
    public async Task<IReadOnlyList<PlanExcess>> FindExcessAsync(Guid organizationId, Plan plan, CancellationToken cancellationToken)
    {
        using var scope = TenantScope.EnterOrganization(organizationId);
        var limits = Plans.Of(plan);
        PlanExcess[] uses =
        [
            new("users", limits.MaxUsers, await users.CountAsync(cancellationToken)),
            new("recordings", limits.MaxRecordings, await recordings.CountAsync(cancellationToken)),
            new("storageBytes", limits.MaxStorageBytes, await StoredBytesAsync(organizationId, cancellationToken)),
        ];
        return [.. uses.Where(use => use.Used > use.Limit)];
    }

    /// <remarks>In a transaction that begins and ends here: the context may carry on in another organization's scope.</remarks>
    private async Task<long> StoredBytesAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var bytes = await db.StorageUses.Where(u => u.OrganizationId == organizationId)
            .Select(u => u.UsedBytes).SingleOrDefaultAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return bytes;
    }
}

/// <summary>Counts the users of the current scope's organization.</summary>
internal interface IUserCounts
{
    Task<int> CountAsync(CancellationToken cancellationToken);
}

/// <summary>Counts the recordings of the current scope's organization.</summary>
internal interface IRecordingCounts
{
    Task<int> CountAsync(CancellationToken cancellationToken);
}

internal sealed class UserCounts(HttpClient auth) : IUserCounts
{
    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (await auth.GetFromJsonAsync<UserCount>("/internal/users/count", cancellationToken))!.Users;
}

internal sealed class RecordingCounts(HttpClient recordings) : IRecordingCounts
{
    public async Task<int> CountAsync(CancellationToken cancellationToken) =>
        (await recordings.GetFromJsonAsync<RecordingCount>("/internal/recordings/count", cancellationToken))!.Recordings;
}
