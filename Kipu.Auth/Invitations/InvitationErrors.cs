namespace Kipu.Auth;

internal static class InvitationErrors
{
    public static readonly ApiError NotFound = new(404, "invitation_not_found", "There is no such invitation.");
    public static readonly ApiError AlreadyInvited = new(409, "already_invited",
        "This address is invited already. Send that invitation again, or revoke it first.");
    public static readonly ApiError AlreadyMember = new(409, "already_member", "Somebody with this address is a member already.");
    public static readonly ApiError Invalid = new(404, "invalid_invitation",
        "The invitation is not valid: it was accepted, revoked or replaced, or has expired. Ask for a new one.");
}
