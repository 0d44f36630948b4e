using System.Net;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Kipu.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Kipu.Tests;

/// <summary>Facts that tests announce in the name of another service, on the wire that services use.</summary>
public sealed partial class KipuSystem
{
    /// <summary>Publishes an event as the service would that it comes from, for an organization or for none.</summary>
    public async Task AnnounceAsync<T>(T message, Guid? organizationId)
    {
        var factory = new ConnectionFactory { Uri = new Uri(await GetConnectionStringAsync("rabbitmq")) };
        await using var connection = await factory.CreateConnectionAsync();
        var confirmed = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(confirmed);
        var properties = new BasicProperties
        {
            MessageId = Guid.CreateVersion7().ToString(),
            Type = typeof(T).FullName,
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            Headers = new Dictionary<string, object?> { ["tenant-id"] = organizationId?.ToString() ?? TenantScope.SystemTenantId },
        };
        var body = JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web);
        await channel.BasicPublishAsync(MessageRoutes.Exchange, MessageRoutes.KeyOf(typeof(T)), mandatory: true, properties, body);
    }

    /// <summary>What Auth's database, past every cache, knows of a code.</summary>
    public async Task<CodeOwner?> FindCodeAsync(string code)
    {
        using var client = CreateClient("auth");
        client.DefaultRequestHeaders.Add(InternalToken.TokenHeader, await GetParameterAsync("internal-token"));
        using var response = await client.GetAsync($"/internal/codes/{await HashOfAsync(code)}");
        return response.StatusCode == HttpStatusCode.NotFound ? null : await response.ReadAsync<CodeOwner>();
    }

    /// <summary>Issues a code as Payments does, to an organization or, as bought before there is one, to nobody.</summary>
    public async Task<(string Code, CodeIssued Issue)> IssueCodeAsync(Plan plan, Guid? organizationId)
    {
        var code = OrganizationCodes.Generate();
        var issue = new CodeIssued(Guid.CreateVersion7(), await HashOfAsync(code), organizationId, plan, ValidUntil: null, DateTimeOffset.UtcNow);
        await AnnounceAsync(issue, organizationId);
        return (code, issue);
    }

    /// <summary>Puts an organization on a plan, and waits until Auth has heard of it.</summary>
    public async Task SubscribeAsync(TestTenant tenant, Plan plan, SubscriptionStatus status = SubscriptionStatus.Active)
    {
        var now = DateTimeOffset.UtcNow;
        await AnnounceAsync(
            new SubscriptionChanged(Guid.CreateVersion7(), tenant.OrganizationId, plan, status, now.AddDays(30), CancelAtPeriodEnd: false, now), tenant.OrganizationId);
        await WaitUntilAsync(
            async () => (await (await tenant.Client.GetAsync("/api/organizations/current")).ReadAsync<OrganizationDetails>()).Plan == plan,
            $"the organization is on {plan}");
    }

    private async Task<string> HashOfAsync(string code) =>
        new OrganizationCodes(Options.Create(new CodeOptions { HashKey = await GetParameterAsync("codes-hash-key") })).Hash(code);

    /// <summary>The value of a parameter of the app host.</summary>
    public async Task<string> GetParameterAsync(string name)
    {
        var model = (await App).Services.GetRequiredService<DistributedApplicationModel>();
        return await model.Resources.OfType<ParameterResource>().Single(p => p.Name == name).GetValueAsync(CancellationToken.None)
            ?? throw new InvalidOperationException($"Parameter {name} has no value.");
    }
}
