using System.Net.Http.Json;
using Kipu.Gemini;

namespace Kipu.Tests;

public sealed class GeminiUploadTests
{
    private const int TwentyMegabytes = 20 * 1024 * 1024;

    [Fact]
    public async Task A_large_file_goes_up_in_chunks_and_can_be_used_and_deleted()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();

        var file = await UploadAsync(gemini, TwentyMegabytes);

        Assert.Equal(TwentyMegabytes, file.SizeBytes);
        Assert.Equal(GeminiFileState.Active, (await gemini.Files.WaitUntilActiveAsync(file, default)).State);
        await gemini.Files.DeleteAsync(file.Name, default);
        var gone = await Assert.ThrowsAsync<GeminiException>(() => gemini.Files.GetAsync(file.Name, default));
        Assert.Equal(GeminiFailure.Forbidden, gone.Failure);
        await gemini.Files.DeleteAsync(file.Name, default);
    }

    [Theory]
    [InlineData("cut_upload", 0)]
    [InlineData("cut_upload", 1)]
    [InlineData("cut_upload", 2)]
    [InlineData("lost_answer", 0)]
    [InlineData("lost_answer", 1)]
    [InlineData("no_status", 0)]
    [InlineData("no_status", 2)]
    public async Task An_upload_goes_on_where_Gemini_has_got_to(string fault, int chunk)
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        await gemini.FailNextAsync(fault, after: chunk);
        var bytes = Some.Audio(TwentyMegabytes);

        var file = await gemini.Files.UploadAsync(new MemoryStream(bytes), bytes.Length, "audio/flac", "part", default);

        Assert.Equal(0, await gemini.CountFaultsLeftAsync());
        Assert.Equal(TwentyMegabytes, file.SizeBytes);
        var stored = await gemini.Http.GetFromJsonAsync<System.Text.Json.JsonElement>($"/v1beta/{file.Name}");
        Assert.Equal(Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(bytes)), stored.GetProperty("sha256Hash").GetString());
    }

    [Fact]
    public async Task A_file_still_in_processing_is_waited_for()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        await gemini.FailNextAsync("slow_processing", seconds: 0.5);

        var uploaded = await UploadAsync(gemini, 1000);
        var ready = await gemini.Files.WaitUntilActiveAsync(uploaded, default);

        Assert.Equal(GeminiFileState.Processing, uploaded.State);
        Assert.Equal(GeminiFileState.Active, ready.State);
    }

    [Fact]
    public async Task A_file_that_Gemini_cannot_process_is_reported_as_such()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();
        await gemini.FailNextAsync("file_failed");
        var file = await UploadAsync(gemini, 1000);

        var failure = await Assert.ThrowsAsync<GeminiException>(() => gemini.Files.WaitUntilActiveAsync(file, default));

        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task Nothing_is_not_uploaded()
    {
        await using var gemini = await GeminiSimulatorHost.StartAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => UploadAsync(gemini, 0));
    }

    private static Task<GeminiFile> UploadAsync(GeminiSimulatorHost gemini, int bytes) =>
        gemini.Files.UploadAsync(new MemoryStream(Some.Audio(bytes)), bytes, "audio/flac", "part", default);
}
