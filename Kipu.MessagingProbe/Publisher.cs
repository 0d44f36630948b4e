using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Wolverine.EntityFrameworkCore;

namespace Kipu.MessagingProbe;

public sealed class ProbeOptions
{
    /// <summary>Orders to reach in all, over every life of the process; 0 publishes nothing.</summary>
    public int Orders { get; init; }

    public int PerSecond { get; init; } = 50;
}

/// <summary>Commits orders, each together with its message, until there are enough.</summary>
internal sealed class Publisher(IServiceScopeFactory scopes, IOptions<ProbeOptions> options, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Orders == 0) return;
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / options.Value.PerSecond), time);
        while (await pace.WaitForNextTickAsync(stoppingToken) && await PublishAsync(stoppingToken))
        {
        }
    }

    private async Task<bool> PublishAsync(CancellationToken cancellationToken)
    {
        await using var services = scopes.CreateAsyncScope();
        var outbox = services.ServiceProvider.GetRequiredService<IDbContextOutbox<ProbeDbContext>>();
        using (TenantScope.EnterSystem("the goal counts all tenants' orders"))
        {
            if (await outbox.DbContext.Orders.CountAsync(cancellationToken) >= options.Value.Orders) return false;
            await outbox.DbContext.Database.RollbackTransactionAsync(cancellationToken);
        }

        var order = new Order { OrganizationId = Guid.CreateVersion7() };
        using (TenantScope.EnterOrganization(order.OrganizationId))
        {
            outbox.DbContext.Orders.Add(order);
            await outbox.PublishAsync(new OrganizationCreated(
                order.OrganizationId, order.Id.ToString(), Plan.Free, OrganizationStatus.Trial, null, time.GetUtcNow()));
            await outbox.SaveChangesAndFlushMessagesAsync(cancellationToken);
        }

        return true;
    }
}

/// <summary>Leaves one effect for each message.</summary>
public static class RecordEffectHandler
{
    public static void Handle(OrganizationCreated message, ProbeDbContext db) =>
        db.Effects.Add(new() { OrganizationId = message.OrganizationId, OrderId = Guid.Parse(message.Name) });
}
