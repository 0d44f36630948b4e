using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>A sign-in of a user, and the family of refresh tokens that follow one another in it.</summary>
internal sealed class Session : ITenantOwned
{
    public const int MaxUserAgent = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganizationId { get; init; }
    public required Guid UserId { get; init; }
    public SignInMethod Method { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its tokens were last issued, and from where.</summary>
    public DateTimeOffset LastUsedAt { get; set; }

    public string? Address { get; set; }
    public string? UserAgent { get; set => field = value is { Length: > MaxUserAgent } ? value[..MaxUserAgent] : value; }

    /// <summary>When its latest refresh token ends, and it with that.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; init; }

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

/// <summary>How somebody signed in.</summary>
internal enum SignInMethod
{
    /// <summary>With a password, and the second factor of who has one.</summary>
    Password,

    /// <summary>With a passkey, which its device unlocks for its owner only: two factors in one.</summary>
    Passkey,

    /// <summary>At the organization's own identity provider, which asks for what it thinks right.</summary>
    Provider,
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.HasTenant();
        builder.HasKey(s => new { s.OrganizationId, s.Id });
        builder.Property(s => s.Address).HasMaxLength(45);
        builder.Property(s => s.UserAgent).HasMaxLength(Session.MaxUserAgent);
        builder.Property(s => s.Method).HasConversion<string>().HasMaxLength(10).HasDefaultValue(SignInMethod.Password);
        builder.HasOne<User>().WithMany().HasForeignKey(s => new { s.OrganizationId, s.UserId });
        // The sweep of what has ended.
        builder.HasIndex(s => s.ExpiresAt);
    }
}
