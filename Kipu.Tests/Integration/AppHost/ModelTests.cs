using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kipu.Tests;

public sealed class ModelTests : IAsyncLifetime
{
    private readonly StateFolder _folder = new();
    private readonly byte[] _model = RandomNumberGenerator.GetBytes(3_000_000);
    private readonly ConcurrentQueue<string> _ranges = [];
    private WebApplication? _server;

    private string Table => Path.Combine(_folder.Path, "models.tsv");

    private string Fetched => Path.Combine(_folder.Path, "models", "ggml-sample.bin");

    [Fact]
    public async Task A_model_is_fetched_from_another_server_and_its_sum_checked()
    {
        var run = await KipuAsync("get", "sample", "--base-url", Address);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(_model, await File.ReadAllBytesAsync(Fetched));
    }

    [Fact]
    public async Task A_fetch_goes_on_where_an_earlier_one_stopped()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Fetched)!);
        await File.WriteAllBytesAsync(Fetched + ".part", _model[..1_000_000]);

        var run = await KipuAsync("get", "sample", "--base-url", Address);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["bytes=1000000-"], _ranges);
        Assert.Equal(_model, await File.ReadAllBytesAsync(Fetched));
    }

    [Fact]
    public async Task What_comes_with_another_sum_is_thrown_away_and_the_way_out_is_said()
    {
        await WriteTableAsync(sum: new string('0', 40));

        var run = await KipuAsync("get", "sample", "--base-url", Address);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--from FILE", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(Fetched)!));
    }

    [Fact]
    public async Task A_file_that_the_user_has_is_taken_when_it_is_that_model()
    {
        var file = Path.Combine(_folder.Path, "mine.bin");
        await File.WriteAllBytesAsync(file, _model);

        var run = await KipuAsync("get", "sample", "--from", file);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(_model, await File.ReadAllBytesAsync(Fetched));
    }

    [Fact]
    public async Task A_file_that_is_another_model_is_refused()
    {
        var file = Path.Combine(_folder.Path, "other.bin");
        await File.WriteAllBytesAsync(file, RandomNumberGenerator.GetBytes(1000));

        var run = await KipuAsync("get", "sample", "--from", file);

        Assert.Equal(1, run.ExitCode);
        Assert.False(File.Exists(Fetched));
    }

    [Fact]
    public async Task A_name_that_is_not_in_the_table_is_refused()
    {
        var run = await KipuAsync("get", "enormous");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("./kipu models lists them", run.Error, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
#pragma warning disable CA5350 // The published list that the script goes by has SHA-1 sums.
        await WriteTableAsync(Convert.ToHexStringLower(SHA1.HashData(_model)));
#pragma warning restore CA5350
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.MapGet("/models/ggml-sample.bin", (HttpRequest request) =>
        {
            if (request.Headers.Range.ToString() is { Length: > 0 } range) _ranges.Enqueue(range);
            return Results.Bytes(_model, enableRangeProcessing: true);
        });
        await _server.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _folder.Dispose();
    }

    private string Address => $"{_server!.Urls.Single()}/models";

    private Task WriteTableAsync(string sum) => File.WriteAllTextAsync(Table, $"# name\nsample\t3 MB\t{sum}\thttp://127.0.0.1:9/ggml-sample.bin\n");

    private Task<KipuScript> KipuAsync(params string[] arguments) => KipuScript.RunAsync(
        new Dictionary<string, string> { ["KIPU_MODEL_TABLE"] = Table, ["KIPU_MODEL_FOLDER"] = Path.GetDirectoryName(Fetched)! },
        ["models", .. arguments]);
}
