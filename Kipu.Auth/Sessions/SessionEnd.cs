using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class SessionEnd
{
    /// <summary>Ends a user's sessions, but for the one that goes on. Within the caller's transaction, if there is one.</summary>
    public static Task<int> EndSessionsAsync(
        this AuthDbContext db, Guid userId, Guid? except, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Sessions.Where(s => s.UserId == userId && s.Id != except && s.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, now), cancellationToken);
}
