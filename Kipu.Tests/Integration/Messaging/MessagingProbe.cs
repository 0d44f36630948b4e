using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Aspire.Hosting.Testing;
using Npgsql;
using RabbitMQ.Client;

namespace Kipu.Tests;

/// <summary>
/// Publishers and consumers of Kipu's messaging as processes of their own, on a virtual host of their own. As services do, the two kinds
/// have a database each: a process recovers the messages of a dead one only from a queue that it listens to itself.
/// </summary>
internal sealed class MessagingProbe : IAsyncDisposable
{
    public const string Publishing = "publishingdb";
    public const string Consuming = "consumingdb";

    private readonly Dictionary<string, string> _environment;
    private readonly Dictionary<string, Process> _processes = [];
    private readonly Dictionary<string, NpgsqlDataSource> _databases;

    private MessagingProbe(Dictionary<string, string> environment, Dictionary<string, NpgsqlDataSource> databases) =>
        (_environment, _databases) = (environment, databases);

    public static async Task<MessagingProbe> CreateAsync(KipuSystem kipu)
    {
        var owner = new NpgsqlConnectionStringBuilder(await kipu.GetConnectionStringAsync("authdb"));
        var databases = new Dictionary<string, NpgsqlDataSource>();
        await using var server = NpgsqlDataSource.Create(owner.ConnectionString);
        foreach (var name in new[] { Publishing, Consuming })
        {
            await using var create = server.CreateCommand($"create database {name}");
            await create.ExecuteNonQueryAsync();
            owner.Database = name;
            databases[name] = NpgsqlDataSource.Create(owner.ConnectionString);
        }

        return new(
            new()
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ConnectionStrings__probedb"] = owner.ConnectionString,
                ["ConnectionStrings__rabbitmq"] = await AddVirtualHostAsync(kipu, "probe"),
                ["Database__AppPassword"] = ProbeDatabase.AppPassword,
                ["Internal__Token"] = "a token of the probe's own",
            },
            databases);
    }

    /// <summary>Starts a process under this name; its settings are remembered for <see cref="KillAndRestart"/>.</summary>
    public void Start(string name, string database, params (string Setting, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kipu.MessagingProbe.dll")]) { RedirectStandardOutput = true };
        foreach (var (setting, value) in _environment) start.Environment[setting] = value;
        foreach (var (setting, value) in settings) start.Environment[setting] = value;
        start.Environment["ConnectionStrings__probedb"] =
            new NpgsqlConnectionStringBuilder(_environment["ConnectionStrings__probedb"]) { Database = database }.ConnectionString;
        Run(name, start);
    }

    public void KillAndRestart(string name)
    {
        var process = _processes[name];
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        Run(name, process.StartInfo);
        process.Dispose();
    }

    public async Task<long> CountAsync(string database, string expression)
    {
        await using var command = _databases[database].CreateCommand($"select {expression}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The messages that a consumer gave up, or that the broker took from it after too many deliveries.</summary>
    public async Task<long> CountDeadLettersInTheBrokerAsync()
    {
        var factory = new ConnectionFactory { Uri = new Uri(_environment["ConnectionStrings__rabbitmq"]) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await channel.MessageCountAsync("wolverine-dead-letter-queue");
    }

    /// <summary>True once a process has made its tables there.</summary>
    public async Task<bool> IsReadyAsync(string database) =>
        await CountAsync(database, "count(*) from pg_tables where tablename in ('effects', 'wolverine_dead_letters')") == 2;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        foreach (var database in _databases.Values) await database.DisposeAsync();
    }

    private void Run(string name, ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        var log = Path.Combine(ResourceLogs.Folder, $"probe {name}.log");
        process.OutputDataReceived += (_, line) => File.AppendAllText(log, $"{line.Data}\n");
        process.BeginOutputReadLine();
        _processes[name] = process;
    }

    private static async Task<string> AddVirtualHostAsync(KipuSystem kipu, string name)
    {
        var broker = new Uri(await kipu.GetConnectionStringAsync("rabbitmq"));
        var management = (await kipu.App).GetEndpoint("rabbitmq", "management");
        using var client = new HttpClient { BaseAddress = management };
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(broker.UserInfo))));
        using var created = await client.PutAsync(new Uri($"/api/vhosts/{name}", UriKind.Relative), content: null);
        created.EnsureSuccessStatusCode();
        var user = Uri.UnescapeDataString(broker.UserInfo.Split(':')[0]);
        using var granted = await client.PutAsJsonAsync($"/api/permissions/{name}/{user}", new { configure = ".*", write = ".*", read = ".*" });
        granted.EnsureSuccessStatusCode();
        return new UriBuilder(broker) { Path = name }.Uri.AbsoluteUri;
    }
}
