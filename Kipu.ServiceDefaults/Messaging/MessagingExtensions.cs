using System.Reflection;
#if !DEBUG
using JasperFx.CodeGeneration;
#endif
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wolverine;
using Wolverine.EntityFrameworkCore;
using Wolverine.ErrorHandling;
using Wolverine.Postgresql;
using Wolverine.RabbitMQ;

namespace Kipu.ServiceDefaults;

public static class MessagingExtensions
{
    private const int DeliveryLimit = 20;

    /// <summary>
    /// RabbitMQ through Wolverine with inbox and outbox in the service's database: what a handler or an endpoint changes is committed
    /// together with what it publishes, and a message has its effect once, whatever is killed when.
    /// </summary>
    /// <param name="builder">The service.</param>
    /// <param name="listenTo">
    /// The service's queue, one of <see cref="MessageRoutes.Listeners"/>; null for one that only publishes. It is the same for every
    /// process on one database: one of them recovers what a dead process had taken, and only from a queue that it listens to itself.
    /// </param>
    public static void AddMessaging<TContext>(this WebApplicationBuilder builder, string? listenTo = null) where TContext : DbContext
    {
        if (EF.IsDesignTime) return;
        var connection = builder.Services.Select(s => s.ImplementationInstance).OfType<DatabaseConnection>().Single();
        builder.AddRabbitMQClient("rabbitmq", settings => settings.DisableHealthChecks = true);
        builder.Services.AddHostedService<BrokerAwait>();
        builder.Host.UseWolverine(options =>
        {
            options.ServiceName = builder.Environment.ApplicationName;
            // Handlers are the service's; left alone, Wolverine takes the assembly that calls it, which is this one.
            options.ApplicationAssembly = Assembly.GetEntryAssembly();
            options.ConfigureHandlerCode();
            options.PersistMessagesWithPostgresql(connection.AppConnectionString, "wolverine");
            // Before the transaction: registered after it, the transaction would have no tenant.
            options.Policies.AddMiddleware(typeof(TenantMiddleware));
            // Eager: lightweight transactions do not mark a message as handled together with its effect.
            options.UseEntityFrameworkCoreTransactions();
            options.Policies.AutoApplyTransactions();
            options.Policies.UseDurableOutboxOnAllSendingEndpoints();
            options.Policies.UseDurableInboxOnAllListeners();
            options.Policies.UseDurableLocalQueues();
            options.MetadataRules.Add(new TenantEnvelopeRule());
            options.ConfigureDurability();
            options.ConfigureFailures();
            options.ConfigureRabbitMq(listenTo);
        });
        builder.Services.AddHostedService<HandledBodies>();
        builder.AddMessagingHealth();
    }

    /// <summary>
    /// The code around handlers: in a release that which <c>./kipu codegen</c> wrote, so that no first message waits for a compiler; in a
    /// debug build made at first use, so that handlers can be changed freely.
    /// </summary>
    private static void ConfigureHandlerCode(this WolverineOptions options)
    {
#if DEBUG
        options.UseRuntimeCompilation();
#else
        options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
#endif
    }

    private static void ConfigureDurability(this WolverineOptions options)
    {
        // A dead letter that is replayed within a week is still recognized as handled.
        options.Durability.KeepAfterMessageHandling = TimeSpan.FromDays(7);
        // Work that a killed process had taken waits so long for another; longer than any pause of a live one.
        options.Durability.StaleNodeTimeout = TimeSpan.FromSeconds(15);
        options.Durability.HealthCheckPollingTime = TimeSpan.FromSeconds(3);
        options.Durability.NodeAssignmentHealthCheckTracingEnabled = false;
        options.Durability.ScheduledJobPollingTime = TimeSpan.FromSeconds(2);
    }

    /// <summary>Tries a message that failed again, eight times within seven minutes.</summary>
    public static IAdditionalActions TryAgain(this PolicyExpression failure) => failure
        .RetryWithCooldown(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2))
        .Then.ScheduleRetry(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));

    private static void ConfigureFailures(this WolverineOptions options) => options.OnAnyException().TryAgain().Then.MoveToErrorQueue();

    private static void ConfigureRabbitMq(this WolverineOptions options, string? listenTo)
    {
        var rabbit = options.UseRabbitMq()
            .UseQuorumQueues()
            .DeliveryLimitForDurableQuorumQueues(DeliveryLimit)
            .DisableSystemRequestReplyQueueDeclaration()
            // Without confirms an outbox row is deleted once written to the socket.
            .ConfigureChannelCreation(channel =>
            {
                channel.PublisherConfirmationsEnabled = true;
                channel.PublisherConfirmationTrackingEnabled = true;
            })
            .AutoProvision()
            .DeclareExchange(MessageRoutes.UnroutedExchange, exchange =>
            {
                exchange.ExchangeType = ExchangeType.Fanout;
                exchange.BindQueue(MessageRoutes.UnroutedQueue);
            })
            .DeclareExchange(MessageRoutes.Exchange, exchange =>
            {
                exchange.ExchangeType = ExchangeType.Direct;
                exchange.Arguments["alternate-exchange"] = MessageRoutes.UnroutedExchange;
                foreach (var (queue, messages) in MessageRoutes.Listeners)
                {
                    foreach (var message in messages) exchange.BindQueue(queue, MessageRoutes.KeyOf(message));
                }
            });

        // Every service declares every queue, so that nothing is unroutable before its listener first runs. The broker refuses a queue
        // that is declared again with other arguments, and Wolverine gives the limit to queues it listens to only: hence by hand.
        foreach (var queue in MessageRoutes.Listeners.Keys)
        {
            rabbit.DeclareQueue(queue, declared => declared.Arguments["x-delivery-limit"] = DeliveryLimit);
        }

        foreach (var message in MessageRoutes.Listeners.SelectMany(l => l.Value).Distinct())
        {
            options.Publish(rule =>
            {
                rule.Message(message);
                rule.ToRabbitRoutingKey(MessageRoutes.Exchange, MessageRoutes.KeyOf(message));
            });
        }

        if (listenTo is not null) options.ListenToRabbitQueue(listenTo);
    }
}
