using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>What following a mailed link does.</summary>
internal enum MailedTokenPurpose
{
    SetPassword,
    VerifyEmail,
}

/// <summary>The secret in a link that was mailed to a user, by its hash. It works once: it is deleted by being used.</summary>
internal sealed class MailedToken : ITenantOwned
{
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);
    public static readonly TimeSpan VerifyLifetime = TimeSpan.FromDays(7);

    /// <summary>For who was made a member by somebody else and has yet to read of it.</summary>
    public static readonly TimeSpan WelcomeLifetime = TimeSpan.FromDays(7);

    public required string TokenHash { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid UserId { get; init; }
    public required MailedTokenPurpose Purpose { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class MailedTokenConfiguration : IEntityTypeConfiguration<MailedToken>
{
    public void Configure(EntityTypeBuilder<MailedToken> builder)
    {
        builder.HasTenant();
        builder.HasKey(t => t.TokenHash);
        builder.Property(t => t.TokenHash).HasMaxLength(TenantToken.HashLength);
        builder.Property(t => t.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.HasOne<User>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.UserId });
        // The sweep of what has ended.
        builder.HasIndex(t => t.ExpiresAt);
    }
}
