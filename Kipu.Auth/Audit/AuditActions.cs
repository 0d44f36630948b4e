namespace Kipu.Auth;

/// <summary>What the audit log tells of accounts and organizations.</summary>
internal static class AuditActions
{
    public const string OrganizationCreated = "organization_created";
    public const string SettingsChanged = "settings_changed";
    public const string UserJoined = "user_joined";
    public const string UserAdded = "user_added";
    public const string UserRemoved = "user_removed";
    public const string RoleChanged = "role_changed";
    public const string InvitationSent = "invitation_sent";
    public const string InvitationResent = "invitation_resent";
    public const string InvitationRevoked = "invitation_revoked";
    public const string PasswordChanged = "password_changed";
    public const string PasswordReset = "password_reset";
    public const string EmailVerified = "email_verified";
    public const string SessionRevoked = "session_revoked";
    public const string MfaEnabled = "mfa_enabled";
    public const string MfaDisabled = "mfa_disabled";
    public const string RecoveryCodeUsed = "recovery_code_used";
    public const string RecoveryCodesRenewed = "recovery_codes_renewed";
    public const string PasskeyAdded = "passkey_added";
    public const string PasskeyRemoved = "passkey_removed";
    public const string SingleSignOnConfigured = "sso_configured";
    public const string SingleSignOnRemoved = "sso_removed";
    public const string DomainVerified = "domain_verified";
    public const string ApiKeyCreated = "api_key_created";
    public const string ApiKeyRevoked = "api_key_revoked";
    public const string WebhookAdded = "webhook_added";
    public const string WebhookChanged = "webhook_changed";
    public const string WebhookRemoved = "webhook_removed";
    public const string SignInSucceeded = "sign_in_succeeded";
    public const string SignInFailed = "sign_in_failed";
}
