using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>What was bought, what it grants, and what providers have told about it.</summary>
public sealed class PaymentsDbContext(DbContextOptions<PaymentsDbContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal DbSet<Checkout> Checkouts => Set<Checkout>();

    internal DbSet<Subscription> Subscriptions => Set<Subscription>();

    internal DbSet<Payment> Payments => Set<Payment>();

    internal DbSet<OrganizationCode> Codes => Set<OrganizationCode>();

    internal DbSet<CodeClaim> CodeClaims => Set<CodeClaim>();

    internal DbSet<StorageUse> StorageUses => Set<StorageUse>();

    internal DbSet<WebhookEvent> WebhookEvents => Set<WebhookEvent>();

    internal DbSet<BillingCommand> BillingCommands => Set<BillingCommand>();

    internal DbSet<ReconciliationTurn> ReconciliationTurns => Set<ReconciliationTurn>();

    internal DbSet<SyncTask> SyncTasks => Set<SyncTask>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PaymentsDbContext).Assembly);
        modelBuilder.MapWolverineEnvelopeStorage("wolverine");
    }
}
