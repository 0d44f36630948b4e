using Amazon.S3.Model;
using Npgsql;
using RabbitMQ.Client;

namespace Kipu.Tests;

[Collection(OwnSystems.Name)]
public sealed class StateTests
{
    private const string Word = "kept";

    [Fact]
    public async Task Data_survive_a_restart_of_everything_and_a_fresh_start_empties_all()
    {
        using var state = new StateFolder();
        await using (var first = await BackendsOnly.StartAsync(state.Path)) await WriteAsync(first);

        await using (var second = await BackendsOnly.StartAsync(state.Path))
        {
            Assert.Equal([Word, Word, Word, Word], await ReadAsync(second));
        }

        await using var third = await BackendsOnly.StartAsync(state.Path, "--Kipu:Fresh=true");
        Assert.Equal([null, null, null, null], await ReadAsync(third));
    }

    [Fact]
    public async Task A_second_system_on_the_same_folder_is_refused_with_the_folder_named()
    {
        using var state = new StateFolder();
        await using var first = await BackendsOnly.StartAsync(state.Path);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => BackendsOnly.StartAsync(state.Path));

        Assert.Contains(state.Path, refusal.ToString(), StringComparison.Ordinal);
    }

    private static async Task WriteAsync(BackendsOnly system)
    {
        await using var postgres = await system.OpenPostgresAsync();
        await using var create = new NpgsqlCommand($"create table word as select '{Word}' as text", postgres);
        await create.ExecuteNonQueryAsync();

        await using var redis = await system.OpenRedisAsync();
        await redis.GetDatabase().StringSetAsync("word", Word);

        await using var rabbitmq = await system.OpenRabbitMqAsync();
        await using var channel = await rabbitmq.CreateChannelAsync(new CreateChannelOptions(true, true));
        await channel.QueueDeclareAsync("word", durable: true, exclusive: false, autoDelete: false);
        await channel.BasicPublishAsync(
            "", "word", mandatory: true, new BasicProperties { Persistent = true }, System.Text.Encoding.UTF8.GetBytes(Word));

        using var s3 = await system.OpenS3Async();
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "audio", Key = "word", ContentBody = Word, UseChunkEncoding = false });
    }

    private static async Task<string?[]> ReadAsync(BackendsOnly system) =>
    [
        await ReadPostgresAsync(system), await ReadRedisAsync(system), await ReadRabbitMqAsync(system), await ReadS3Async(system),
    ];

    private static async Task<string?> ReadPostgresAsync(BackendsOnly system)
    {
        await using var postgres = await system.OpenPostgresAsync();
        await using var exists = new NpgsqlCommand("select to_regclass('word')::text", postgres);
        if (await exists.ExecuteScalarAsync() is not string) return null;
        await using var read = new NpgsqlCommand("select text from word", postgres);
        return (string?)await read.ExecuteScalarAsync();
    }

    private static async Task<string?> ReadRedisAsync(BackendsOnly system)
    {
        await using var redis = await system.OpenRedisAsync();
        return await redis.GetDatabase().StringGetAsync("word");
    }

    private static async Task<string?> ReadRabbitMqAsync(BackendsOnly system)
    {
        await using var rabbitmq = await system.OpenRabbitMqAsync();
        await using var channel = await rabbitmq.CreateChannelAsync();
        await channel.QueueDeclareAsync("word", durable: true, exclusive: false, autoDelete: false);
        var message = await channel.BasicGetAsync("word", autoAck: false);
        return message is null ? null : System.Text.Encoding.UTF8.GetString(message.Body.Span);
    }

    private static async Task<string?> ReadS3Async(BackendsOnly system)
    {
        using var s3 = await system.OpenS3Async();
        var listing = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "audio" });
        if (listing.S3Objects is not { Count: 1 }) return null;
        using var found = await s3.GetObjectAsync("audio", "word");
        using var reader = new StreamReader(found.ResponseStream);
        return await reader.ReadToEndAsync();
    }
}
