using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Kipu.Speech;

/// <summary>
/// <c>dotnet Kipu.Speech.dll listen FILE [Section:Key=value ...]</c> prints what the engine hears, as JSON; <c>whisper</c> is the child
/// process of <see cref="WhisperTranscriber"/>.
/// </summary>
internal static class SpeechProgram
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["listen", var file, .. var settings]:
                return await ListenAsync(file, settings);
            case ["whisper", var model, var threads]:
                return await WhisperProcess.RunAsync(model, int.Parse(threads, CultureInfo.InvariantCulture));
            default:
                await Console.Error.WriteLineAsync("usage: Kipu.Speech listen FILE [language=es|en] [Speech:Key=value ...]");
                return 2;
        }
    }

    private static async Task<int> ListenAsync(string file, string[] settings)
    {
        var configuration = new ConfigurationBuilder().AddCommandLine(settings).Build();
        await using var services = new ServiceCollection().AddLogging().AddSpeech(configuration).BuildServiceProvider();
        try
        {
            var options = new ListenOptions { Language = configuration["language"], MeetingDate = DateOnly.FromDateTime(DateTime.Today) };
            var heard = await services.GetRequiredService<SpeechEngine>().ListenAsync(file, options, null, CancellationToken.None);
            Console.WriteLine(JsonSerializer.Serialize(heard, Json));
            return 0;
        }
        catch (MediaRefusedException refusal)
        {
            await Console.Error.WriteLineAsync($"{refusal.Code}: {refusal.Message}");
            return 1;
        }
    }
}
