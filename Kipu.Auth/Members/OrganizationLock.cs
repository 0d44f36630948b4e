using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kipu.Auth;

/// <summary>
/// A transaction in which nobody else changes what is changed under the same organization's lock: two owners who remove each other at once
/// come one after the other, and the second finds that they are the last, or gone.
/// </summary>
/// <remarks>
/// The row's lock orders all processes. In this one, who has to wait does so before a connection is taken: those who wait for one
/// organization would leave the others without.
/// </remarks>
internal sealed class OrganizationLock : IAsyncDisposable
{
    private static readonly Dictionary<Guid, Turns> Waiting = [];

    private readonly Guid _organizationId;
    private readonly Turns _turns;
    private IDbContextTransaction? _transaction;

    private OrganizationLock(Guid organizationId)
    {
        _organizationId = organizationId;
        lock (Waiting)
        {
            if (!Waiting.TryGetValue(organizationId, out _turns!)) Waiting.Add(organizationId, _turns = new());
            _turns.Count++;
        }
    }

    /// <summary>Begins the transaction; the context has read nothing yet.</summary>
    public static async Task<OrganizationLock> TakeAsync(AuthDbContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        var taken = new OrganizationLock(organizationId);
        try
        {
            await taken._turns.Gate.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            taken.Leave();
            throw;
        }

        try
        {
            taken._transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"select 1 from organizations where organization_id = {organizationId} for update", cancellationToken);
            return taken;
        }
        catch
        {
            await taken.DisposeAsync();
            throw;
        }
    }

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction!.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_transaction is not null) await _transaction.DisposeAsync();
        }
        finally
        {
            _turns.Gate.Release();
            Leave();
        }
    }

    private void Leave()
    {
        lock (Waiting)
        {
            if (--_turns.Count > 0) return;
            Waiting.Remove(_organizationId);
            _turns.Gate.Dispose();
        }
    }

    private sealed class Turns
    {
        public SemaphoreSlim Gate { get; } = new(1);

        /// <summary>Who has the turn, and who waits for it.</summary>
        public int Count { get; set; }
    }
}
