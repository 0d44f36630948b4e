using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Users whom their organization's provider vouches for, made at their first sign-in.</summary>
internal sealed class ProvidedUsers(AuthDbContext db, Passwords passwords, AuditLog audit, TimeProvider time)
{
    /// <returns>The provider for an address: that of the organization, on ENTERPRISE, which has verified its domain.</returns>
    public Task<IdentityProvider?> FindProviderAsync(string email, CancellationToken cancellationToken)
    {
        var domain = email[(email.LastIndexOf('@') + 1)..].Trim().ToLowerInvariant();
        return db.LookUpAsync(
            "an address's domain is what names the organization",
            context =>
            {
                var organizations = context.Organizations.Where(o => o.Plan == Plan.Enterprise).Select(o => o.Id);
                var owners = context.EmailDomains.Where(d => d.Domain == domain && d.VerifiedAt != null).Select(d => d.OrganizationId);
                return context.IdentityProviders.AsNoTracking()
                    .SingleOrDefaultAsync(p => organizations.Contains(p.OrganizationId) && owners.Contains(p.OrganizationId), cancellationToken);
            },
            cancellationToken);
    }

    /// <returns>The member with this address, if there is one yet, or why the provider can't sign it in.</returns>
    public async Task<(User? User, ApiError? Refusal)> FindAsync(
        ProvidedUser provided, IdentityProvider provider, CancellationToken cancellationToken)
    {
        // A provider speaks for its own organization's domains, whatever address it names.
        var speaker = await FindProviderAsync(provided.Email, cancellationToken);
        if (speaker?.OrganizationId != provider.OrganizationId) return (null, SingleSignOnErrors.NoSingleSignOn);

        var normalized = User.Normalize(provided.Email);
        var known = await db.LookUpAsync(
            "an address is unique over all organizations",
            context => context.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalized, cancellationToken),
            cancellationToken);
        return known is null || known.OrganizationId == provider.OrganizationId ? (known, null) : (null, UserErrors.EmailTaken);
    }

    /// <summary>Makes a member, on one of the plan's seats, within the caller's transaction; the caller saves it.</summary>
    public async Task<(User? User, ProblemHttpResult? Refusal)> JoinAsync(
        ProvidedUser provided, IdentityProvider provider, string locale, CancellationToken cancellationToken)
    {
        if (await db.TakeSeatAsync(provider.OrganizationId, cancellationToken) is { } full) return (null, full);

        var now = time.GetUtcNow();
        var user = new User
        {
            OrganizationId = provider.OrganizationId,
            Email = provided.Email.Trim(),
            NormalizedEmail = User.Normalize(provided.Email),
            Name = provided.Name.Length > 100 ? provided.Name[..100] : provided.Name,
            PasswordHash = passwords.HashOfNone,
            Role = Role.User,
            Locale = locale,
            EmailVerifiedAt = now,
            CreatedAt = now,
        };
        db.Users.Add(user);
        audit.Record(provider.OrganizationId, AuditActions.UserJoined, user.Id, user.Email);
        return (user, null);
    }
}
