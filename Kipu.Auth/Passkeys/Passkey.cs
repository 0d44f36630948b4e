using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>A public key that a user's device or password manager holds the private one of (WebAuthn).</summary>
internal sealed class Passkey : ITenantOwned
{
    private const string DefaultName = "Passkey";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganizationId { get; init; }
    public required Guid UserId { get; init; }
    public required string Name { get; set => field = value.Trim(); }
    public required byte[] CredentialId { get; init; }

    /// <summary>In COSE form.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>Grows with each use where the device counts; one that falls back is a copy.</summary>
    public required long SignCount { get; init; }

    public required string[] Transports { get; init; }
    public required bool IsBackupEligible { get; init; }
    public required bool IsBackedUp { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }

    public static Passkey Of(User user, UserPasskeyInfo info) => new()
    {
        OrganizationId = user.OrganizationId,
        UserId = user.Id,
        Name = info.Name ?? DefaultName,
        CredentialId = info.CredentialId,
        PublicKey = info.PublicKey,
        SignCount = info.SignCount,
        Transports = info.Transports ?? [],
        IsBackupEligible = info.IsBackupEligible,
        IsBackedUp = info.IsBackedUp,
        CreatedAt = info.CreatedAt,
    };

    /// <summary>As ASP.NET Core Identity knows passkeys. What their making was proven by isn't kept.</summary>
    public UserPasskeyInfo ToUserPasskey()
    {
        var info = new UserPasskeyInfo(
            CredentialId, PublicKey, CreatedAt, (uint)SignCount, Transports, isUserVerified: true, IsBackupEligible, IsBackedUp,
            attestationObject: [], clientDataJson: []);
        info.Name = Name;
        return info;
    }

    public PasskeyInfo ToInfo() => new(Id, Name, IsBackedUp, CreatedAt, LastUsedAt);
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public const string CredentialIndex = "ix_passkeys_credential_id";

    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.HasTenant();
        builder.HasKey(p => new { p.OrganizationId, p.Id });
        builder.Property(p => p.Name).HasMaxLength(100);
        // WebAuthn, section 4: at most 1023 bytes.
        builder.Property(p => p.CredentialId).HasMaxLength(1023);
        builder.HasOne<User>().WithMany().HasForeignKey(p => new { p.OrganizationId, p.UserId });
        // A credential belongs to one user.
        builder.HasIndex(p => p.CredentialId).IsUnique().HasDatabaseName(CredentialIndex);
    }
}
