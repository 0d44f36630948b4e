using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kipu.Tests;

/// <summary>What a person does in the console, by the words that stand there.</summary>
internal static class ConsolePage
{
    /// <summary>Signs up a new organization and keeps its code; ends at the recorder.</summary>
    /// <returns>The trial code, as it was shown.</returns>
    public static async Task<string> SignUpAsync(this IPage page)
    {
        await page.GotoAsync("/crear-cuenta");
        await page.GetByLabel("Tu nombre").FillAsync(Some.Name);
        await page.GetByLabel("Correo").FillAsync(Some.Email());
        await page.GetByLabel("Contraseña").FillAsync(Some.Password);
        await page.GetByLabel("Nombre de la organización").FillAsync(Some.OrganizationName());
        await page.GetByRole(AriaRole.Button, new() { Name = "Crear cuenta" }).ClickAsync();
        var code = await page.KeepCodeAsync();
        await page.ArriveAtAsync("**/record");
        return code;
    }

    /// <summary>Enters address and password at the door. What comes next depends on the account.</summary>
    public static async Task SignInAsync(this IPage page, string email, string password)
    {
        await page.GotoAsync("/entrar");
        await page.GetByLabel("Correo").FillAsync(email);
        await page.GetByLabel("Contraseña").FillAsync(password);
        await page.ClickButtonAsync("Entrar");
    }

    /// <summary>
    /// Waits until the page is at an address; <c>**</c> stands for anything, <c>*</c> for anything without a slash. It looks until it is so:
    /// Playwright's own waiting for an address also waits for the page's load event, for ever when that has just gone by.
    /// </summary>
    public static Task ArriveAtAsync(this IPage page, string pattern) => page.ArriveAtAsync(
        new Regex($"^{Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$"));

    public static Task ArriveAtAsync(this IPage page, Regex address) =>
        Expect(page).ToHaveURLAsync(address, new() { Timeout = (float)KipuSystem.Patience.TotalMilliseconds });

    /// <summary>Opens a page and waits until nothing on it is loading: what still arrives moves what is about to be pressed.</summary>
    public static async Task OpenPageAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync(LoadState.Load);
        await Expect(page.Locator(".skeleton")).ToHaveCountAsync(0);
    }

    /// <summary>Leaves by the menu at the own name; ends at the door.</summary>
    public static async Task SignOutAsync(this IPage page)
    {
        await page.ClickButtonAsync(Some.Name);
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Salir" }).ClickAsync();
        await page.ArriveAtAsync("**/entrar*");
    }

    /// <summary>Presses the button that is called just so.</summary>
    public static Task ClickButtonAsync(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Presses the button within that is called just so.</summary>
    public static Task ClickButtonAsync(this ILocator part, string button) =>
        part.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Gives the browser a device that keeps passkeys, and whose person always agrees.</summary>
    public static async Task AddAuthenticatorAsync(this IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>Reads the code that is shown once, says that it is kept, and goes on.</summary>
    public static async Task<string> KeepCodeAsync(this IPage page)
    {
        var code = await page.Locator("[data-code]").GetAttributeAsync("data-code");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Continuar" })).ToBeDisabledAsync();
        await page.GetByLabel("Lo guardé").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Continuar" }).ClickAsync();
        return code!;
    }

    /// <summary>
    /// Gives the pages that are opened from now on a microphone in a silent room. The browser's own plays a meeting without end, whose people
    /// would talk over whatever a voice agent says.
    /// </summary>
    public static Task KeepQuietAsync(this IPage page) => page.AddInitScriptAsync(
        "navigator.mediaDevices.getUserMedia = async () => new AudioContext().createMediaStreamDestination().stream");

    /// <summary>Uploads a file from the list and opens its recording.</summary>
    public static async Task UploadAsync(this IPage page, string file)
    {
        await page.GotoAsync("/recordings");
        await page.Locator("input[data-upload]").First.SetInputFilesAsync(file);
        await page.Locator("[data-upload-state=done]").GetByRole(AriaRole.Link).ClickAsync();
        await page.ArriveAtAsync("**/recordings/*");
    }

    /// <summary>Waits, without reloading, until the recording's page shows its analysis.</summary>
    public static async Task SeeAnalysisAsync(this IPage page)
    {
        await Expect(page.Locator(".rec-page[data-status=COMPLETED], .rec-page[data-status=ERROR]")).ToBeVisibleAsync();
        await Expect(page.Locator(".rec-page")).ToHaveAttributeAsync("data-status", "COMPLETED");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Reproducir" })).ToBeEnabledAsync();
    }

    /// <summary>Pays on the provider's page with the card that always works.</summary>
    public static async Task PayAsync(this IPage page)
    {
        await page.GetByLabel("Card number").FillAsync("4242 4242 4242 4242");
        await page.Locator("[name=cardExpiry]").FillAsync("12/40");
        await page.Locator("[name=cardCvc]").FillAsync("123");
        var email = page.Locator("[name=email]");
        if (await email.CountAsync() > 0 && await email.IsEditableAsync()) await email.FillAsync(Some.Email());
        await page.GetByRole(AriaRole.Button, new() { Name = "Pay and subscribe" }).ClickAsync();
    }

    /// <summary>Authorizes a subscription on Mercado Pago's page, under the name that its bank always approves.</summary>
    public static async Task PayInPesosAsync(this IPage page)
    {
        await page.GetByLabel("Card number").FillAsync("5254 1336 7440 3564");
        await page.GetByLabel("Name on card").FillAsync("APRO");
        await page.GetByLabel("Expiration (MM / YY)").FillAsync("12 / 40");
        await page.GetByLabel("Security code").FillAsync("123");
        await page.ClickButtonAsync("Authorize and pay");
    }
}
