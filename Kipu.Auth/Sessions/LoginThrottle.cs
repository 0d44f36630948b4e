using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace Kipu.Auth;

/// <summary>
/// Bounds guesses at a password, per address and whether or not there is such an account, so that a refusal tells nothing.
/// An attempt is counted before its password is looked at: parallel ones can't outrun the limit.
/// </summary>
internal sealed class LoginThrottle(NpgsqlDataSource database, TimeProvider time)
{
    public const int MaxAttempts = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <returns>How long to wait; null when the attempt may go on.</returns>
    public async Task<TimeSpan?> TakeAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var command = database.CreateCommand("""
            insert into login_attempts as a (email_hash, attempts, resets_at) values ($1, 1, $3)
            on conflict (email_hash) do update set
              attempts = case when a.resets_at <= $2 then 1 else a.attempts + 1 end,
              resets_at = case when a.resets_at <= $2 then excluded.resets_at else a.resets_at end
            returning attempts, resets_at
            """);
        command.Parameters.AddWithValue(HashOf(normalizedEmail));
        command.Parameters.AddWithValue(now);
        command.Parameters.AddWithValue(now + Window);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return row.GetInt32(0) <= MaxAttempts ? null : row.GetFieldValue<DateTimeOffset>(1) - now;
    }

    public async Task ForgetAsync(string normalizedEmail, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from login_attempts where email_hash = $1");
        command.Parameters.AddWithValue(HashOf(normalizedEmail));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static byte[] HashOf(string normalizedEmail) => SHA256.HashData(Encoding.UTF8.GetBytes(normalizedEmail));
}

/// <summary>Attempts to sign in with an address, since the last that succeeded.</summary>
internal sealed class LoginAttempts
{
    public required byte[] EmailHash { get; init; }
    public required int Attempts { get; init; }
    public required DateTimeOffset ResetsAt { get; init; }
}

internal sealed class LoginAttemptsConfiguration : IEntityTypeConfiguration<LoginAttempts>
{
    public void Configure(EntityTypeBuilder<LoginAttempts> builder)
    {
        builder.HasKey(a => a.EmailHash);
        // The sweep of what has ended.
        builder.HasIndex(a => a.ResetsAt);
    }
}
