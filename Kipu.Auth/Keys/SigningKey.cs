using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>A key pair on P-256 that access tokens are signed with.</summary>
internal sealed class SigningKey
{
    /// <summary>Names the key in a token's header (<c>kid</c>).</summary>
    public required string Id { get; init; }

    /// <summary>SubjectPublicKeyInfo.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>PKCS #8, encrypted by data protection.</summary>
    public required byte[] ProtectedPrivateKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on it signs, until its successor does. Until then it is published and waits.</summary>
    public required DateTimeOffset SignsAt { get; set; }

    /// <summary>No token that it signed counts any more.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}

internal sealed class SigningKeyConfiguration : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder) => builder.Property(k => k.Id).HasMaxLength(40);
}
