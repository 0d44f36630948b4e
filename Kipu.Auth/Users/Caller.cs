using System.Security.Claims;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class Caller
{
    /// <summary>The user whose bearer token was sent, within the tenant's scope; null when there was none, or they are no longer a member.</summary>
    public static async Task<User?> FindCallerAsync(this AuthDbContext db, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        AccessToken.From(caller) is { } token ? await db.Users.SingleOrDefaultAsync(u => u.Id == token.UserId, cancellationToken) : null;
}
