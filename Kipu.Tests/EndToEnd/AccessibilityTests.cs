using System.Text.Json;
using Microsoft.Playwright;

namespace Kipu.Tests;

/// <summary>Every page of the console, in both themes, on a wide screen and on a phone, under axe-core.</summary>
public sealed class AccessibilityTests(KipuSystem kipu, Chromium chromium)
{
    private static readonly string[] Outside =
    [
        "/", "/precios", "/entrar", "/crear-cuenta", "/recuperar", "/recuperar#token", "/verificar", "/verificar#token", "/invitacion",
        "/invitacion#token", "/comprar/listo", "/compartido#token", "/nowhere", "/entrar?sso_error=sso_failed",
    ];

    private static readonly string[] Inside =
    [
        "/recordings", "/recordings?q=reunion", "/ask", "/record", "/plan", "/people", "/api-keys", "/webhooks", "/audit", "/settings",
        "/settings/organization", "/settings/analysis", "/segundo-factor",
    ];

    public static TheoryData<ColorScheme, int> Looks => new()
    {
        { ColorScheme.Light, 1440 }, { ColorScheme.Dark, 1440 }, { ColorScheme.Light, 390 }, { ColorScheme.Dark, 390 },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task No_page_has_a_serious_finding(ColorScheme theme, int width)
    {
        await using var browser = await chromium.OpenAsync(kipu, theme, width);
        var page = browser.Pages[0];
        var findings = new List<string>();

        foreach (var address in Outside) findings.AddRange(await FindingsAsync(page, address));
        await page.SignUpAsync();
        foreach (var address in Inside) findings.AddRange(await FindingsAsync(page, address));

        Assert.Empty(findings);
    }

    [Fact]
    public async Task A_recording_its_row_and_its_conversation_have_no_serious_finding_in_any_look()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await page.SignUpAsync();
        await page.UploadAsync((await SampleMeeting.GetAsync()).File);
        await page.SeeAnalysisAsync();
        var recording = new Uri(page.Url).AbsolutePath;
        var findings = new List<string>();

        foreach (var (theme, width) in Looks.Select(look => look.Data))
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            await page.SetViewportSizeAsync(width, 900);
            foreach (var address in new[] { "/recordings", recording, recording + "/talk" }) findings.AddRange(await FindingsAsync(page, address));
        }

        Assert.Empty(findings);
    }

    private static async Task<IEnumerable<string>> FindingsAsync(IPage page, string address)
    {
        await page.OpenPageAsync(address);
        await page.AddScriptTagAsync(new() { Path = Repository.PathOf("Kipu.Web", "node_modules", "axe-core", "axe.min.js") });
        var json = await page.EvaluateAsync<string>(
            """
            async () => JSON.stringify((await axe.run()).violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`))
            """);
        return JsonSerializer.Deserialize<string[]>(json)!.Select(finding => $"{address}: {finding}");
    }
}
