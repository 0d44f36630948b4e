namespace Kipu.AppHost;

/// <summary>Where the mails of a service go.</summary>
internal static class Mail
{
    /// <summary>
    /// Gives a service the SMTP server of the parameters <c>smtp-host</c>, <c>smtp-port</c>, <c>smtp-user</c> and <c>smtp-password</c>, and the
    /// sender <c>mail-from</c>. While no server is named, mails are files in the folder <c>mail</c> of this run's state, which the
    /// dashboard shows as the service's setting <c>Mail__Folder</c>.
    /// </summary>
    public static IResourceBuilder<ProjectResource> WithMail(this IResourceBuilder<ProjectResource> service, LocalBackends backends)
    {
        var builder = service.ApplicationBuilder;
        service
            .WithEnvironment("Mail__From", builder.AddKey("mail-from", "Kipu <no-reply@kipu.localhost>"))
            .WithEnvironment("Mail__Smtp__Host", builder.AddKey("smtp-host"))
            .WithEnvironment("Mail__Smtp__Port", builder.AddKey("smtp-port", "587"))
            .WithEnvironment("Mail__Smtp__User", builder.AddKey("smtp-user"))
            .WithEnvironment("Mail__Smtp__Password", builder.AddKey("smtp-password"));
        return builder.ExecutionContext.IsPublishMode ? service : service.WithEnvironment("Mail__Folder", Path.Combine(backends.State.Path, "mail"));
    }
}
