using Kipu.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Kipu.Tests;

/// <summary>A real Chromium whose microphone hears the sample meeting. It starts when the first test opens a page.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required",
    ];

    /// <summary>A busy machine is slow: nothing is measured here, and what never comes is a failure.</summary>
    private static readonly float Patience = (float)KipuSystem.Patience.TotalMilliseconds;

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _browser = new(LaunchAsync);

    /// <summary>
    /// A profile of its own, in Spanish, with one page at the console's door. Its test closes it: a page that stays goes on drawing and
    /// listening, which slows down everything after it.
    /// </summary>
    public async Task<IBrowserContext> OpenAsync(KipuSystem kipu, ColorScheme theme = ColorScheme.Light, int width = 1440)
    {
        var gateway = await kipu.GetEndpointAsync("gateway");
        var (_, browser) = await _browser.Value;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = gateway.ToString(),
            Locale = "es-PE",
            ColorScheme = theme,
            // What moves is drawn anew many times a second, which a machine without a graphics card feels everywhere.
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = width < 760 ? 844 : 900 },
            // axe-core is put into the page by the test: the console's own policy would forbid a script from outside.
            BypassCSP = true,
        });
        context.SetDefaultTimeout(Patience);
        await context.NewPageAsync();
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_browser.IsValueCreated || !_browser.Value.IsCompletedSuccessfully) return;
        var (playwright, browser) = await _browser.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright, IBrowser)> LaunchAsync()
    {
        if (!File.Exists(Repository.PathOf("Kipu.Web", "dist", "index.html")))
        {
            throw new InvalidOperationException("The console is not built. Run ./kipu test, or npm ci && npm run build in Kipu.Web.");
        }

        var microphone = (await SampleMeeting.GetAsync()).Microphone;
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("KIPU_CHROMIUM") ?? "/usr/bin/chromium",
            Args = [.. Arguments, $"--use-file-for-fake-audio-capture={microphone}"],
        });
        return (playwright, browser);
    }
}
