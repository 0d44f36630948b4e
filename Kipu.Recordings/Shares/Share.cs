using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>A link by which anybody who holds it reads one recording, until it expires or is revoked.</summary>
internal sealed class Share : ITenantOwned
{
    /// <summary>Links that one recording may have at a time.</summary>
    public const int Most = 100;
    private const int SecretBytes = 32;
    private const string Purpose = "share";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganizationId { get; init; }
    public required Guid RecordingId { get; init; }

    /// <summary>The link's secret is random, or can't be told from that, so that its plain SHA-256 says nothing about it.</summary>
    public required byte[] TokenHash { get; init; }
    public string? Label { get; init; }
    public required bool IncludesAudio { get; init; }
    public Guid? CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <returns>A new secret; for an Idempotency-Key always the same one.</returns>
    public static string NewToken(Guid recordingId, string? idempotencyKey, IdempotencyKeys keys) => Base64Url.EncodeToString(
        idempotencyKey is null ? RandomNumberGenerator.GetBytes(SecretBytes) : keys.Derive(Purpose, recordingId, idempotencyKey));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public ShareInfo ToInfo() => new(Id, Label, IncludesAudio, CreatedBy, CreatedAt, ExpiresAt);
}

internal sealed class ShareConfiguration : IEntityTypeConfiguration<Share>
{
    public void Configure(EntityTypeBuilder<Share> builder)
    {
        builder.HasTenant();
        builder.ToTable("shares");
        builder.Property(s => s.Label).HasMaxLength(100);
        builder.HasOne<Recording>().WithMany()
            .HasForeignKey(s => new { s.OrganizationId, s.RecordingId })
            .HasPrincipalKey(r => new { r.OrganizationId, r.Id });
        // Reading by a link, which names no organization.
        builder.HasIndex(s => s.TokenHash).IsUnique();
    }
}
