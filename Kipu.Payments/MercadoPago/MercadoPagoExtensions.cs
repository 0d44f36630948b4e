namespace Kipu.Payments;

internal static class MercadoPagoExtensions
{
    /// <summary>Adds Mercado Pago where an access token is configured.</summary>
    public static void AddMercadoPago(this WebApplicationBuilder builder)
    {
        const string section = "MercadoPago";
        builder.Services.AddOptions<MercadoPagoOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        if (string.IsNullOrEmpty(builder.Configuration[$"{section}:{nameof(MercadoPagoOptions.AccessToken)}"])) return;
        builder.Services.AddHttpClient(MercadoPagoClient.ClientName);
        builder.Services.AddSingleton<MercadoPagoClient>();
        builder.Services.AddSingleton<IPaymentProvider, MercadoPagoProvider>();
    }
}
