using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

internal static class MailedTokenExtensions
{
    public static readonly ApiError InvalidLink = new(400, "invalid_link",
        "The link is not valid: it was used already, or has expired. Ask for a new one.");

    /// <summary>Adds a token for a user to the context.</summary>
    /// <returns>What the link holds; it is stored nowhere.</returns>
    public static string AddMailedToken(this AuthDbContext db, User user, MailedTokenPurpose purpose, DateTimeOffset expiresAt)
    {
        var token = TenantToken.Generate(user.OrganizationId);
        db.MailedTokens.Add(new()
        {
            TokenHash = TenantToken.HashOf(token),
            OrganizationId = user.OrganizationId,
            UserId = user.Id,
            Purpose = purpose,
            ExpiresAt = expiresAt,
        });
        return token;
    }

    /// <summary>Uses a token up, within the caller's transaction: of two at once one gets the user, the other null.</summary>
    public static async Task<User?> TakeMailedTokenAsync(
        this AuthDbContext db, string token, MailedTokenPurpose purpose, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = TenantToken.HashOf(token);
        var known = await db.MailedTokens.AsNoTracking()
            .SingleOrDefaultAsync(t => t.TokenHash == hash && t.Purpose == purpose && t.ExpiresAt > now, cancellationToken);
        if (known is null) return null;

        var taken = await db.MailedTokens.Where(t => t.TokenHash == hash).ExecuteDeleteAsync(cancellationToken);
        return taken == 0 ? null : await db.Users.SingleOrDefaultAsync(u => u.Id == known.UserId, cancellationToken);
    }
}
