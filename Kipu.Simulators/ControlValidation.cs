namespace Kipu.Simulators;

internal static class ControlValidation
{
    /// <summary>Validates what is posted to /_sim. Here once, because the generator behind it allows one call in a project.</summary>
    public static IServiceCollection AddControlValidation(this IServiceCollection services) => services.AddValidation();
}
