using Kipu.ServiceDefaults;
using Kipu.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Kipu.Tests;

public sealed partial class KipuSystem
{
    /// <summary>The bucket that keeps the audio, as services reach it.</summary>
    internal async Task<ObjectStore> OpenObjectStoreAsync()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["ConnectionStrings:audio"] = await GetConnectionStringAsync("audio") });
        builder.AddObjectStore("audio");
        return builder.Build().Services.GetRequiredService<ObjectStore>();
    }
}

/// <summary>A database and a bucket of Storage's that no service looks at, with a clock that stands still.</summary>
internal sealed class StorageDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _connection;

    private StorageDatabase(ServiceProvider services, string connection, ObjectStore store)
    {
        (_services, _connection, Store) = (services, connection, store);
        Tenant = new(Guid.CreateVersion7(), "Tests", Plan.Free, OrganizationStatus.Active, UserId: null, Role.User);
        Strays = new(services.GetRequiredService<IServiceScopeFactory>(), store, Options.Create(new SweepOptions()), Time);
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

    public ObjectStore Store { get; }

    /// <summary>Whose rows and objects these are.</summary>
    public TenantContext Tenant { get; }

    public StrayObjects Strays { get; }

    public static async Task<StorageDatabase> CreateAsync(KipuSystem kipu)
    {
        var connection = new NpgsqlConnectionStringBuilder(await kipu.GetConnectionStringAsync("storagedb"));
        await using (var server = NpgsqlDataSource.Create(connection.ConnectionString))
        {
            connection.Database = $"storage_{Guid.NewGuid():N}";
            await using var create = server.CreateCommand($"create database {connection.Database}");
            await create.ExecuteNonQueryAsync();
        }

        var services = new ServiceCollection()
            .AddDbContext<StorageDbContext>(context => context.ConfigureKipu(connection.ConnectionString)
                .AddInterceptors(new TenantInterceptor("storage_system")))
            .BuildServiceProvider();
        var owner = new DbContextOptionsBuilder<StorageDbContext>();
        owner.ConfigureKipu(connection.ConnectionString);
        await using (var context = new StorageDbContext(owner.Options))
        {
            await context.Database.MigrateAsync();
            await context.Database.ExecuteSqlAsync($"grant usage on schema public to storage_system");
            await context.Database.ExecuteSqlAsync($"grant all on all tables in schema public to storage_system");
        }

        var store = await kipu.OpenObjectStoreAsync() with { Bucket = $"strays-{Guid.NewGuid():N}" };
        await store.Client.PutBucketAsync(store.Bucket);
        return new(services, connection.ConnectionString, store);
    }

    public StorageDbContext Open(params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<StorageDbContext>();
        options.ConfigureKipu(_connection).AddInterceptors([new TenantInterceptor("storage_system"), .. interceptors]);
        return new(options.Options);
    }

    /// <summary>Puts a chunk's object, and the row that makes it one of the recording's.</summary>
    /// <param name="recordingId">Null for an object without a row.</param>
    /// <param name="sentTo">The upload that it came with, when it was joined to the recording's.</param>
    public async Task<string> PutChunkAsync(Guid? recordingId, Guid? sentTo = null)
    {
        var key = ObjectKeys.NewChunk(Tenant.OrganizationId, sentTo ?? recordingId ?? Some.RecordingId());
        await PutAsync(key);
        if (recordingId is not { } recording) return key;

        using var scope = TenantScope.EnterSystem("the test writes rows as the service would");
        await using var db = Open();
        await db.TryAddUploadAsync(Tenant.OrganizationId, recording, language: null, Time.GetUtcNow(), CancellationToken.None);
        db.Chunks.Add(new()
        {
            OrganizationId = Tenant.OrganizationId,
            RecordingId = recording,
            Index = 0,
            Size = 1,
            Sha256 = "",
            ObjectKey = key,
            ReceivedAt = Time.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        return key;
    }

    public async Task PutAsync(string key) =>
        await Store.Client.PutObjectAsync(new() { BucketName = Store.Bucket, Key = key, ContentBody = "x", UseChunkEncoding = false });

    public async Task<List<string>> KeysAsync()
    {
        var page = await Store.Client.ListObjectsV2Async(new() { BucketName = Store.Bucket });
        return [.. (page.S3Objects ?? []).Select(o => o.Key)];
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
