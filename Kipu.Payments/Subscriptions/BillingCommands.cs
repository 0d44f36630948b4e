using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kipu.Payments;

/// <summary>Runs a change that an organization asks for once, however often the request is sent.</summary>
internal sealed class BillingCommands(PaymentsDbContext db, SyncSignal signal, TimeProvider time)
{
    /// <param name="tenant">Whose subscription is to change, by whom.</param>
    /// <param name="clientKey">The request's Idempotency-Key.</param>
    /// <param name="request">The request; with its type it must be the same when the key is.</param>
    /// <param name="refuse">Why the subscription can't be changed so. Asked once: a request that was begun is carried on.</param>
    /// <param name="run">Asks the provider for it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CommandResult<TAnswer>> RunAsync<TAnswer>(
        TenantContext tenant,
        string? clientKey,
        object request,
        Func<Subscription, Task<CommandResult<TAnswer>?>> refuse,
        Func<Subscription, BillingCommand, Task<CommandResult<TAnswer>>> run,
        CancellationToken cancellationToken)
        where TAnswer : class
    {
        var fingerprint = FingerprintOf(request);
        var command = clientKey is null
            ? null
            : await db.BillingCommands.SingleOrDefaultAsync(
                c => c.OrganizationId == tenant.OrganizationId && c.ClientKey == clientKey, cancellationToken);
        if (command is not null && command.Fingerprint != fingerprint) return new(CommonErrors.IdempotencyKeyReused.ToProblem());
        if (command?.Answer is { } answered) return new(JsonSerializer.Deserialize<TAnswer>(answered, JsonSerializerOptions.Web)!);

        if (await FindAsync(tenant.OrganizationId, cancellationToken) is not { } subscription)
            return new(SubscriptionErrors.NoSubscription.ToProblem());
        if (command is null)
        {
            // No transaction is open while others are asked.
            await db.EndReadingAsync();
            if (await refuse(subscription) is { } refusal) return refusal;
            command = new BillingCommand
            {
                OrganizationId = tenant.OrganizationId,
                ClientKey = clientKey,
                Fingerprint = fingerprint,
                UserId = tenant.UserId,
                CreatedAt = time.GetUtcNow(),
            };
            db.BillingCommands.Add(command);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception)
                when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                return new(CommonErrors.RequestInProgress.ToProblem());
            }
        }
        else
        {
            await db.EndReadingAsync();
        }

        var result = await run(subscription, command);
        await FinishAsync(subscription, command, result, cancellationToken);
        return result;
    }

    /// <summary>The answer and the look at what has changed are written together; the limits follow from that look.</summary>
    private async Task FinishAsync<TAnswer>(
        Subscription subscription, BillingCommand command, CommandResult<TAnswer> result, CancellationToken cancellationToken)
        where TAnswer : class
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (result.Answer is { } answer) command.Answer = JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);
        await db.SaveChangesAsync(cancellationToken);
        await db.RaiseAsync(
            subscription.Provider, SyncKind.Subscription, subscription.ProviderSubscriptionId, SyncCause.Command, time.GetUtcNow(),
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Set();
    }

    private Task<Subscription?> FindAsync(Guid organizationId, CancellationToken cancellationToken) => db.Subscriptions.AsNoTracking()
        .SingleOrDefaultAsync(s => s.OrganizationId == organizationId && s.Status != SubscriptionStatus.Cancelled, cancellationToken);

    private static string FingerprintOf(object request) => Convert.ToHexStringLower(SHA256.HashData(
        [.. System.Text.Encoding.UTF8.GetBytes(request.GetType().Name), .. JsonSerializer.SerializeToUtf8Bytes(request)]));
}

/// <summary>What a command came to: its answer, or the refusal.</summary>
internal sealed record CommandResult<TAnswer> where TAnswer : class
{
    public CommandResult(TAnswer answer) => Answer = answer;

    public CommandResult(Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult refusal) => Refusal = refusal;

    public TAnswer? Answer { get; }

    public Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult? Refusal { get; }
}
