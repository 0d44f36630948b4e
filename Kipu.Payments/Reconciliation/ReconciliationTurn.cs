using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Payments;

/// <summary>When something was last compared, by whichever replica, and how far that got.</summary>
internal sealed class ReconciliationTurn
{
    public const string Subscriptions = "subscriptions";

    public static string ChangesOf(string provider) => $"events {provider}";

    public required string Name { get; init; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Everything before it is compared.</summary>
    public DateTimeOffset? Cursor { get; private set; }
}

internal sealed class ReconciliationTurnConfiguration : IEntityTypeConfiguration<ReconciliationTurn>
{
    public void Configure(EntityTypeBuilder<ReconciliationTurn> builder)
    {
        builder.ToTable("reconciliation_turns");
        builder.HasKey(t => t.Name);
        builder.Property(t => t.Name).HasMaxLength(20);
    }
}

internal static class ReconciliationTurns
{
    /// <summary>Takes the turn when it is due; of several replicas one gets it.</summary>
    public static async Task<bool> TryTakeTurnAsync(
        this PaymentsDbContext db, string name, TimeSpan every, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"""
            insert into reconciliation_turns as t (name, at) values ({name}, {now})
            on conflict (name) do update set at = excluded.at where t.at <= {now - every}
            """, cancellationToken) == 1;

    public static Task MoveCursorAsync(this PaymentsDbContext db, string name, DateTimeOffset cursor, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"update reconciliation_turns set cursor = {cursor} where name = {name}", cancellationToken);
}
