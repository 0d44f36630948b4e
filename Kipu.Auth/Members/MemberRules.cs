using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Who may do what to whom: an admin neither touches an owner nor makes one, and the last owner stays.</summary>
internal static class MemberRules
{
    /// <param name="actor">The role of who does it.</param>
    /// <param name="touched">Roles that it takes or gives.</param>
    public static bool Allows(Role actor, params ReadOnlySpan<Role> touched)
    {
        foreach (var role in touched)
        {
            if (actor < Role.Admin || role > actor) return false;
        }

        return true;
    }

    /// <summary>The caller's role as it is now that nobody else can change it; what the request began with may be out of date.</summary>
    public static async Task<Role?> CurrentRoleAsync(this AuthDbContext db, TenantContext tenant, CancellationToken cancellationToken) =>
        tenant.UserId is not { } userId
            ? tenant.Role
            : await db.Users.Where(u => u.Id == userId).Select(u => (Role?)u.Role).SingleOrDefaultAsync(cancellationToken);

    public static async Task<bool> IsLastOwnerAsync(this AuthDbContext db, User user, CancellationToken cancellationToken) =>
        user.Role is Role.Owner && !await db.Users.AnyAsync(u => u.Role == Role.Owner && u.Id != user.Id, cancellationToken);
}
