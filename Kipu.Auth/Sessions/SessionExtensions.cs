namespace Kipu.Auth;

internal static class SessionExtensions
{
    public static void AddSessions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<SessionIssuer>();
        builder.Services.AddSingleton<LoginThrottle>();
    }
}
