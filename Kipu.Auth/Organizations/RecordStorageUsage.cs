using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Keeps what an organization stores, for its usage page. The quota itself is held by Storage.</summary>
public static class RecordStorageUsageHandler
{
    public static async Task HandleAsync(StorageUsageChanged message, AuthDbContext db, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.SingleAsync(o => o.Id == message.OrganizationId, cancellationToken);
        organization.Store(message.UsedBytes, message.At);
    }
}
