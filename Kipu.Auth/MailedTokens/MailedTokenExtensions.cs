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

    /// <summary>Whether a token can be used, before something that takes long; it may be used up a moment later.</summary>
    public static Task<bool> KnowsMailedTokenAsync(
        this AuthDbContext db, string token, MailedTokenPurpose purpose, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.LiveTokens(token, purpose, now).AnyAsync(cancellationToken);

    /// <summary>Uses a token up, within the caller's transaction: of two at once one gets the user, the other null.</summary>
    public static async Task<User?> TakeMailedTokenAsync(
        this AuthDbContext db, string token, MailedTokenPurpose purpose, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var live = db.LiveTokens(token, purpose, now);
        var known = await live.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (known is null) return null;

        var taken = await live.ExecuteDeleteAsync(cancellationToken);
        return taken == 0 ? null : await db.Users.SingleOrDefaultAsync(u => u.Id == known.UserId, cancellationToken);
    }

    private static IQueryable<MailedToken> LiveTokens(
        this AuthDbContext db, string token, MailedTokenPurpose purpose, DateTimeOffset now)
    {
        var hash = TenantToken.HashOf(token);
        return db.MailedTokens.Where(t => t.TokenHash == hash && t.Purpose == purpose && t.ExpiresAt > now);
    }
}
