using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Recordings;

/// <summary>Something that somebody is to do: a row of its own, so that it can be ticked off and listed over all recordings.</summary>
internal sealed class ActionItemRow : ITenantOwned
{
    public required Guid RecordingId { get; init; }
    public required Guid OrganizationId { get; init; }

    /// <summary>The recording's time, by which the list over all of them goes.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Its place among the recording's, from 0.</summary>
    public required int Ordinal { get; init; }
    public required string ItemId { get; init; }
    public required string Text { get; set => field = Storable.Text(value); }
    public string? Owner { get; private set; }

    /// <summary>The owner in the form in which they are looked for.</summary>
    public string? OwnerKey { get; private set; }
    public string? Due { get; private set; }
    public bool Done { get; private set; }
    public double? AtSeconds { get; init; }
    public required IReadOnlyList<string> Evidence { get; init; }
    public required EvidenceState State { get; init; }
    public Edit? Edit { get; private set; }

    public static ActionItemRow From(Recording recording, int ordinal, ActionItem item)
    {
        var row = new ActionItemRow
        {
            RecordingId = recording.Id,
            OrganizationId = recording.OrganizationId,
            RecordedAt = recording.CreatedAt,
            Ordinal = ordinal,
            ItemId = item.Id,
            Text = item.Text,
            Due = item.Due,
            Done = item.Done,
            AtSeconds = item.AtSeconds,
            Evidence = item.Evidence,
            State = item.State,
            Edit = item.Edit,
        };
        row.Assign(item.Owner);
        return row;
    }

    public static string KeyOf(string owner) => RecordingTag.KeyOf(owner);

    public void Change(UpdateActionItemRequest change, Guid? userId, DateTimeOffset at)
    {
        Edit = new(userId, at, Edit?.Original ?? Text);
        if (change.Text is not null) Text = change.Text.Trim();
        if (change.Owner is not null) Assign(change.Owner);
        if (change.Due is not null) Due = Given(change.Due);
        Done = change.Done ?? Done;
    }

    public void Assign(string? owner)
    {
        Owner = owner is null ? null : Given(owner);
        OwnerKey = Owner is null ? null : KeyOf(Owner);
    }

    public ActionItem ToItem() => new(ItemId, Text, Owner, Due, Done, AtSeconds, Evidence, State, Edit);

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : Storable.Text(text.Trim());
}

internal sealed class ActionItemRowConfiguration : IEntityTypeConfiguration<ActionItemRow>
{
    public void Configure(EntityTypeBuilder<ActionItemRow> builder)
    {
        builder.HasTenant();
        builder.ToTable("action_items");
        builder.HasKey(i => new { i.RecordingId, i.ItemId });
        builder.Property(i => i.Evidence).HasJson();
        builder.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(i => i.Edit).HasJson();
        builder.HasOne<Recording>().WithMany()
            .HasForeignKey(i => new { i.OrganizationId, i.RecordingId })
            .HasPrincipalKey(r => new { r.OrganizationId, r.Id });
        // The list over all recordings: newest recording first, narrowed to what is open or done, and to a person.
        builder.HasIndex(i => new { i.OrganizationId, i.RecordedAt, i.RecordingId, i.Ordinal }).IsDescending(false, true, true, false);
        builder.HasIndex(i => new { i.OrganizationId, i.Done, i.RecordedAt, i.RecordingId, i.Ordinal })
            .IsDescending(false, false, true, true, false);
        builder.HasIndex(i => new { i.OrganizationId, i.OwnerKey, i.RecordedAt, i.RecordingId, i.Ordinal })
            .IsDescending(false, false, true, true, false);
    }
}
