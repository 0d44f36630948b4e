using System.Net;
using System.Net.Http.Headers;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kipu.Tests;

/// <summary>What an organization's owner looks after in the console: plan, payments, code, keys, and what the log tells of it.</summary>
public sealed class OrganizationJourneyTests(KipuSystem kipu, Chromium chromium)
{
    [Fact]
    public async Task The_plan_changes_at_the_price_that_was_shown_is_cancelled_and_resumed_and_its_code_is_replaced()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var subscriber = await Subscriber.BuyAsync(kipu, Plan.Starter);
        await page.SignInAsync(subscriber.Tenant.Email, subscriber.Tenant.Password);
        await page.ArriveAtAsync("**/recordings");

        await page.OpenPageAsync("/plan");
        await Expect(page.Locator("[data-payment]")).ToContainTextAsync("Primer pago, Starter");
        await page.ClickButtonAsync("Cambiar a Professional");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("US$ 99 al mes");
        var price = await dialog.Locator("div", new() { HasText = "Se cobra hoy" }).Last.Locator("dd").InnerTextAsync();
        await dialog.ClickButtonAsync("Cambiar a Professional");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Plan Professional" })).ToBeVisibleAsync();
        await KipuSystem.WaitUntilAsync(async () => (await subscriber.HistoryAsync()).Count == 2, "the change is paid");
        await page.ReloadAsync();
        await Expect(page.Locator("[data-payment]").First).ToContainTextAsync("Cambio de plan, Professional");
        await Expect(page.Locator("[data-payment]").First).ToContainTextAsync(price);

        await page.ClickButtonAsync("Cancelar suscripción");
        await dialog.ClickButtonAsync("Cancelar suscripción");
        await Expect(page.Locator("[data-standing=ending]")).ToBeVisibleAsync();
        Assert.True((await subscriber.LookAsync()).Subscription!.CancelAtPeriodEnd);
        await page.ClickButtonAsync("Retomar la suscripción");
        await Expect(page.Locator("[data-standing=active]")).ToBeVisibleAsync();
        Assert.False((await subscriber.LookAsync()).Subscription!.CancelAtPeriodEnd);

