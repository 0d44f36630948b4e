using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Organizations and their users, how they sign in, and the keys that vouch for it.</summary>
public sealed class AuthDbContext(DbContextOptions<AuthDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal DbSet<Organization> Organizations => Set<Organization>();

    internal DbSet<Subscription> Subscriptions => Set<Subscription>();

    internal DbSet<OrganizationCode> Codes => Set<OrganizationCode>();

    internal DbSet<User> Users => Set<User>();

    internal DbSet<Session> Sessions => Set<Session>();

    internal DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    internal DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    internal DbSet<MailedToken> MailedTokens => Set<MailedToken>();

    internal DbSet<Invitation> Invitations => Set<Invitation>();

    internal DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    internal DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    internal DbSet<Passkey> Passkeys => Set<Passkey>();

    internal DbSet<IdentityProvider> IdentityProviders => Set<IdentityProvider>();

    internal DbSet<EmailDomain> EmailDomains => Set<EmailDomain>();

    internal DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    internal DbSet<AnsweredRequest> AnsweredRequests => Set<AnsweredRequest>();

    internal DbSet<UsageRecord> UsageRecords => Set<UsageRecord>();

    internal DbSet<VocabularyList> Vocabularies => Set<VocabularyList>();

    internal DbSet<Webhook> Webhooks => Set<Webhook>();

    internal DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    internal DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    /// <summary>
    /// Looks something up before the tenant is known. The look-up has a transaction of its own, which ends with it:
    /// what comes after is bound to a tenant again.
    /// </summary>
    internal async Task<T> LookUpAsync<T>(string reason, Func<AuthDbContext, Task<T>> find, CancellationToken cancellationToken)
    {
        using var scope = TenantScope.EnterSystem(reason);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        return await find(this);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AuthDbContext).Assembly);
        modelBuilder.MapWolverineEnvelopeStorage("wolverine");
    }
}
