using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kipu.Auth;

/// <summary>A person. An address belongs to one user, and a user to one organization.</summary>
internal sealed class User : ITenantOwned
{
    /// <summary>The longest address that mail can be sent to (RFC 5321, by its erratum 1690).</summary>
    public const int MaxEmailLength = 254;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganizationId { get; init; }
    public required string Email { get; init; }
    public required string NormalizedEmail { get; init; }
    public required string Name { get; set => field = value.Trim(); }
    public required string PasswordHash { get; set; }
    public required Role Role { get; set; }
    public required string Locale { get; set; }
    public string Theme { get; set; } = "system";
    public bool NotifiesAnalysisReady { get; set; } = true;
    public bool NotifiesFailures { get; set; } = true;

    /// <summary>When what was still to do was last mailed to them, or they asked for that; null for who doesn't want it.</summary>
    public DateTimeOffset? WeeklyTasksSince { get; set; }

    /// <summary>When the address proved to be theirs: by a link that was mailed there.</summary>
    public DateTimeOffset? EmailVerifiedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The form in which addresses are compared.</summary>
    public static string Normalize(string email) => email.Trim().ToUpperInvariant();

    public UserInfo ToInfo() => new(Id, Email, Name, Role, Locale, EmailVerifiedAt is not null);

    public UserPreferences ToPreferences() => new(Theme, new(NotifiesAnalysisReady, WeeklyTasksSince is not null, NotifiesFailures));
}

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public const string EmailIndex = "ix_users_normalized_email";

    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.HasTenant();
        builder.HasKey(u => new { u.OrganizationId, u.Id });
        builder.Property(u => u.Email).HasMaxLength(User.MaxEmailLength);
        builder.Property(u => u.NormalizedEmail).HasMaxLength(User.MaxEmailLength);
        builder.Property(u => u.Name).HasMaxLength(100);
        builder.Property(u => u.PasswordHash).HasMaxLength(200);
        builder.Property(u => u.Role).HasConversion<string>().HasMaxLength(10);
        builder.Property(u => u.Locale).HasMaxLength(5);
        builder.Property(u => u.Theme).HasMaxLength(10);
        builder.HasOne<Organization>().WithMany().HasForeignKey(u => u.OrganizationId);
        // Signing in, before the tenant is known; unique over all organizations.
        builder.HasIndex(u => u.NormalizedEmail).IsUnique().HasDatabaseName(EmailIndex);
        // Whose weekly mail is due.
        builder.HasIndex(u => u.WeeklyTasksSince).HasFilter("weekly_tasks_since is not null");
    }
}
