using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Aspire.Hosting.Testing;
using Npgsql;

namespace Kipu.Tests;

/// <summary>Publishers and consumers of Kipu's messaging as processes of their own, on a database and a virtual host of their own.</summary>
internal sealed class MessagingProbe : IAsyncDisposable
{
    private const string Database = "probedb";
    private readonly Dictionary<string, string> _environment;
    private readonly Dictionary<string, Process> _processes = [];
    private readonly NpgsqlDataSource _owner;

    private MessagingProbe(Dictionary<string, string> environment, NpgsqlDataSource owner) => (_environment, _owner) = (environment, owner);

    public static async Task<MessagingProbe> CreateAsync(KipuSystem kipu)
    {
        var owner = new NpgsqlConnectionStringBuilder(await kipu.GetConnectionStringAsync("authdb"));
        await using (var server = NpgsqlDataSource.Create(owner.ConnectionString))
        await using (var create = server.CreateCommand($"create database {Database}"))
        {
            await create.ExecuteNonQueryAsync();
        }

        owner.Database = Database;
        var broker = await AddVirtualHostAsync(kipu, "probe");
        return new(
            new()
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                [$"ConnectionStrings__{Database}"] = owner.ConnectionString,
                ["ConnectionStrings__rabbitmq"] = broker,
                ["Database__AppPassword"] = ProbeDatabase.AppPassword,
                ["Internal__Token"] = "a token of the probe's own",
            },
            NpgsqlDataSource.Create(owner.ConnectionString));
    }

    /// <summary>Starts a process under this name; its settings are remembered for <see cref="KillAndRestart"/>.</summary>
    public void Start(string name, params (string Setting, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kipu.MessagingProbe.dll")]) { RedirectStandardOutput = true };
        foreach (var (setting, value) in _environment) start.Environment[setting] = value;
        foreach (var (setting, value) in settings) start.Environment[setting] = value;
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

    public async Task<long> CountAsync(string expression)
    {
        await using var command = _owner.CreateCommand($"select {expression}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>True once the processes have made their tables.</summary>
    public async Task<bool> IsReadyAsync() =>
        await CountAsync("count(*) from pg_tables where tablename in ('effects', 'wolverine_dead_letters')") == 2;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        await _owner.DisposeAsync();
    }

    private void Run(string name, ProcessStartInfo start)
    {
        var process = Process.Start(start)!;
        // Read to the end, or a full pipe would stop the process.
        process.OutputDataReceived += static (_, _) => { };
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
