using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

/// <summary>An organization was made from a bought code.</summary>
internal sealed class CodeClaim : ITenantOwned
{
    public required Guid OrganizationId { get; init; }
    public required string CodeHash { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class CodeClaimConfiguration : IEntityTypeConfiguration<CodeClaim>
{
    public void Configure(EntityTypeBuilder<CodeClaim> builder)
    {
        builder.ToTable("code_claims");
        builder.HasTenant();
        builder.HasKey(c => c.CodeHash);
        builder.Property(c => c.CodeHash).HasMaxLength(64);
    }
}

/// <summary>
/// Notes that an organization was made from a bought code. What was bought belongs to nobody yet and is out of the new
/// organization's sight, so handing it over is left to <see cref="HandOverPurchase"/>.
/// </summary>
public static class NoteClaimHandler
{
    public static async Task HandleAsync(OrganizationCreated message, PaymentsDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (message.ClaimedCodeHash is not { } hash || await db.CodeClaims.AnyAsync(c => c.CodeHash == hash, cancellationToken)) return;
        db.CodeClaims.Add(new CodeClaim { OrganizationId = message.OrganizationId, CodeHash = hash, At = message.At });
        await db.RaiseAsync(Provider.Stripe, SyncKind.Claim, hash, SyncCause.Work, time.GetUtcNow(), cancellationToken);
    }
}