        await page.OpenPageAsync("/api-keys");
        await page.ClickButtonAsync("Cambiar el código");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Enseguida" }).ClickAsync();
        await page.ClickButtonAsync("Crear código nuevo");
        var code = await page.KeepCodeAsync();
        Assert.NotEqual(subscriber.Code, code);
        await Expect(page.Locator("[data-code]")).ToHaveCountAsync(0);
        await KipuSystem.WaitUntilAsync(async () => await StatusByCodeAsync(code) is HttpStatusCode.OK, "the new code counts");
        await KipuSystem.WaitUntilAsync(async () => await StatusByCodeAsync(subscriber.Code) is HttpStatusCode.Unauthorized, "the old code has ended");
    }

    [Fact]
    public async Task A_plan_paid_in_pesos_moves_with_the_next_payment_unless_its_owner_stays()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await page.SignUpAsync();

        await page.OpenPageAsync("/plan");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Mercado Pago, en pesos (Colombia)" }).ClickAsync();
        await page.GetByLabel("Correo de tu cuenta de Mercado Pago").FillAsync(Some.Email());
        await page.ClickButtonAsync("Elegir Starter");
        await page.PayInPesosAsync();
        await page.ArriveAtAsync("**/comprar/listo?*");
        await page.KeepCodeAsync();
        await page.ArriveAtAsync("**/recordings");

        await page.OpenPageAsync("/plan");
        await Expect(page.Locator("[data-payment]")).ToContainTextAsync("Primer pago, Starter");
        await page.ClickButtonAsync("Cambiar a Professional");
        await page.GetByRole(AriaRole.Dialog).ClickButtonAsync("Cambiar a Professional");
        await Expect(page.Locator("[data-standing=active]")).ToContainTextAsync("pasa a Professional");
        await page.ClickButtonAsync("Quedarme en Starter");
        await Expect(page.Locator("[data-standing=active]")).ToContainTextAsync("Se renueva el");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Quedarme en Starter" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_webhook_is_added_and_tried_and_a_vocabulary_is_kept()
    {
        await using var receiver = await WebhookReceiver<string>.StartAsync(request => new StreamReader(request.Body).ReadToEndAsync());
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await page.SignUpAsync();

        await page.OpenPageAsync("/webhooks");
        await page.GetByLabel("Dirección", new() { Exact = true }).FillAsync(receiver.Url);
        await page.ClickButtonAsync("Añadir webhook");
        Assert.StartsWith("whsec_", await page.Locator("[data-new-secret]").GetAttributeAsync("data-new-secret"), StringComparison.Ordinal);
        await page.ClickButtonAsync("La guardé");
        await page.ClickButtonAsync("Enviar una prueba");
        await Expect(page.Locator("[data-delivery=DELIVERED]")).ToBeVisibleAsync();
        Assert.Contains("webhook.test", Assert.Single(receiver.Received), StringComparison.Ordinal);

        await page.OpenPageAsync("/settings/organization");
        await page.GetByLabel("Nombres, siglas y términos").FillAsync("Kipu\n\nOKR");
        await page.ClickButtonAsync("Guardar vocabulario");
        await Expect(page.GetByText("Vocabulario guardado")).ToBeVisibleAsync();
        await page.OpenPageAsync("/settings/organization");
        await Expect(page.GetByLabel("Nombres, siglas y términos")).ToHaveValueAsync("Kipu\nOKR");
    }

    [Fact]
    public async Task Recordings_are_kept_for_a_term_only_after_saying_what_that_erases()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var tenant = await kipu.SignUpAsync();
        var (old, young) = (await tenant.CreateTalkativeRecordingAsync(), await tenant.CreateTalkativeRecordingAsync());
        await using var owner = await kipu.OpenAsOwnerAsync("recordingsdb");
        await using var aged = owner.CreateCommand($"update recordings set created_at = now() - interval '91 days' where id = '{old.Id}'");
        await aged.ExecuteNonQueryAsync();
        await page.SignInAsync(tenant.Email, tenant.Password);
        await page.ArriveAtAsync("**/recordings");
        var (dialog, days) = (page.GetByRole(AriaRole.Dialog), page.GetByLabel("Días"));

        await page.OpenPageAsync("/settings/organization");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Por un plazo" }).ClickAsync();
        await days.FillAsync("3651");
        await page.ClickButtonAsync("Guardar plazo");
        await Expect(page.GetByText("Escribe un número de 1 a 3650.")).ToBeVisibleAsync();
        await days.FillAsync("90");
        await page.ClickButtonAsync("Guardar plazo");
        await Expect(dialog).ToContainTextAsync("se borra una grabación: «Budget review»");
        await dialog.ClickButtonAsync("Cancelar");
        await page.OpenPageAsync("/settings/organization");
        await Expect(days).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Radio, new() { Name = "Por un plazo" }).ClickAsync();
        await days.FillAsync("90");
        await page.ClickButtonAsync("Guardar plazo");
        await dialog.ClickButtonAsync("Guardar plazo");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(page.GetByText($"{Some.Name} lo cambió el")).ToBeVisibleAsync();
        await KipuSystem.WaitUntilAsync(async () => await StatusOfAsync(tenant, old.Id) is HttpStatusCode.NotFound, "the old one is erased");
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(tenant, young.Id));

        await page.GetByRole(AriaRole.Radio, new() { Name = "Hasta que alguien las elimine" }).ClickAsync();
        await page.ClickButtonAsync("Guardar plazo");
        await Expect(page.GetByText($"{Some.Name} lo cambió el")).ToHaveCountAsync(0);
        await page.OpenPageAsync("/settings/organization");
        await Expect(days).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_API_key_is_shown_once_works_until_it_is_revoked_and_the_audit_log_tells_of_both()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        var tenant = await kipu.SignUpAsync();
        await page.SignInAsync(tenant.Email, tenant.Password);
        await page.ArriveAtAsync("**/recordings");

        await page.OpenPageAsync("/api-keys");
        await page.GetByLabel("Nombre").FillAsync("Facturación");
        await page.ClickButtonAsync("Crear clave");
        var key = await page.Locator("[data-new-secret]").GetAttributeAsync("data-new-secret");
        Assert.Equal(HttpStatusCode.OK, await StatusByKeyAsync(key!));
        await page.ClickButtonAsync("La guardé");
        await Expect(page.Locator("[data-new-secret]")).ToHaveCountAsync(0);
        await page.ClickButtonAsync("Revocar Facturación");
        await page.GetByRole(AriaRole.Dialog).ClickButtonAsync("Revocar");
        await Expect(page.Locator("[data-api-key]")).ToHaveCountAsync(0);
        await KipuSystem.WaitUntilAsync(async () => await StatusByKeyAsync(key!) is HttpStatusCode.Unauthorized, "the key is refused");

        await page.OpenPageAsync("/audit");
        await Expect(page.Locator("[data-action=api_key_created]")).ToContainTextAsync("Facturación");
        await page.GetByLabel("Qué", new() { Exact = true }).SelectOptionAsync("api_key_revoked");
        await Expect(page.Locator("[data-action]")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-action]")).ToContainTextAsync($"Clave de API revocada{key![..10]} Facturación{Some.Name}");
        Assert.EndsWith("/audit?action=api_key_revoked", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reworded_kind_of_meeting_is_filled_in_from_what_was_said_and_a_name_once_given_is_proposed_until_it_is_forgotten()
    {
        await using var browser = await chromium.OpenAsync(kipu);
        var page = browser.Pages[0];
        await page.SignUpAsync();
        var (weekly, dialog) = (page.Locator("[data-template=weekly]"), page.GetByRole(AriaRole.Dialog));

        await page.OpenPageAsync("/settings/analysis");
        await page.ClickButtonAsync("Editar Reunión semanal");
        await weekly.Locator("[data-section=progress]").GetByLabel("Título").FillAsync(" ");
        await weekly.ClickButtonAsync("Guardar tipo");
        await Expect(weekly.GetByText("Escribe algo aquí.")).ToBeVisibleAsync();
        await weekly.Locator("[data-section=progress]").GetByLabel("Título").FillAsync("Lo que avanzó");
        await weekly.ClickButtonAsync("Subir Próximos pasos");
        await weekly.ClickButtonAsync("Subir Próximos pasos");
        await weekly.ClickButtonAsync("Guardar tipo");
        await Expect(weekly).ToContainTextAsync("Editado");
        await page.GetByLabel("Tipo de reunión", new() { Exact = true }).SelectOptionAsync("Reunión semanal");
        await page.ClickButtonAsync("Guardar ajustes");
        await Expect(page.GetByText("Ajustes guardados")).ToBeVisibleAsync();

        await page.UploadAsync((await SampleMeeting.GetAsync()).File);
        await page.SeeAnalysisAsync();
        await Expect(weekly.Locator("h3")).ToHaveTextAsync(["Próximos pasos", "Lo que avanzó", "Bloqueos"]);
        await Expect(weekly.Locator("[data-section=nextSteps] li").First).ToBeVisibleAsync();
        await Expect(weekly.Locator("[data-section=progress]")).ToContainTextAsync("No se dijo nada de esto.");

        await page.Locator(".voice .tool").First.ClickAsync();
        await dialog.GetByLabel("Nombre").FillAsync("Lucía Fernández");
        await dialog.ClickButtonAsync("Guardar nombre");
        await Expect(dialog).ToHaveCountAsync(0);
        await page.Locator(".voice .tool").Last.ClickAsync();
        await Expect(dialog.Locator("datalist option").First).ToHaveAttributeAsync("value", "Lucía Fernández");

        await page.OpenPageAsync("/settings/analysis");
        await page.ClickButtonAsync("Olvidar a Lucía Fernández");
        await Expect(page.Locator("[data-person]")).ToHaveCountAsync(0);
    }

    private static async Task<HttpStatusCode> StatusOfAsync(TestTenant tenant, Guid recordingId)
    {
        using var answer = await tenant.Client.GetAsync($"/api/recordings/{recordingId}");
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> StatusByCodeAsync(string code)
    {
        using var client = kipu.CreateClient("gateway");
        client.DefaultRequestHeaders.Add("x-organization-code", code);
        using var answer = await client.GetAsync("/api/recordings");
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> StatusByKeyAsync(string key)
    {
        using var client = kipu.CreateClient("gateway");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.GetAsync("/api/recordings");
        return answer.StatusCode;
    }
}
