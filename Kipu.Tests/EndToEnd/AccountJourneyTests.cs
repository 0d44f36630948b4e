using System.Net;
using System.Net.Http.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kipu.Tests;

/// <summary>How people come in: by a mailed link, a code of their app, a passkey, their organization's own provider.</summary>
public sealed class AccountJourneyTests(KipuSystem kipu, Chromium chromium)
{
    private const string NewPassword = "another horse battery 43";

    [Fact]
    public async Task Who_is_invited_joins_sets_up_a_second_factor_and_signs_in_with_the_apps_code()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Starter);
        var email = Some.Email();
        var invited = await tenant.Client.PostAsJsonAsync("/api/organizations/current/invitations", new InviteRequest(email, Role.User));
        Assert.Equal(HttpStatusCode.Created, invited.StatusCode);

        await page.GotoAsync($"/invitacion#{(await kipu.ReadMailAsync(email, "invitacion")).Token}");
        await page.GetByLabel("Tu nombre").FillAsync(Some.Name);
        await page.GetByLabel("Contraseña").FillAsync(Some.Password);
        await page.ClickButtonAsync("Unirme a la organización");
        await page.ArriveAtAsync("**/recordings");
        await page.OpenPageAsync("/settings");
        await page.GetByRole(AriaRole.Link, new() { Name = "Configurar segundo factor" }).ClickAsync();
        await page.ClickButtonAsync("Empezar");
        var app = new Authenticator((await page.Locator("[data-secret]").GetAttributeAsync("data-secret"))!);
        await page.GetByLabel("Código de la app").FillAsync(app.Next());
        await page.ClickButtonAsync("Encender segundo factor");
        await Expect(page.Locator("[data-recovery-codes] li")).ToHaveCountAsync(10);
        await page.GetByLabel("Los guardé").CheckAsync();
        await page.ClickButtonAsync("Continuar");
        await Expect(page.GetByText("Quedan 10 códigos de recuperación")).ToBeVisibleAsync();

        await page.SignOutAsync();
        await page.SignInAsync(email, Some.Password);
        await page.GetByLabel("Código").FillAsync(app.Next());
        await page.ClickButtonAsync("Entrar");
        await page.ArriveAtAsync("**/recordings");
    }

    [Fact]
    public async Task A_passkey_is_added_signs_in_alone_and_is_removed()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await page.AddAuthenticatorAsync();
        var tenant = await kipu.SignUpAsync();
        await page.SignInAsync(tenant.Email, tenant.Password);
        await page.ArriveAtAsync("**/recordings");

        await page.OpenPageAsync("/settings");
        await page.ClickButtonAsync("Añadir llave de acceso");
        await page.GetByLabel("Nombre").FillAsync("Portátil");
        await page.GetByRole(AriaRole.Dialog).ClickButtonAsync("Añadir llave de acceso");
        await Expect(page.Locator("[data-passkey=Portátil]")).ToContainTextAsync("sin usar");

        await page.SignOutAsync();
        await page.ClickButtonAsync("Entrar con una llave de acceso");
        await page.ArriveAtAsync("**/recordings");

        await page.OpenPageAsync("/settings");
        await Expect(page.Locator("[data-passkey=Portátil]")).ToContainTextAsync("última vez");
        await page.ClickButtonAsync("Quitar Portátil");
        await page.GetByRole(AriaRole.Dialog).ClickButtonAsync("Quitar");
        await Expect(page.Locator("[data-passkey]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_forgot_the_password_chooses_another_by_the_mailed_link()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var tenant = await kipu.SignUpAsync();

        await page.GotoAsync("/recuperar");
        await page.GetByLabel("Correo").FillAsync(tenant.Email);
        await page.ClickButtonAsync("Enviar enlace");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Revisa tu correo" })).ToBeVisibleAsync();
        await page.GotoAsync($"/recuperar#{(await kipu.ReadMailAsync(tenant.Email, "recuperar")).Token}");
        await page.GetByLabel("Contraseña nueva").FillAsync(NewPassword);
        await page.ClickButtonAsync("Guardar contraseña");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Contraseña guardada" })).ToBeVisibleAsync();

        await page.SignInAsync(tenant.Email, NewPassword);
        await page.ArriveAtAsync("**/recordings");
    }

    [Fact]
    public async Task What_one_gets_mail_about_is_chosen_at_once_and_taken_back_when_it_could_not_be_saved()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var tenant = await kipu.SignUpAsync();
        await page.SignInAsync(tenant.Email, tenant.Password);
        await page.ArriveAtAsync("**/recordings");
        var (ready, failed) = (
            page.GetByRole(AriaRole.Checkbox, new() { Name = "Grabación lista" }),
            page.GetByRole(AriaRole.Checkbox, new() { Name = "Grabación con error" }));

        await page.OpenPageAsync("/settings");
        await Expect(ready).ToBeCheckedAsync();
        await ready.FocusAsync();
        await page.RunAndWaitForResponseAsync(
            () => page.Keyboard.PressAsync("Space"), answer => answer.Request.Method == "PATCH" && answer.Ok);
        await Expect(page.GetByText("Guardado", new() { Exact = true })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(ready).Not.ToBeCheckedAsync();
        await Expect(failed).ToBeCheckedAsync();

        await page.RouteAsync("**/api/auth/me", call => call.Request.Method == "PATCH" ? call.AbortAsync() : call.ContinueAsync());
        await failed.ClickAsync();
        await Expect(page.GetByText("No hay conexión con Kipu.")).ToBeVisibleAsync();
        await Expect(failed).ToBeCheckedAsync();
    }

    [Fact]
    public async Task An_owner_sets_the_own_provider_up_and_its_people_sign_in_there()
    {
        await using var provider = await OidcServer.StartAsync();
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var tenant = await kipu.SignUpAsync();
        await kipu.SubscribeAsync(tenant, Plan.Enterprise);
        var domain = $"d{Guid.NewGuid():N}.example";
        provider.Email = $"ana@{domain}";
        await page.SignInAsync(tenant.Email, tenant.Password);
        await page.ArriveAtAsync("**/recordings");

        await page.OpenPageAsync("/settings/organization");
        await page.GetByLabel("Emisor").FillAsync(provider.Issuer);
        await page.GetByLabel("Identificador de cliente").FillAsync(OidcServer.ClientId);
        await page.GetByLabel("Secreto de cliente").FillAsync(OidcServer.ClientSecret);
        await page.GetByLabel("Dominios de correo").FillAsync(domain);
        await page.ClickButtonAsync("Guardar proveedor");
        var record = page.Locator($"[data-domain='{domain}']");
        await record.ClickButtonAsync($"Verificar {domain}");
        await Expect(record).ToContainTextAsync("El registro todavía no se ve en el DNS");
        Nameserver.SetText(domain, await record.GetByText("kipu-verification=").InnerTextAsync());
        await record.ClickButtonAsync($"Verificar {domain}");
        await Expect(record).ToContainTextAsync("Verificado");

        await page.SignOutAsync();
        await page.ClickButtonAsync("Entrar con tu organización");
        await page.GetByLabel("Correo").FillAsync(provider.Email);
        await page.ClickButtonAsync("Continuar");
        await page.ArriveAtAsync("**/recordings");
    }

    [Fact]
    public async Task A_sign_in_that_the_provider_refused_is_told_in_words_at_the_door()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];

        await page.GotoAsync("/?sso_error=sso_refused");

        await Expect(page.GetByRole(AriaRole.Alert).First).ToHaveTextAsync("Tu organización no autorizó la entrada.");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Entrar en Kipu");
    }
}
