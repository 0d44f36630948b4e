using Microsoft.EntityFrameworkCore;
using Wolverine.EntityFrameworkCore;

namespace Kipu.Auth;

/// <summary>Mails the action items that are still open, once a week, to who wants that: on Mondays at 12:00 UTC, morning in the Americas.</summary>
internal sealed class WeeklyTasksMail(
    AuthDbContext db, IDbContextOutbox<AuthDbContext> outbox, IOpenActionItems actionItems, Mailer mailer, TimeProvider time)
{
    private static readonly TimeSpan MondayNoon = TimeSpan.FromHours(12);

    /// <summary>When the mails of the week that <paramref name="now"/> lies in became due.</summary>
    public static DateTimeOffset DueSince(DateTimeOffset now)
    {
        var monday = now.UtcDateTime - MondayNoon;
        monday = monday.Date.AddDays(-(((int)monday.DayOfWeek + 6) % 7));
        return new(monday + MondayNoon, TimeSpan.Zero);
    }

    /// <returns>The organizations in which somebody's mail is due.</returns>
    public async Task<IReadOnlyList<Guid>> FindDueAsync(CancellationToken cancellationToken)
    {
        using var system = TenantScope.EnterSystem("mails of all organizations come due at once");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = DueSince(time.GetUtcNow());
        var organizations = await db.Users.Where(u => u.WeeklyTasksSince < due).Select(u => u.OrganizationId).Distinct().ToListAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return organizations;
    }

    /// <summary>Commits an organization's due mails. Who has been mailed by another process meanwhile isn't again.</summary>
    public async Task MailAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        using var tenant = TenantScope.EnterOrganization(organizationId);
        var open = await actionItems.FindAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var due = DueSince(now);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == organizationId, cancellationToken);
        var users = await db.Users.FromSql($"select * from users where weekly_tasks_since < {due} for update").ToListAsync(cancellationToken);
        foreach (var user in users)
        {
            user.WeeklyTasksSince = now;
            if (open.Items is not []) await outbox.PublishAsync(mailer.Seal(LetterTo(user, organization, open)));
        }

        await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
    }

    private static Letter LetterTo(User user, Organization organization, Page<RecordedActionItem> open) => new(
        open.NextCursor is null ? LetterKind.WeeklyTasks : LetterKind.WeeklyTasksMany, user.Locale, user.Email, user.Name, Token: null,
        organization.Name, Lines: [.. open.Items.Select(LineOf)]);

    private static string LineOf(RecordedActionItem open) =>
        $"- {string.Join(" · ", new[] { open.Item.Text, open.Item.Owner, open.Item.Due, open.Title }.OfType<string>())}";
}

/// <summary>Knows what is still to be done in the current scope's organization.</summary>
internal interface IOpenActionItems
{
    /// <returns>The newest; with a cursor when there are more.</returns>
    Task<Page<RecordedActionItem>> FindAsync(CancellationToken cancellationToken);
}

internal sealed class OpenActionItems(HttpClient recordings) : IOpenActionItems
{
    public async Task<Page<RecordedActionItem>> FindAsync(CancellationToken cancellationToken) =>
        (await recordings.GetFromJsonAsync<Page<RecordedActionItem>>("/internal/recordings/action-items?done=false&limit=20", cancellationToken))!;
}
