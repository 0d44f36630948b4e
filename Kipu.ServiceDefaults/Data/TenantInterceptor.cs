using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kipu.ServiceDefaults;

/// <summary>
/// Hands the <see cref="TenantScope"/> to PostgreSQL at the start of each transaction, and sees to it that there is one:
/// the setting is local to the transaction, so that a pooled connection can't carry one tenant's into another's request.
/// </summary>
/// <remarks>
/// A context's first command begins a transaction that later reads share; saving, and each bulk update or delete, commits it.
/// Code that begins a transaction itself does so before its first query, or after EndReadingAsync, and commits it itself.
/// </remarks>
internal sealed class TenantInterceptor(string systemRole) : IDbTransactionInterceptor, IDbCommandInterceptor, ISaveChangesInterceptor
{
    private static readonly ConditionalWeakTable<IDbContextTransaction, object> Implicit = [];

    public DbTransaction TransactionStarted(DbConnection connection, TransactionEndEventData eventData, DbTransaction result)
    {
        using var command = ScopeCommand(connection, result);
        command?.ExecuteNonQuery();
        return result;
    }

    public async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await using var command = ScopeCommand(connection, result);
        if (command is not null) await command.ExecuteNonQueryAsync(cancellationToken);
        return result;
    }

    public InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Begin(command, eventData);
        return result;
    }

    public async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await BeginAsync(command, eventData, cancellationToken);
        return result;
    }

    public InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Begin(command, eventData);
        return result;
    }

    public async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await BeginAsync(command, eventData, cancellationToken);
        return result;
    }

    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Begin(command, eventData);
        return result;
    }

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await BeginAsync(command, eventData, cancellationToken);
        return result;
    }

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        if (ImplicitOf(eventData.Context) is { } transaction)
        {
            transaction.Commit();
            transaction.Dispose();
        }

        return result;
    }

    public async ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await CommitImplicitAsync(eventData.Context, cancellationToken);
        return result;
    }

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (ImplicitOf(eventData.Context) is { } transaction)
        {
            transaction.Commit();
            transaction.Dispose();
        }

        return result;
    }

    public async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await CommitImplicitAsync(eventData.Context, cancellationToken);
        return result;
    }

    private static async ValueTask CommitImplicitAsync(DbContext? context, CancellationToken cancellationToken)
    {
        if (ImplicitOf(context) is not { } transaction) return;
        await transaction.CommitAsync(cancellationToken);
        await transaction.DisposeAsync();
    }

    private static IDbContextTransaction? ImplicitOf(DbContext? context) =>
        context?.Database.CurrentTransaction is { } transaction && Implicit.TryGetValue(transaction, out _) ? transaction : null;

    private static void Begin(DbCommand command, CommandEventData eventData)
    {
        if (!NeedsTransaction(command, eventData, out var context)) return;
        var transaction = context.Database.BeginTransaction();
        Implicit.Add(transaction, transaction);
        command.Transaction = transaction.GetDbTransaction();
    }

    private static async ValueTask BeginAsync(DbCommand command, CommandEventData eventData, CancellationToken cancellationToken)
    {
        if (!NeedsTransaction(command, eventData, out var context)) return;
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        Implicit.Add(transaction, transaction);
        command.Transaction = transaction.GetDbTransaction();
    }

    private static bool NeedsTransaction(DbCommand command, CommandEventData eventData, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DbContext? context)
    {
        context = eventData.Context;
        return context is not null && command.Transaction is null && context.Database.CurrentTransaction is null;
    }

    private DbCommand? ScopeCommand(DbConnection connection, DbTransaction transaction)
    {
        if (TenantScope.TenantId is null) return null;
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        if (TenantScope.OrganizationId is { } organizationId)
        {
            command.CommandText = "select set_config('app.organization_id', $1, true)";
            var parameter = command.CreateParameter();
            parameter.Value = organizationId.ToString();
            command.Parameters.Add(parameter);
        }
        else
        {
            command.CommandText = $"set local role {systemRole}";
        }

        return command;
    }
}
