using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>A refresh token, by its hash. It works once; used again, it was stolen.</summary>
internal sealed class RefreshToken : ITenantOwned
{
    private const int IdBytes = 16;
    private const int SecretBytes = 32;

    public required string TokenHash { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid SessionId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>A new token: its organization, in whose scope it is looked up, and 256 random bits, in base64url.</summary>
    public static string Generate(Guid organizationId)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        organizationId.TryWriteBytes(bytes);
        RandomNumberGenerator.Fill(bytes[IdBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryReadOrganization([NotNullWhen(true)] string? token, out Guid organizationId)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        organizationId = default;
        if (token is null || !Base64Url.IsValid(token, out var length) || length != bytes.Length) return false;
        Base64Url.DecodeFromChars(token, bytes);
        organizationId = new(bytes[..IdBytes]);
        return true;
    }

    public static string HashOf(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}

internal sealed class RefreshTokenConfiguration : IEntityTypeConfiguration<RefreshToken>
{
    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.HasTenant();
        builder.HasKey(t => t.TokenHash);
        builder.Property(t => t.TokenHash).HasMaxLength(43);
        builder.HasOne<Session>().WithMany().HasForeignKey(t => new { t.OrganizationId, t.SessionId }).OnDelete(DeleteBehavior.Cascade);
        // The sweep of what has ended.
        builder.HasIndex(t => t.ExpiresAt);
    }
}
