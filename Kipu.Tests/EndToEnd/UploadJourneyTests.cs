using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kipu.Tests;

/// <summary>A file on its way to Kipu, and what may come in between.</summary>
public sealed class UploadJourneyTests(KipuSystem kipu, Chromium chromium)
{
    [Fact]
    public async Task An_upload_that_a_reload_interrupts_goes_on_and_is_analysed()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await page.SignUpAsync();
        var file = (await SampleMeeting.GetAsync()).File;
        // Where the browser had not copied the file before the reload, it asks for it again.
        page.FileChooser += (_, chooser) => _ = chooser.SetFilesAsync(file);

        await page.GotoAsync("/recordings");
        await page.RouteAsync("**/api/chunks/*", call => call.AbortAsync());
        await page.Locator("input[data-upload]").First.SetInputFilesAsync(file);
        await Expect(page.Locator("[data-upload-state=waiting]")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await page.UnrouteAsync("**/api/chunks/*");
        await page.Locator("[data-upload-state=interrupted]").ClickButtonAsync("Seguir subiendo");

        await page.Locator("[data-upload-state=done]").GetByRole(AriaRole.Link).ClickAsync();
        await page.ArriveAtAsync("**/recordings/*");
        await page.SeeAnalysisAsync();
        await page.GotoAsync("/recordings");
        await Expect(page.Locator("[data-recording]")).ToHaveCountAsync(1);
    }
}
