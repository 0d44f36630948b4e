using Microsoft.EntityFrameworkCore;

namespace Kipu.Payments;

/// <summary>The statements on the table of synchronizations; each is one step for everybody else.</summary>
internal static class SyncTasks
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(1);

    /// <summary>A task that nobody has raised for this long may be raised by a page that polls.</summary>
    private static readonly TimeSpan IdleAfter = TimeSpan.FromSeconds(1);

    /// <summary>Has an object looked at, once more even if that is going on already.</summary>
    /// <remarks>
    /// Of two that raise it at once the later time stands, or the event of the other would never count as processed. Work that
    /// somebody else asked for too is no find of reconciliation's.
    /// </remarks>
    public static Task RaiseAsync(
        this PaymentsDbContext db, string provider, SyncKind kind, string objectId, SyncCause cause, DateTimeOffset now,
        CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            insert into sync_tasks as t (id, provider, kind, object_id, cause, version, done_version, due, raised_at, attempts)
            values ({Guid.CreateVersion7()}, {provider}, {kind.ToString()}, {objectId}, {cause.ToString()}, 1, 0, {now}, {now}, 0)
            on conflict (provider, kind, object_id) do update set version = t.version + 1,
              cause = case when t.version > t.done_version and excluded.cause = 'Reconciliation' then t.cause else excluded.cause end,
              due = case when t.version > t.done_version then least(t.due, excluded.due) else excluded.due end,
              raised_at = greatest(t.raised_at, excluded.raised_at)
            """, cancellationToken);

    /// <summary>Has an object looked at, unless that was done a moment ago or is about to be.</summary>
    /// <returns>Whether it will be now.</returns>
    public static async Task<bool> RaiseIdleAsync(
        this PaymentsDbContext db, string provider, SyncKind kind, string objectId, SyncCause cause, DateTimeOffset now,
        CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"""
            insert into sync_tasks as t (id, provider, kind, object_id, cause, version, done_version, due, raised_at, attempts)
            values ({Guid.CreateVersion7()}, {provider}, {kind.ToString()}, {objectId}, {cause.ToString()}, 1, 0, {now}, {now}, 0)
            on conflict (provider, kind, object_id) do update set version = t.version + 1, cause = excluded.cause,
              due = excluded.due, raised_at = greatest(t.raised_at, excluded.raised_at)
            where t.version = t.done_version and t.raised_at < {now - IdleAfter}
            """, cancellationToken) > 0;

    /// <summary>Has all open checkouts of an age looked at, with every provider or with one.</summary>
    public static Task<int> RaiseOpenCheckoutsAsync(
        this PaymentsDbContext db, string? provider, DateTimeOffset createdAfter, DateTimeOffset createdBefore, DateTimeOffset now,
        CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            insert into sync_tasks as t (id, provider, kind, object_id, cause, version, done_version, due, raised_at, attempts)
            select gen_random_uuid(), provider, 'Checkout', provider_session_id, 'Reconciliation', 1, 0, {now}, {now}, 0
            from checkouts
            where stage in ('Open', 'Processing') and provider_session_id is not null and created_at between {createdAfter} and {createdBefore}
              and ({provider}::text is null or provider = {provider})
            on conflict (provider, kind, object_id) do update set version = t.version + 1, cause = excluded.cause,
              due = excluded.due, raised_at = greatest(t.raised_at, excluded.raised_at)
            where t.version = t.done_version
            """, cancellationToken);

    /// <summary>Has all subscriptions looked at that have not ended, with every provider or with one.</summary>
    public static Task<int> RaiseLiveSubscriptionsAsync(
        this PaymentsDbContext db, string? provider, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            insert into sync_tasks as t (id, provider, kind, object_id, cause, version, done_version, due, raised_at, attempts)
            select gen_random_uuid(), provider, 'Subscription', provider_subscription_id, 'Reconciliation', 1, 0, {now}, {now}, 0
            from subscriptions where status <> 'Cancelled' and ({provider}::text is null or provider = {provider})
            on conflict (provider, kind, object_id) do update set version = t.version + 1, cause = excluded.cause,
              due = excluded.due, raised_at = greatest(t.raised_at, excluded.raised_at)
            where t.version = t.done_version
            """, cancellationToken);

    /// <summary>Has the subscriptions looked at whose organizations are to be reminded, or whose grace period is over.</summary>
    public static Task<int> RaiseOverdueSubscriptionsAsync(this PaymentsDbContext db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"""
            insert into sync_tasks as t (id, provider, kind, object_id, cause, version, done_version, due, raised_at, attempts)
            select gen_random_uuid(), provider, 'Subscription', provider_subscription_id, 'Clock', 1, 0, {now}, {now}, 0
            from subscriptions where status = 'PastDue' and (grace_until <= {now} or remind_at <= {now})
            on conflict (provider, kind, object_id) do update set version = t.version + 1, cause = excluded.cause,
              due = excluded.due, raised_at = greatest(t.raised_at, excluded.raised_at)
            where t.version = t.done_version
            """, cancellationToken);

    /// <summary>Takes the next object that is due.</summary>
    public static async Task<SyncTask?> LeaseAsync(this PaymentsDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var leased = await db.SyncTasks.FromSql($"""
            update sync_tasks set lease_id = {Guid.NewGuid()}, leased_until = {now + LeaseTime}, attempts = attempts + 1
            where id = (
              select id from sync_tasks
              where version > done_version and due <= {now} and (leased_until is null or leased_until < {now})
              order by due limit 1 for update skip locked)
            returning *
            """).AsNoTracking().ToListAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return leased.SingleOrDefault();
    }

    /// <summary>Notes, in the transaction of what was done, that the object was seen to, and the events that told of it with it.</summary>
    /// <exception cref="InvalidOperationException">The lease has run out: someone else has the object, and this work must not count.</exception>
    public static async Task CompleteAsync(this PaymentsDbContext db, SyncTask task, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var done = await db.Database.ExecuteSqlAsync($"""
            update sync_tasks set done_version = {task.Version}, attempts = 0, problem = null, lease_id = null, leased_until = null
            where id = {task.Id} and lease_id = {task.LeaseId}
            """, cancellationToken);
        if (done == 0) throw new InvalidOperationException("The lease of a synchronization ran out before it was done.");
        await db.Database.ExecuteSqlAsync($"""
            update webhook_events set processed_at = {now}, attempts = attempts + 1, problem = null
            where provider = {task.Provider} and kind = {task.Kind.ToString()} and object_id = {task.ObjectId}
              and processed_at is null and received_at <= {task.RaisedAt}
            """, cancellationToken);
    }

    /// <summary>Gives an object back, to be tried again later; the events that told of it show why they wait.</summary>
    public static async Task PostponeAsync(
        this PaymentsDbContext db, SyncTask task, DateTimeOffset due, string problem, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            update sync_tasks set due = {due}, problem = {problem}, lease_id = null, leased_until = null
            where id = {task.Id} and lease_id = {task.LeaseId}
            """, cancellationToken);
        await db.Database.ExecuteSqlAsync($"""
            update webhook_events set attempts = attempts + 1, problem = {problem}
            where provider = {task.Provider} and kind = {task.Kind.ToString()} and object_id = {task.ObjectId}
              and processed_at is null and received_at <= {task.RaisedAt}
            """, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
