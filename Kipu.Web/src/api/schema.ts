// Written by scripts/openapi.mjs from the gateway's OpenAPI document. Don't edit.

export interface paths {
    "/api/auth/signup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Creates a user, with a trial organization of their own or as a member of one whose code they know.
         * @description A new organization's code is in this answer and nowhere else.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignUpRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `organization_required`: Send organizationName to create an organization, or organizationCode to join one, and not both.; `weak_password`: This password is one of those that are guessed first. Take a longer or less usual one. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `limit_exceeded`: The plan's limit is reached.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invalid_code`: The code is not known, or no longer valid. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `code_unclaimed`: The code is valid, but has no organization yet. Create one from it first.; `email_taken`: There is an account with this address. Sign in, or use another one. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/accept-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a member of who was invited, on one of the plan's seats, and signs them in.
         * @description Whatever refuses it leaves the invitation as it was: it can be accepted once there is a seat.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptInvitationRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `weak_password`: This password is one of those that are guessed first. Take a longer or less usual one. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `limit_exceeded`: The plan's limit is reached.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invalid_invitation`: The invitation is not valid: it was accepted, revoked or replaced, or has expired. Ask for a new one. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `email_taken`: There is an account with this address. Sign in, or use another one. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's audit log: who did what, when and from where, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only this action. */
                    action?: string;
                    /** @description Only what this user did. */
                    actorId?: string;
                    /** @description Lines of the page, 1 to 200; 50 when absent. */
                    limit?: number;
                    /** @description The previous page's nextCursor. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfAuditEntry"];
                    };
                };
                /** @description `invalid_cursor`: The cursor is not one of ours. Start again without it.; `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the organization used on each day, and in all: recordings, seconds of analysed audio, bytes, seconds of conversation, and tokens of Gemini with their list price. Days are UTC; a recording or conversation counts on the day on which it began. */
        get: {
            parameters: {
                query?: {
                    /** @description The step; `day`, also when absent. */
                    by?: string;
                    /** @description The first day; 29 days before `to` when absent. */
                    from?: string;
                    /** @description The last day; today when absent. At most 366 days in all. */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UsageReport"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `invalid_request`: The request could not be read. Check its JSON, types and parameters. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys of Kipu's access tokens (RFC 7517). */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JsonWebKeys"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where services find the keys. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["KeyDiscovery"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs a user in.
         * @description Who has a second factor gets `401 mfa_required` with a `challenge`, which `/api/auth/mfa/challenge` completes with a code.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LoginRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invalid_credentials`: Address and password do not match.; `mfa_required`: The password is right. Send challenge with a code of the authenticator app, or a recovery code, to /api/auth/mfa/challenge. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renews a session: new tokens for a refresh token, which is used up by that.
         * @description Using a refresh token twice ends its session, since one of the two users is a thief.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": null | components["schemas"]["RefreshRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invalid_refresh_token`: The session has ended. Sign in again.; `refresh_token_reused`: This refresh token was used before, so it may be stolen: its session has been ended. Sign in again. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the session of the refresh token, or, without one, that of the bearer token. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": null | components["schemas"]["RefreshRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's sessions that have not ended, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Rows of the page, 1 to 200; 50 when absent. */
                    limit?: number;
                    /** @description The previous page's nextCursor. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfSessionInfo"];
                    };
                };
                /** @description `invalid_cursor`: The cursor is not one of ours. Start again without it.; `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a session of the caller. It can't be renewed; its access token runs out within ten minutes. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `session_not_found`: There is no such session of yours. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes the caller's password. Their other sessions end, this one goes on.
         * @description Access tokens of the ended sessions run out within ten minutes.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangePasswordRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `weak_password`: This password is one of those that are guessed first. Take a longer or less usual one. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session.; `wrong_password`: The current password is not that. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has a link to choose a new password mailed, if the address has an account.
         * @description The answer is the same, and takes as long, whether or not it has: the request only notes the address, and whose it is, is looked up afterwards.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ForgotPasswordRequest"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_requests`: Too many requests. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets the password of the user whom the link was mailed to. All their sessions and other links of this kind end. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ResetPasswordRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `weak_password`: This password is one of those that are guessed first. Take a longer or less usual one.; `invalid_link`: The link is not valid: it was used already, or has expired. Ask for a new one. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirms the address that the link was mailed to. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["VerifyEmailRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `invalid_link`: The link is not valid: it was used already, or has expired. Ask for a new one. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/verify-email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails the caller another link to confirm their address. Nothing is sent when it is confirmed already. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says.; `too_many_requests`: Too many requests. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/challenge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a sign-in with a code of the authenticator app, or a recovery code. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MfaChallengeRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invalid_challenge`: The sign-in took too long. Begin again with the password.; `invalid_mfa_code`: The code is wrong, too old, or was used before. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the caller has a second factor. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MfaStatus"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/enrol": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a secret for an authenticator app.
         * @description Sign-ins ask for a code only after one was sent to `verify`. Until then each call makes another secret.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MfaEnrolment"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `mfa_enabled`: You have a second factor. Disable it first to set up another one. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches the second factor on, proven by a code of the app. The answer holds the recovery codes, here and never again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MfaCodeRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodesResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token.; `invalid_mfa_code`: The code is wrong, too old, or was used before. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `mfa_not_enrolled`: Begin with /api/auth/mfa/enrol.; `mfa_enabled`: You have a second factor. Disable it first to set up another one. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes new recovery codes; the old ones are void. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MfaProofRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecoveryCodesResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token.; `proof_required`: Send your password, or a code of your second factor.; `invalid_credentials`: Address and password do not match.; `invalid_mfa_code`: The code is wrong, too old, or was used before. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `mfa_not_enabled`: You have no second factor. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches the second factor off. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MfaProofRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token.; `proof_required`: Send your password, or a code of your second factor.; `invalid_credentials`: Address and password do not match.; `invalid_mfa_code`: The code is wrong, too old, or was used before. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `mfa_not_enabled`: You have no second factor.; `mfa_required_by_organization`: The organization requires a second factor of its members: it can't be disabled. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys/login/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Options for signing in with any passkey that the browser knows for this site. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyOptions"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys/login/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in with a passkey's answer. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasskeySignInRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invalid_challenge`: The sign-in took too long. Begin again with the password.; `invalid_passkey`: The passkey is not known here, or its answer does not hold. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's passkeys. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfPasskeyInfo"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys/register/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Options for adding a passkey to the caller's account. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyOptions"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys/register/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds the passkey that a browser made from the options. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddPasskeyRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyInfo"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `passkey_refused`: The passkey's answer does not fit the options. Begin again. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token.; `invalid_challenge`: The sign-in took too long. Begin again with the password. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `passkey_exists`: This passkey was added already. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a passkey: it signs in no more. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Renames a passkey. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RenamePasskeyRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PasskeyInfo"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/auth/sso/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a sign-in at the provider of an address's domain. The browser goes to the url of the answer. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StartSingleSignOnRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartSingleSignOnResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `no_single_sign_on`: There is no provider for this address's domain. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `unavailable`: A part of Kipu is away for a moment. Try again shortly. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sso/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the provider sends the browser back to. Signs in and leads to the console, or back to the sign-in with `sso_error`. */
        get: {
            parameters: {
                query?: {
                    state?: string;
                    code?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the caller is, with their organization, its limits and its usage. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeResponse"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the caller's name, language, theme or what they want mail about. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateMeRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MeResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/organizations/validate-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells which organization a code belongs to. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ValidateCodeRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ValidateCodeResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invalid_code`: The code is not known, or no longer valid. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `code_unclaimed`: The code is valid, but has no organization yet. Create one from it first. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/create-from-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates an organization and its owner from a code that was bought before there was one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateFromCodeRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreateFromCodeResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `weak_password`: This password is one of those that are guessed first. Take a longer or less usual one. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invalid_code`: The code is not known, or no longer valid. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `code_used`: An organization was created from this code already. Join it, or sign in.; `email_taken`: There is an account with this address. Sign in, or use another one. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The caller's organization, with the limits of its plan and what it uses of them. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the organization's name or language. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateOrganizationRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationDetails"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/organizations/current/security": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether members need a second factor. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationSecurity"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        /**
         * Requires a second factor of all members, or no longer.
         * @description A member without one is signed in only far enough to set it up: at once at their next sign-in, and within ten minutes, when their access token ends, in sessions that exist already. Sign-ins by the organization's own identity provider are left to that provider.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrganizationSecurity"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationSecurity"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/sso": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's provider and its domains. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SingleSignOnInfo"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        /** Sets the provider up, or changes it. Domains that stay keep their verification. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PutSingleSignOnRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SingleSignOnInfo"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `invalid_issuer`: The issuer can't be used: it must answer at /.well-known/openid-configuration over https, on a public address, and name itself exactly so.; `invalid_domain`: A domain is written like example.com, without address or scheme.; `client_secret_required`: Send clientSecret: none is known yet, or the issuer is another one. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session.; `plan_required`: Sign-in with your own provider comes with the plan ENTERPRISE. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        post?: never;
        /** Removes the provider. Who signed in there sets a password by mail. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/sso/domains/{domain}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks whether the domain's DNS shows the record that proves whose it is. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    domain: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EmailDomainInfo"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `domain_not_verified`: The domain has no such TXT record yet. DNS may take a while to show it.; `domain_taken`: Another organization has verified this domain. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's members, in the order in which they joined. */
        get: {
            parameters: {
                query?: {
                    /** @description Rows of the page, 1 to 200; 50 when absent. */
                    limit?: number;
                    /** @description The previous page's nextCursor. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfMemberInfo"];
                    };
                };
                /** @description `invalid_cursor`: The cursor is not one of ours. Start again without it.; `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        /** Makes somebody a member at once, on one of the plan's seats. A mail lets them choose their password. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddMemberRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberInfo"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session.; `limit_exceeded`: The plan's limit is reached. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `email_taken`: There is an account with this address. Sign in, or use another one.; `request_in_progress`: A request with this Idempotency-Key is being worked on. Try again in a moment. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Use a new key. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a member: their sessions end, their seat is free, and within a second their access tokens are refused. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `user_not_found`: There is no such member. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `last_owner`: An organization needs an owner, and this is its last. Make somebody else an owner first. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Gives a member another role. It holds within a second, also for access tokens that they have already.
         * @description An admin can neither change an owner nor make one, and the last owner stays one.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeMemberRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberInfo"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `user_not_found`: There is no such member. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `last_owner`: An organization needs an owner, and this is its last. Make somebody else an owner first. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/organizations/current/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations that wait to be accepted, newest first; also those whose link has expired. */
        get: {
            parameters: {
                query?: {
                    /** @description Rows of the page, 1 to 200; 50 when absent. */
                    limit?: number;
                    /** @description The previous page's nextCursor. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfInvitationInfo"];
                    };
                };
                /** @description `invalid_cursor`: The cursor is not one of ours. Start again without it.; `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        /** Invites somebody by mail. They take one of the plan's seats when they accept. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InviteRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationInfo"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `already_invited`: This address is invited already. Send that invitation again, or revoke it first.; `already_member`: Somebody with this address is a member already.; `request_in_progress`: A request with this Idempotency-Key is being worked on. Try again in a moment. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Use a new key. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says.; `too_many_requests`: Too many requests. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails an invitation again, with a new link; the one before stops to work. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationInfo"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invitation_not_found`: There is no such invitation. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says.; `too_many_requests`: Too many requests. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes an invitation: its link stops to work. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invitation_not_found`: There is no such invitation. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's API keys, newest first, without their secrets. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfApiKeyInfo"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        /** Makes an API key. The answer holds its secret, here and never again, but for the same request with the same Idempotency-Key. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateApiKeyRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreateApiKeyResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `invalid_request`: The request could not be read. Check its JSON, types and parameters.; `expiry_passed`: expiresAt lies in the past. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_api_keys`: An organization has at most 50 API keys. Revoke those that nobody uses. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Use a new key. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes an API key: every service refuses it within a second. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The names, acronyms and terms of the organization that transcription should know. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Vocabulary"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        /** Replaces the whole list. It is used by analyses that begin from now on. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Vocabulary"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Vocabulary"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization's webhooks, newest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfWebhookInfo"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        /** Adds a webhook. What is sent there is signed as the Standard Webhooks specification says; the answer holds the secret to verify it with, here and never again, but for the same request with the same Idempotency-Key. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateWebhookRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreateWebhookResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `invalid_webhook_url`: url must be an https address that the internet reaches. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_webhooks`: An organization has at most 20 webhooks. Remove those that nobody uses. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Use a new key. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a webhook, and its log with it. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes a webhook, or switches it off and on. What waits for one that is off is sent once it is on again. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateWebhookRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookInfo"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `invalid_webhook_url`: url must be an https address that the internet reaches. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/organizations/current/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to a webhook in the last 30 days and what became of it, newest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfWebhookDeliveryInfo"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `invalid_cursor`: The cursor is not one of ours. Start again without it. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a test message; the log shows what becomes of it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDeliveryInfo"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `webhook_disabled`: The webhook is switched off. Switch it on first. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/current/deliveries/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a message again now, with the same id, and with all its attempts before it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookDeliveryInfo"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `webhook_disabled`: The webhook is switched off. Switch it on first. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the plans with their prices and limits. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlanList"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens the payment provider's page for the organization's cards, invoices and overdue payments. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": null | components["schemas"]["PortalRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PortalResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `url_not_allowed`: returnUrl must be an http or https address on a host that Checkout:AllowedHosts names. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `no_subscription`: The organization has no subscription. Buy a plan first.; `portal_unavailable`: The payment provider has no portal. Card and payments are in the payer's own account there. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what the organization has paid, newest first, with links to the receipts. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfPaymentInfo"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/checkout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a checkout and answers where to pay. With an Idempotency-Key the same request again gets the same checkout. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CheckoutRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CheckoutResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `plan_not_for_sale`: FREE costs nothing: sign up instead of buying it.; `unknown_provider`: This payment provider is not available. Leave provider out, or send "stripe" or "mercadopago".; `url_not_allowed`: successUrl and cancelUrl must be http or https addresses on a host that Checkout:AllowedHosts names.; `email_required`: This payment provider needs the payer's mail address: send email.; `email_refused`: The payment provider does not take this mail address. Correct it, or leave email out. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `subscription_exists`: The organization has a subscription. Change it instead of buying a second one.; `checkout_paid`: The organization's last checkout has just been completed. Wait for its result.; `checkout_in_progress`: Another checkout of the organization is being opened. Try again in a moment. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Use a new key. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/checkout/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells how a checkout stands, and its code to whoever holds the session id: until it was used, for a day at most. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CheckoutState"];
                    };
                };
                /** @description `checkout_not_found`: There is no checkout of this session id. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a webhook of Stripe. It is written down and answered at once; what it means is found out afterwards, from the provider's present state, so that repeated, late and reordered ones change nothing twice. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookReceipt"];
                    };
                };
                /** @description `invalid_signature`: This is not a webhook that the payment provider signed for us. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `payload_too_large`: The request is larger than this address takes. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/webhook/mercadopago": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a notification of Mercado Pago, in the same way. Those of the old kind, which nobody signs, are not used. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookReceipt"];
                    };
                };
                /** @description `invalid_signature`: This is not a webhook that the payment provider signed for us. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `payload_too_large`: The request is larger than this address takes. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/validate-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells whose a code is. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ValidateCodeRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ValidateCodeResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invalid_code`: The code is not known, or no longer valid. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/code/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replaces the organization's code. The old one stays valid for the grace period; the new one is shown here and never again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RotateCodeRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RotateCodeResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `no_code_to_rotate`: There is no bought code to replace: a trial's code is replaced when a plan is bought. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/code/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends all bought codes of the organization at once, also those in a grace period. A new one comes by rotation. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RevokeCodesResponse"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/subscription/{organizationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows an organization's plan, its subscription, if it has one, and its limits. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organizationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubscriptionResponse"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/subscription/change/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows what a change of the plan would cost now, and refuses what the change itself would be refused for. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangePlanRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangePreview"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `proration_date_invalid`: prorationDate must be that of a preview of the last hour. Ask for a new preview. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `no_subscription`: The organization has no subscription. Buy a plan first.; `request_in_progress`: A request with this Idempotency-Key is being worked on. Try again in a moment.; `subscription_ending`: The subscription ends with its period. Resume it, then change the plan.; `plan_unchanged`: The subscription is for this plan already.; `payment_overdue`: A payment is overdue. Settle it in the payment portal, then change the plan.; `downgrade_below_use`: The organization uses more than the plan allows; over names what to remove. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Use a new key. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/subscription/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes the plan. The difference is charged, or credited, at once, where the provider can do that; else the new price, and with it the new plan, comes with the next payment. The new limits hold as soon as the provider shows the new plan. A plan that present use does not fit is refused, with what is over. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangePlanRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChangePlanResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `proration_date_invalid`: prorationDate must be that of a preview of the last hour. Ask for a new preview. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `card_declined`: The card was declined and nothing has changed. Change the card in the payment portal and try again. */
                402: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `no_subscription`: The organization has no subscription. Buy a plan first.; `request_in_progress`: A request with this Idempotency-Key is being worked on. Try again in a moment.; `subscription_ending`: The subscription ends with its period. Resume it, then change the plan.; `plan_unchanged`: The subscription is for this plan already.; `payment_overdue`: A payment is overdue. Settle it in the payment portal, then change the plan.; `downgrade_below_use`: The organization uses more than the plan allows; over names what to remove. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Use a new key. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/subscription/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends the subscription, with the period that is paid for or at once. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CancelSubscriptionRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubscriptionActionResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `no_subscription`: The organization has no subscription. Buy a plan first.; `request_in_progress`: A request with this Idempotency-Key is being worked on. Try again in a moment. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Use a new key. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/payments/subscription/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes back the end of the subscription while its period still runs. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubscriptionActionResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `no_subscription`: The organization has no subscription. Buy a plan first.; `request_in_progress`: A request with this Idempotency-Key is being worked on. Try again in a moment.; `nothing_to_resume`: The subscription is not about to end. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_key_reused`: This Idempotency-Key came with another request before. Use a new key. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists recordings, newest first unless asked otherwise. */
        get: {
            parameters: {
                query?: {
                    /** @description Only those in this status. */
                    status?: string;
                    /** @description Only those with these words in title, summary or transcript; each row then carries its hits. Accents and case don't matter; the last word may be unfinished. */
                    q?: string;
                    /** @description Only those begun at this time or later. */
                    from?: string;
                    /** @description Only those begun before this time. */
                    to?: string;
                    /** @description Only those of this person. */
                    userId?: string;
                    /** @description Only those with this tag, whatever its case. */
                    tag?: string;
                    /** @description Only those of this category. */
                    category?: string;
                    /** @description True for those that are deleted and can still be restored, instead of the others. */
                    deleted?: boolean;
                    /** @description `newest`, `oldest` or `title`. */
                    sort?: string;
                    /** @description Rows of the page, 1 to 200; 50 when absent. */
                    limit?: number;
                    /** @description The previous page's nextCursor, with the same sort. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfRecordingSummary"];
                    };
                };
                /** @description `invalid_cursor`: The cursor is not one of ours. Start again without it.; `invalid_request`: The request could not be read. Check its JSON, types and parameters.; `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        /** Reserves one of the plan's recordings, before the first byte of audio is sent. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateRecordingRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingSummary"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `invalid_idempotency_key`: An Idempotency-Key has 1 to 100 visible ASCII characters. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session.; `limit_exceeded`: The plan's limit is reached. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_conflict`: This Idempotency-Key was used for a different request. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a recording as the list does, with its markers. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingSummary"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Deletes a recording: hidden at once, erased after 30 days. */
        delete: {
            parameters: {
                query?: {
                    /** @description True to erase it everywhere at once, also one that is deleted already. Nobody can undo that, so it takes an ADMIN. */
                    permanently?: boolean;
                };
                header?: never;
                path: {
                    /** @description The recording. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes a recording's title, its tags or its markers, and pauses it or goes on with it. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateRecordingRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingSummary"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `invalid_transition`: The recording can't be paused or resumed: it is no longer recorded. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/recordings/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings a deleted recording back, with all that belongs to it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingSummary"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/reprocess": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Has a recording's audio analysed anew, only the parts that failed, or only what its words say. Corrections of words, names and action items are kept. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": null | components["schemas"]["ReprocessRequest"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReprocessResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording.; `audio_not_found`: There is no audio of this recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `in_progress`: The recording is not at rest: it is recorded or processed; recordingStatus says where it stands.; `nothing_failed`: No part of the analysis has failed: there is nothing to repair. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/markers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Adds a marker: several people may mark a meeting at once. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MarkerRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Marker"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `invalid_idempotency_key`: An Idempotency-Key has 1 to 100 visible ASCII characters. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_conflict`: This Idempotency-Key was used for a different request. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/markers/{markerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Sets one marker under an id that the client chose, and leaves all others alone: a request whose answer was lost is simply sent again. What says the same keeps who set it and when. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    markerId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PutMarkerRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Marker"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Marker"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        post?: never;
        /** Removes one marker; one that isn't there is removed already. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    markerId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how long the organization keeps recordings. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetentionInfo"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        /** Sets how long the organization keeps recordings. What is older is erased within a minute, and nobody can restore it. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateRetentionRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetentionInfo"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the kinds of meetings that can be chosen: Kipu's, in the organization's wording, then the organization's own. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfAnalysisTemplate"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes a template, or rewords one. Analyses that begin from now on use it; earlier ones keep what they were made with. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Small letters, digits and dashes; at most 40. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PutTemplateRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysisTemplate"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a template of the organization's own, or gives one of Kipu's its own wording back. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `template_not_found`: The organization has no such template. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `template_in_use`: The organization's analysis settings name this template: choose another there first. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/analysis-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how the organization's meetings are analysed unless a recording says otherwise. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysisSettings"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        /** Sets how the organization's meetings are analysed from now on. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AnalysisSettings"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysisSettings"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists names that were given to voices, the latest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only names with this in them, whatever its case and accents. */
                    q?: string;
                    /** @description So many, 1 to 100; 20 when absent. */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfKnownPerson"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Forgets a name: it is not proposed any more. Recordings keep what their voices are called. */
        delete: {
            parameters: {
                query: {
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `person_not_found`: No voice was given this name, or it is forgotten already. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/analysis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what was heard: summary, decisions, action items, speakers, topics and the words. */
        get: {
            parameters: {
                query?: {
                    /** @description `none` leaves the words out. */
                    transcript?: string;
                };
                header?: never;
                path: {
                    /** @description The recording. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnalysisDocument"];
                    };
                };
                /** @description `invalid_request`: The request could not be read. Check its JSON, types and parameters. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The recording is not analysed yet; recordingStatus says where it stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/transcript": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pages through the words. */
        get: {
            parameters: {
                query?: {
                    /** @description Seconds: begins with what is said at this time or later. */
                    from?: number;
                    /** @description Segments of the page, 1 to 1000; 200 when absent. */
                    limit?: number;
                    /** @description The previous page's nextCursor; from is not looked at then. */
                    cursor?: string;
                };
                header?: never;
                path: {
                    /** @description The recording. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfTranscriptTurn"];
                    };
                };
                /** @description `invalid_cursor`: The cursor is not one of ours. Start again without it.; `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The recording is not analysed yet; recordingStatus says where it stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what became of each stretch of the meeting: transcribed, silent, stored but not heard, missing, or failed. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingCoverage"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The recording is not analysed yet; recordingStatus says where it stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/context": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what the voice agent is told of the recording. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingContext"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The recording is not analysed yet; recordingStatus says where it stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/transcript/{segmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Corrects what was said in a segment of the transcript. Search finds the new words from then on. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    segmentId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateSegmentRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TranscriptTurn"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording.; `segment_not_found`: The transcript has no such segment. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The recording is not analysed yet; recordingStatus says where it stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/recordings/{id}/speakers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Names a speaker wherever they speak, says which member it is, or joins two voices that are one person's. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateSpeakerRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Speaker"][];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording.; `speaker_not_found`: Nobody of this id speaks in the recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The recording is not analysed yet; recordingStatus says where it stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/recordings/action-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the action items of all recordings, those of the newest recording first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only those of this person, whatever the case of the name. */
                    owner?: string;
                    /** @description Only those that are done, or not. */
                    done?: boolean;
                    /** @description Rows of the page, 1 to 200; 50 when absent. */
                    limit?: number;
                    /** @description The previous page's nextCursor. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfRecordedActionItem"];
                    };
                };
                /** @description `invalid_cursor`: The cursor is not one of ours. Start again without it.; `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/action-items/{itemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Ticks an action item off, gives it to somebody, sets when it is due, or words it anew. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    itemId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["UpdateActionItemRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ActionItem"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording.; `action_item_not_found`: The recording has no such action item. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The recording is not analysed yet; recordingStatus says where it stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/recordings/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a question from all recordings, as server-sent events: `words` as they come, then `citations`. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/ask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers a question from one recording, as server-sent events: `words` as they come, then `citations`. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The recording is not analysed yet; recordingStatus says where it stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads title, summary, decisions, action items and transcript as a file; subtitles hold the transcript only. */
        get: {
            parameters: {
                query?: {
                    /** @description `md`, `txt`, `srt`, `vtt`, `json` or `docx`. */
                    format?: string;
                };
                header?: never;
                path: {
                    /** @description The recording. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/markdown": components["schemas"]["Stream"];
                        "text/plain": components["schemas"]["Stream"];
                        "application/x-subrip": components["schemas"]["Stream"];
                        "text/vtt": components["schemas"]["Stream"];
                        "application/json": components["schemas"]["Stream"];
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": components["schemas"]["Stream"];
                    };
                };
                /** @description `invalid_request`: The request could not be read. Check its JSON, types and parameters. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The recording is not analysed yet; recordingStatus says where it stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/shares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists a recording's links, newest first, also those that have expired. Their secrets are never shown again. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ShareInfo"][];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        /** Makes a link by which anybody reads this recording. This is the only answer that holds its secret. */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Idempotency-Key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateShareRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreateShareResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `invalid_idempotency_key`: An Idempotency-Key has 1 to 100 visible ASCII characters. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `idempotency_conflict`: This Idempotency-Key was used for a different request. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/shares/{shareId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revokes a link: it opens nothing from then on. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    shareId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording.; `share_not_found`: There is no such link: it has expired, or was revoked. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/shares/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reads a recording by a link. Who corrected what, and who of the organization speaks, is not told. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SharedRecording"];
                    };
                };
                /** @description `share_not_found`: There is no such link: it has expired, or was revoked. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The recording is not analysed yet; recordingStatus says where it stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/audio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plays a recording, in ranges if asked: the remuxed audio, and until there is one the audio as it was recorded. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/webm": components["schemas"]["Stream"];
                    };
                };
                /** @description Partial Content */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/webm": components["schemas"]["Stream"];
                    };
                };
                /** @description Not Modified */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording.; `audio_not_found`: There is no audio of this recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The audio is not complete yet; recordingStatus says where the recording stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `range_not_satisfiable`: The audio has no such range; Content-Range tells its size. */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Plays a recording, in ranges if asked: the remuxed audio, and until there is one the audio as it was recorded. */
        head: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/webm": components["schemas"]["Stream"];
                    };
                };
                /** @description Partial Content */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/webm": components["schemas"]["Stream"];
                    };
                };
                /** @description Not Modified */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording.; `audio_not_found`: There is no audio of this recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The audio is not complete yet; recordingStatus says where the recording stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `range_not_satisfiable`: The audio has no such range; Content-Range tells its size. */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/audio/ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a URL for an audio element, which can't send credentials. It works for an hour, for this recording only. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AudioTicket"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/audio/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plays a recording to whoever holds a ticket for it. Where browsers reach the object store, they are sent there for the playback file. */
        get: {
            parameters: {
                query?: {
                    ticket?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/webm": components["schemas"]["Stream"];
                    };
                };
                /** @description Partial Content */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/webm": components["schemas"]["Stream"];
                    };
                };
                /** @description Not Modified */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Temporary Redirect */
                307: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `invalid_ticket`: The ticket is not ours or has expired. Ask for a new one. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording.; `audio_not_found`: There is no audio of this recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The audio is not complete yet; recordingStatus says where the recording stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `range_not_satisfiable`: The audio has no such range; Content-Range tells its size. */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /** Plays a recording to whoever holds a ticket for it. Where browsers reach the object store, they are sent there for the playback file. */
        head: {
            parameters: {
                query?: {
                    ticket?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/webm": components["schemas"]["Stream"];
                    };
                };
                /** @description Partial Content */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "audio/webm": components["schemas"]["Stream"];
                    };
                };
                /** @description Not Modified */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Temporary Redirect */
                307: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `invalid_ticket`: The ticket is not ours or has expired. Ask for a new one. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording.; `audio_not_found`: There is no audio of this recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The audio is not complete yet; recordingStatus says where the recording stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `range_not_satisfiable`: The audio has no such range; Content-Range tells its size. */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        patch?: never;
        trace?: never;
    };
    "/api/recordings/{id}/waveform": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the audio's outline: peaks and silences. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Waveform"];
                    };
                };
                /** @description Not Modified */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The waveform is drawn while the recording is processed; recordingStatus says where it stands. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status/{recordingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows how a recording stands. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recordingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingStatusInfo"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status/{recordingId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follows a recording's status as server-sent events named `status`, until it is completed or has failed. */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "Last-Event-ID"?: string;
                };
                path: {
                    /** @description The recording. */
                    recordingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Follows the status of all recordings of the organization as server-sent events named `status`. */
        get: {
            parameters: {
                query?: never;
                header?: {
                    "Last-Event-ID"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/finalize/{recordingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a chunked upload: checks that nothing is missing, joins the chunks and queues the recording for analysis.
         * @description Calling it again gives the same answer, unless it says another digest or number of chunks. It goes on when the client hangs up: a browser that was closed has finished its meeting.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recordingId: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": null | components["schemas"]["FinalizeRequest"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FinalizeResponse"];
                    };
                };
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `missing_chunks`: Some chunks have not arrived; missing names them. Send them and finalize again.; `unexpected_chunks`: More chunks are stored than totalChunks says there are.; `already_finalized`: The recording is finalized and takes no more audio.; `upload_in_progress`: The recording's audio comes in already, in another way or not all of it yet. Go on with that, or upload under another id. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `upload_gone`: The upload was given up, or its recording deleted. Begin anew under another id. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `payload_too_large`: The request is larger than this address takes. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `unsupported_media`: The file is neither WebM, Ogg, MP4, MP3, FLAC nor WAV by its content. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `digest_mismatch`: The joined chunks do not have the digest that was sent. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stores a whole recording and queues it for analysis: the raw body, or the file `file` of a form.
         * @description A form names `recordingId` and `title` before the file, a raw body in the query. The same file for the same recording gets the same answer.
         */
        post: {
            parameters: {
                query?: {
                    /** @description A UUID that the client chooses; made here when absent. */
                    recordingId?: string;
                    /** @description What to call the recording; the analysis names it when absent. */
                    title?: string;
                };
                header?: {
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UploadResponse"];
                    };
                };
                /** @description `file_missing`: The form holds no file named file.; `fields_after_file`: The fields recordingId and title stand before the file in the form.; `invalid_recording_id`: recordingId is not a UUID.; `invalid_title`: A title has 1 to 200 characters, and no control characters. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session.; `limit_exceeded`: The plan's limit is reached. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `already_finalized`: The recording is finalized and takes no more audio.; `upload_in_progress`: The recording's audio comes in already, in another way or not all of it yet. Go on with that, or upload under another id. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `upload_gone`: The upload was given up, or its recording deleted. Begin anew under another id. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `payload_too_large`: The file is larger than one upload may be. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `unsupported_media`: The file is neither WebM, Ogg, MP4, MP3, FLAC nor WAV by its content. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begins an upload, whose address is Location then. Its first bytes may come along.
         * @description Upload-Metadata may hold title and recordingId, a UUID that the client chooses; filename and filetype are kept for the client. With its last byte the file is a recording that waits for its analysis, as by `/api/upload`. A partial upload is none: a final one joins several.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "Upload-Length"?: string;
                    "Upload-Metadata"?: string;
                    "Upload-Concat"?: string;
                    "Upload-Checksum"?: string;
                    "Idempotency-Key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `invalid_upload_length`: Upload-Length takes the bytes of the whole file, at least 1; it can't be sent later.; `invalid_upload_metadata`: Upload-Metadata takes at most 4,096 characters of pairs, separated by commas: a key, a space, and a value in Base64.; `invalid_upload_concat`: Upload-Concat takes partial, or final; with the addresses of up to 250 partial uploads, each once.; `invalid_upload_checksum`: Upload-Checksum takes sha1 or sha256, a space, and the digest in Base64.; `invalid_recording_id`: recordingId is not a UUID.; `invalid_title`: A title has 1 to 200 characters, and no control characters. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session.; `limit_exceeded`: The plan's limit is reached. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `upload_incomplete`: A partial upload has not all of its bytes yet.; `upload_in_progress`: The recording's audio comes in already, in another way or not all of it yet. Go on with that, or upload under another id.; `already_finalized`: The recording is finalized and takes no more audio. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `upload_gone`: The upload was given up, or its recording deleted. Begin anew under another id. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `tus_version_unsupported`: Send the header Tus-Resumable with the version 1.0.0. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `payload_too_large`: The file is larger than one upload may be. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `unsupported_media_type`: Send the bytes as application/offset+octet-stream.; `unsupported_media`: The file is neither WebM, Ogg, MP4, MP3, FLAC nor WAV by its content. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `digest_mismatch`: The bytes that arrived do not have the checksum that was sent with them; none of them was kept. */
                460: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        /** Tells which version and extensions of tus there are. */
        options: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/storage/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of the plan's room is used, and by what. Room that running uploads hold counts as used. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StorageUsage"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chunks/{recordingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which chunks of a recording are stored, to go on where an upload broke off. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recordingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChunkListing"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `upload_gone`: The upload was given up, or its recording deleted. Begin anew under another id. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Stores a chunk of a recording: the raw body, or the file `chunk` of a form with its `sequence`.
         * @description The answer means that the chunk is durable. Sending the same chunk again changes nothing. The first chunk of an unknown id creates the recording.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "x-chunk-index"?: string;
                    "x-chunk-start-ms"?: string;
                };
                path: {
                    /** @description A UUID that the client chooses, the same for all chunks. */
                    recordingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ChunkReceipt"];
                    };
                };
                /** @description `chunk_index_required`: Send the chunk's index, a whole number from 0, as header x-chunk-index or as form field sequence.; `empty_chunk`: The chunk holds no bytes.; `invalid_digest`: x-chunk-sha256 takes 64 hexadecimal digits, Content-Digest the form sha-256=:base64:.; `invalid_start`: x-chunk-start-ms takes whole milliseconds from the start of the meeting.; `chunk_missing`: The form holds no file named chunk. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session.; `limit_exceeded`: The plan's limit is reached. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `chunk_conflict`: Another content is already stored under this index.; `already_finalized`: The recording is finalized and takes no more audio.; `upload_in_progress`: The recording's audio comes in already, in another way or not all of it yet. Go on with that, or upload under another id. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `upload_gone`: The upload was given up, or its recording deleted. Begin anew under another id. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `payload_too_large`: A chunk may hold 16 MiB. Send smaller ones, or the whole file to /api/upload. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `unsupported_media_type`: Send the chunk as audio/*, video/* or application/octet-stream, or as multipart/form-data. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `digest_mismatch`: The bytes that arrived do not have the digest that was sent with them. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tus/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Gives an upload up: what is stored of it is deleted. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `already_finalized`: The recording is finalized and takes no more audio. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `upload_gone`: The upload was given up, or its recording deleted. Begin anew under another id. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `tus_version_unsupported`: Send the header Tus-Resumable with the version 1.0.0. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        options?: never;
        /**
         * Tells how many bytes of an upload are stored.
         * @description A request that is still appending to it is cut off: what has arrived of it counts, and nothing more is taken from it.
         */
        head: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `upload_gone`: The upload was given up, or its recording deleted. Begin anew under another id. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `tus_version_unsupported`: Send the header Tus-Resumable with the version 1.0.0. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        /** Takes the next bytes of an upload. What has arrived when the connection breaks is stored. */
        patch: {
            parameters: {
                query?: never;
                header?: {
                    "Upload-Offset"?: string;
                    "Upload-Checksum"?: string;
                };
                path: {
                    /** @description The upload. */
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `invalid_upload_offset`: Upload-Offset takes the bytes that are stored already.; `invalid_upload_checksum`: Upload-Checksum takes sha1 or sha256, a space, and the digest in Base64. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_found`: There is nothing here. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `upload_offset_mismatch`: Another number of bytes is stored. Ask for it with HEAD, and go on from there. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `upload_gone`: The upload was given up, or its recording deleted. Begin anew under another id. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `tus_version_unsupported`: Send the header Tus-Resumable with the version 1.0.0. */
                412: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `payload_too_large`: The file is larger than one upload may be. */
                413: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `unsupported_media_type`: Send the bytes as application/offset+octet-stream.; `unsupported_media`: The file is neither WebM, Ogg, MP4, MP3, FLAC nor WAV by its content. */
                415: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `digest_mismatch`: The bytes that arrived do not have the checksum that was sent with them; none of them was kept. */
                460: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/voice/ws/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The conversation itself, as a WebSocket. An unknown, used or expired ticket closes it with 1008. */
        get: {
            parameters: {
                query?: {
                    /** @description The ticket of init, or the resume token of a connection that broke. */
                    ticket?: string;
                    /** @description `manual`: the client says when speech begins and ends; the agent listens for it otherwise. */
                    activity?: string;
                };
                header?: never;
                path: {
                    /** @description The session. */
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Switching Protocols */
                101: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description `unknown_subprotocol`: We speak kipu.voice.v1 and kipu.voice.json, or none asked for. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `websocket_required`: This address speaks WebSocket only. */
                426: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice/init/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a conversation about a recording, or gives one that was cut off a new ticket. */
        post: {
            parameters: {
                query: {
                    /** @description What to talk about. */
                    recordingId: string;
                };
                header?: never;
                path: {
                    /** @description A new UUID of the caller's; that of a running session to take it up again. */
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VoiceInitResponse"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `recording_not_found`: There is no such recording. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `not_ready`: The recording is not analysed yet: there is nothing to talk about.; `session_ended`: This voice session is over. Begin another with a new id.; `session_conflict`: This voice session is about another recording. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says.; `too_many_sessions`: As many conversations are running as the plan allows. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice/close/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a conversation, wherever it runs; one that is over already stays as it is. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VoiceCloseResponse"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `session_not_found`: There is no such voice session. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists conversations, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Only those about this recording. */
                    recordingId?: string;
                    /** @description Rows of the page, 1 to 200; 50 when absent. */
                    limit?: number;
                    /** @description The previous page's nextCursor. */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfVoiceSessionInfo"];
                    };
                };
                /** @description `invalid_cursor`: The cursor is not one of ours. Start again without it.; `validation_failed`: Some fields are missing or wrong; errors names them. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/voice/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a conversation: what was said and what it took. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["VoiceSessionInfo"];
                    };
                };
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `invalid_api_key`: The API key is not known, has expired, or was revoked. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `insufficient_scope`: The API key lacks the scope for this: read for GET and HEAD, write for the rest.; `mfa_enrolment_required`: The organization requires a second factor. Set one up (POST /api/auth/mfa/enrol and verify), then refresh the session. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `session_not_found`: There is no such voice session. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts. Wait as long as Retry-After says. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Makes a user of who was invited, by the token of the invitation's link. */
        AcceptInvitationRequest: {
            token: string;
            name: string;
            password: string;
        };
        /** @description Makes somebody a member at once; a mail lets them choose their password. */
        AddMemberRequest: {
            email: string;
            name: string;
            role?: components["schemas"]["Role"];
        };
        /** @description The answer of a new passkey. */
        AddPasskeyRequest: {
            /**
             * Format: uuid
             * @description From the options.
             */
            id: null | string;
            credential: null | components["schemas"]["JsonElement"];
            /** @description By which its owner tells it from others. */
            name: string;
        };
        /** @description An API key, without its secret. */
        ApiKeyInfo: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What it is for. */
            name: string;
            /** @description How it begins. */
            prefix: string;
            /** @description What it may do. */
            scopes: components["schemas"]["ApiKeyScope"][];
            /**
             * Format: uuid
             * @description The user who made it.
             */
            createdBy: string;
            /**
             * Format: date-time
             * @description When.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it ends; null for no end.
             */
            expiresAt: null | string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute or better; null for never.
             */
            lastUsedAt: null | string;
        };
        /**
         * @description What an API key may do.
         * @enum {unknown}
         */
        ApiKeyScope: "read" | "write" | "admin";
        /** @description A line of an organization's audit log. */
        AuditEntry: {
            /**
             * Format: uuid
             * @description Of the line; later lines have greater ones.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /** @description What happened, such as `role_changed`. */
            action: string;
            /**
             * Format: uuid
             * @description Who did it; null when nobody was signed in.
             */
            actorId: null | string;
            /** @description What they are called now; null for who is no longer a member. */
            actorName: null | string;
            /** @description Whom or what it was done to, where that isn't the actor. */
            subject: null | string;
            /** @description The network address that it came from; null for what Kipu did by itself. */
            address: null | string;
        };
        ChangeMemberRequest: {
            role: null | components["schemas"]["Role"];
        };
        /** @description Changes the caller's password and ends their other sessions. */
        ChangePasswordRequest: {
            currentPassword: string;
            newPassword: string;
        };
        /** @description Makes an API key. */
        CreateApiKeyRequest: {
            /** @description What it is for; people tell keys apart by it. */
            name: string;
            /** @description What it may do. */
            scopes: components["schemas"]["ApiKeyScope"][];
            /**
             * Format: date-time
             * @description When it ends; absent for a key that ends only when it is revoked.
             */
            expiresAt: null | string;
        };
        /** @description A new API key. The only answer that ever holds its secret. */
        CreateApiKeyResponse: {
            key: string;
            apiKey: components["schemas"]["ApiKeyInfo"];
        };
        /**
         * @description Makes an organization from a code that was bought before there was one. The code works once. Without a password the owner is mailed a link
         *     to choose one.
         */
        CreateFromCodeRequest: {
            name: string;
            code: string;
            ownerEmail: string;
            ownerName: string;
            password: null | string;
        };
        CreateFromCodeResponse: {
            success: boolean;
            organization: components["schemas"]["OrganizationInfo"];
            owner: components["schemas"]["UserInfo"];
        };
        /** @description Adds a webhook: `POST /api/organizations/current/webhooks`. */
        CreateWebhookRequest: {
            /** @description An https address that the internet reaches. */
            url: string;
            /** @description What it is told of. */
            events: components["schemas"]["WebhookEventType"][];
            /** @description For people. */
            description?: null | string;
        };
        CreateWebhookResponse: {
            /** @description Verifies what is sent (`whsec_…`); shown here and never again. */
            secret: string;
            /** @description The webhook. */
            webhook: components["schemas"]["WebhookInfo"];
        };
        /** @description A domain of mail addresses. */
        EmailDomainInfo: {
            /** @description The domain. */
            domain: string;
            /** @description Its DNS has shown that it belongs to the organization. */
            verified: boolean;
            /** @description What a TXT record of the domain has to say for that. */
            txtRecord: string;
        };
        /** @description Has a link to choose a new password mailed, if the address has an account. */
        ForgotPasswordRequest: {
            email: string;
        };
        /** @description An invitation that waits to be accepted. */
        InvitationInfo: {
            /**
             * Format: uuid
             * @description The invitation's id.
             */
            id: string;
            /** @description Who is invited. */
            email: string;
            /** @description What they will be. */
            role: components["schemas"]["Role"];
            /**
             * Format: uuid
             * @description The user who invited them; null when nobody was signed in.
             */
            invitedBy: null | string;
            /**
             * Format: date-time
             * @description When they were invited.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the mailed link ends; sending it again makes a new one.
             */
            expiresAt: string;
        };
        /** @description Invites somebody by mail. They take one of the plan's seats when they accept. */
        InviteRequest: {
            email: string;
            role?: components["schemas"]["Role"];
        };
        JsonElement: unknown;
        JsonWebKeys: {
            keys: components["schemas"]["PublicKey"][];
        };
        KeyDiscovery: {
            issuer: string;
            jwks_uri: string;
            id_token_signing_alg_values_supported: string[];
        };
        LoginRequest: {
            email: string;
            password: string;
        };
        /** @description A member of an organization. */
        MemberInfo: {
            /**
             * Format: uuid
             * @description The user's id.
             */
            id: string;
            /** @description What they sign in with. */
            email: string;
            /** @description What they are called. */
            name: string;
            /** @description What they may do. */
            role: components["schemas"]["Role"];
            /** @description Whether the address proved to be theirs. */
            emailVerified: boolean;
            /**
             * Format: date-time
             * @description When they joined.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When they last signed in or renewed a session; null when they never did, or long ago.
             */
            lastActiveAt: null | string;
        };
        /** @description Who the caller is: `GET /api/auth/me`. */
        MeResponse: {
            user: components["schemas"]["UserInfo"];
            organization: components["schemas"]["OrganizationInfo"];
            limits: components["schemas"]["OrganizationLimits"];
            usage: components["schemas"]["OrganizationUsage"];
            preferences: components["schemas"]["UserPreferences"];
        };
        /** @description Completes a sign-in that was answered with `mfa_required`. */
        MfaChallengeRequest: {
            /** @description From that answer; good for five minutes. */
            challenge: string;
            /** @description Of the authenticator app, or a recovery code. */
            code: string;
        };
        /** @description A code of the authenticator app, or where it says so a recovery code. */
        MfaCodeRequest: {
            code: string;
        };
        /** @description The secret for an authenticator app. It counts only after a code of it was verified. */
        MfaEnrolment: {
            /** @description In base32, for typing. */
            secret: string;
            /** @description An `otpauth://` address, for a QR code. */
            uri: string;
        };
        /** @description Proves that the user themselves asks: by their password, or a code of their second factor. */
        MfaProofRequest: {
            password: null | string;
            code: null | string;
        };
        /** @description Whether the caller has a second factor: `GET /api/auth/mfa`. */
        MfaStatus: {
            /** @description Sign-ins ask for a code. */
            enabled: boolean;
            /**
             * Format: date-time
             * @description Since when.
             */
            enabledAt: null | string;
            /**
             * Format: int32
             * @description Recovery codes that were not used yet.
             */
            recoveryCodesLeft: number;
            /** @description The organization requires a second factor of its members. */
            required: boolean;
        };
        /** @description What a user wants mail about. */
        NotificationSettings: {
            /** @description A recording of theirs was analysed. */
            analysisReady: boolean;
            /** @description Once a week, the action items that are still open. */
            weeklyTasks: boolean;
            /** @description A recording of theirs could not be analysed. */
            failures: boolean;
        };
        /** @description An organization with its limits and usage: `GET /api/organizations/current`. */
        OrganizationDetails: {
            /** Format: uuid */
            id: string;
            name: string;
            plan: components["schemas"]["Plan"];
            status: components["schemas"]["OrganizationStatus"];
            language: string;
            limits: components["schemas"]["OrganizationLimits"];
            usage: components["schemas"]["OrganizationUsage"];
            /** Format: date-time */
            createdAt: string;
        };
        OrganizationInfo: {
            /** Format: uuid */
            id: string;
            name: string;
            plan: components["schemas"]["Plan"];
            status: components["schemas"]["OrganizationStatus"];
        };
        /** @description Limits of an organization's plan and what it uses of them. Bytes, except the GB that the contract names so. */
        OrganizationLimits: {
            /** Format: int32 */
            maxUsers: number;
            /** Format: int32 */
            maxRecordings: number;
            /** Format: int64 */
            maxStorageBytes: number;
            /** Format: int32 */
            maxVoiceSessions: number;
        };
        /** @description What an organization demands of its members' sign-ins. */
        OrganizationSecurity: {
            requireSecondFactor: null | boolean;
        };
        /**
         * @description Where an organization stands. Suspended and cancelled ones can read and export for 30 days, but not create.
         * @enum {unknown}
         */
        OrganizationStatus: "TRIAL" | "ACTIVE" | "SUSPENDED" | "CANCELLED";
        OrganizationUsage: {
            /** Format: int32 */
            users: number;
            /** Format: int64 */
            storageBytes: number;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfApiKeyInfo: {
            items: components["schemas"]["ApiKeyInfo"][];
            nextCursor: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfAuditEntry: {
            items: components["schemas"]["AuditEntry"][];
            nextCursor: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfInvitationInfo: {
            items: components["schemas"]["InvitationInfo"][];
            nextCursor: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfMemberInfo: {
            items: components["schemas"]["MemberInfo"][];
            nextCursor: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfPasskeyInfo: {
            items: components["schemas"]["PasskeyInfo"][];
            nextCursor: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfSessionInfo: {
            items: components["schemas"]["SessionInfo"][];
            nextCursor: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfWebhookDeliveryInfo: {
            items: components["schemas"]["WebhookDeliveryInfo"][];
            nextCursor: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfWebhookInfo: {
            items: components["schemas"]["WebhookInfo"][];
            nextCursor: null | string;
        };
        /** @description A user's passkey. */
        PasskeyInfo: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description What its owner calls it. */
            name: string;
            /** @description It is kept in more than one device. */
            isBackedUp: boolean;
            /**
             * Format: date-time
             * @description When it was added.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it last signed in; null for never.
             */
            lastUsedAt: null | string;
        };
        /** @description What a browser hands to `navigator.credentials`. Good for one answer, for five minutes. */
        PasskeyOptions: {
            /**
             * Format: uuid
             * @description Goes back with the answer.
             */
            id: string;
            /** @description For `parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. */
            options: components["schemas"]["JsonElement"];
        };
        /** @description The answer of a passkey that signs in. */
        PasskeySignInRequest: {
            /** Format: uuid */
            id: null | string;
            credential: null | components["schemas"]["JsonElement"];
        };
        /**
         * @description What an organization pays for.
         * @enum {unknown}
         */
        Plan: "FREE" | "STARTER" | "PROFESSIONAL" | "ENTERPRISE";
        ProblemDetails: {
            type?: null | string;
            title?: null | string;
            /** Format: int32 */
            status?: null | number;
            detail?: null | string;
            instance?: null | string;
        };
        PublicKey: {
            kid: string;
            kty: string;
            crv: string;
            use: string;
            alg: string;
            x: string;
            y: string;
        };
        /** @description An organization's own OpenID Connect provider. */
        PutSingleSignOnRequest: {
            /** @description Its address; `/.well-known/openid-configuration` stands beneath it. */
            issuer: string;
            /** @description Kipu's id there. */
            clientId: string;
            /** @description Kipu's secret there; absent to keep the one that is known. */
            clientSecret: null | string;
            /** @description Domains of the mail addresses that sign in there. Each counts from when it was verified. */
            domains: string[];
        };
        /** @description Codes that each replace the second factor once. Shown here and never again. */
        RecoveryCodesResponse: {
            recoveryCodes: string[];
        };
        /** @description Renews a session. Browsers send no token here: theirs is in the cookie. */
        RefreshRequest: {
            refreshToken: null | string;
        };
        RenamePasskeyRequest: {
            name: string;
        };
        /** @description Sets a password by the token of a mailed link, which works once. */
        ResetPasswordRequest: {
            token: string;
            password: string;
        };
        /**
         * @description What a member may do; each role includes those before it.
         * @enum {unknown}
         */
        Role: "USER" | "ADMIN" | "OWNER";
        /** @description A sign-in of the caller that has not ended. */
        SessionInfo: {
            /**
             * Format: uuid
             * @description The session's id.
             */
            id: string;
            /** @description What the browser or program calls itself. */
            userAgent: null | string;
            /** @description The network address that it was last used from. */
            address: null | string;
            /**
             * Format: date-time
             * @description When it began.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last renewed; access tokens are renewed about every ten minutes.
             */
            lastUsedAt: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
        };
        /** @description A signed-in session. */
        SessionResponse: {
            /** @description Always true; failures are problem details. */
            success: boolean;
            /** @description Who is signed in. */
            user: components["schemas"]["UserInfo"];
            /** @description The organization that the tokens act for. */
            organization: components["schemas"]["OrganizationInfo"];
            /** @description A JWT for `Authorization: Bearer`. */
            accessToken: string;
            /** @description Absent for browsers, which get it as a cookie. */
            refreshToken: null | string;
            /**
             * Format: int32
             * @description Seconds until the access token expires.
             */
            expiresIn: number;
            /** @description Only when the sign-up made an organization: its trial code, never shown again. */
            organizationCode?: null | string;
            /**
             * @description The organization requires a second factor and the user has none: the access token is good for setting one up and nothing else.
             * @default false
             */
            mfaEnrolmentRequired: boolean;
        };
        /** @description Creates a user: with an organization's name also that organization, with a code a member of the code's. */
        SignUpRequest: {
            email: string;
            password: string;
            name: string;
            organizationName: null | string;
            organizationCode: null | string;
        };
        /** @description An organization's own OpenID Connect provider, without its secret. */
        SingleSignOnInfo: {
            /** @description Its address. */
            issuer: string;
            /** @description Kipu's id there. */
            clientId: string;
            /** @description What has to be registered there. */
            redirectUri: string;
            /** @description Domains of the mail addresses that sign in there. */
            domains: components["schemas"]["EmailDomainInfo"][];
        };
        /** @description Begins a sign-in at the provider of an address's organization. */
        StartSingleSignOnRequest: {
            email: string;
        };
        /** @description Where the browser goes next. */
        StartSingleSignOnResponse: {
            url: string;
        };
        /** @description Changes the caller's own profile; what is absent stays. */
        UpdateMeRequest: {
            name: null | string;
            locale: null | string;
            theme?: null | string;
            notifications?: null | components["schemas"]["UpdateNotifications"];
        };
        /** @description Changes what a user wants mail about; what is absent stays. */
        UpdateNotifications: {
            analysisReady: null | boolean;
            weeklyTasks: null | boolean;
            failures: null | boolean;
        };
        /** @description Changes an organization's settings; what is absent stays. */
        UpdateOrganizationRequest: {
            /** @description What it is called. */
            name: null | string;
            /** @description The language that it is written to in: `es` or `en`. */
            language: null | string;
        };
        /** @description Changes a webhook; what is absent stays. */
        UpdateWebhookRequest: {
            url?: null | string;
            events?: null | components["schemas"]["WebhookEventType"][];
            description?: null | string;
            enabled?: null | boolean;
        };
        /** @description What was begun on a day, and what it used until now. */
        UsageDay: {
            /**
             * Format: date
             * @description The day, UTC.
             */
            day: string;
            /**
             * Format: int32
             * @description Recordings whose bytes are complete.
             */
            recordings: number;
            /**
             * Format: double
             * @description Audio that was analysed; a recording that is analysed again counts again.
             */
            audioSeconds: number;
            /**
             * Format: int64
             * @description Bytes of those recordings, as they came.
             */
            bytes: number;
            /**
             * Format: double
             * @description Time connected to the voice agent.
             */
            voiceSeconds: number;
            /**
             * Format: int64
             * @description Tokens that Gemini read and wrote.
             */
            aiTokens: number;
            /**
             * Format: int64
             * @description Their list price, in millionths of a US dollar.
             */
            aiCostMicros: number;
        };
        /** @description What an organization used, day by day: `GET /api/organizations/current/usage`. */
        UsageReport: {
            /**
             * Format: date
             * @description The first day, UTC.
             */
            from: string;
            /**
             * Format: date
             * @description The last day.
             */
            to: string;
            /** @description All days from the first to the last, also those without use. */
            days: components["schemas"]["UsageDay"][];
            /** @description Their sum. */
            total: components["schemas"]["UsageTotal"];
        };
        /** @description The sum of several days, in the same units. */
        UsageTotal: {
            /** Format: int32 */
            recordings: number;
            /** Format: double */
            audioSeconds: number;
            /** Format: int64 */
            bytes: number;
            /** Format: double */
            voiceSeconds: number;
            /** Format: int64 */
            aiTokens: number;
            /** Format: int64 */
            aiCostMicros: number;
        };
        /** @description A user. */
        UserInfo: {
            /**
             * Format: uuid
             * @description The user's id.
             */
            id: string;
            /** @description What they sign in with. */
            email: string;
            /** @description What they are called. */
            name: string;
            /** @description What they may do in their organization. */
            role: components["schemas"]["Role"];
            /** @description `es` or `en`. */
            locale: string;
            /** @description Whether the address proved to be theirs. */
            emailVerified: boolean;
        };
        /** @description How a user wants Kipu to be, on whatever device. */
        UserPreferences: {
            /** @description `system`, `light` or `dark`. */
            theme: string;
            /** @description What they want mail about. */
            notifications: components["schemas"]["NotificationSettings"];
        };
        ValidateCodeRequest: {
            code: string;
        };
        ValidateCodeResponse: {
            success: boolean;
            organization: components["schemas"]["OrganizationInfo"];
        };
        /** @description Confirms an address by the token of a mailed link, which works once. */
        VerifyEmailRequest: {
            token: string;
        };
        /** @description Names, acronyms and terms that transcription should know: `GET` and `PUT /api/organizations/current/vocabulary`. */
        Vocabulary: {
            /** @description In the order given; at most 500 of up to 80 characters. */
            terms: string[];
        };
        /** @description One message to one webhook, and what became of it. */
        WebhookDeliveryInfo: {
            /**
             * Format: uuid
             * @description Its id, which is also the header `webhook-id`: the same for all attempts.
             */
            id: string;
            /**
             * Format: uuid
             * @description To which webhook.
             */
            webhookId: string;
            /** @description What it tells of. */
            type: components["schemas"]["WebhookEventType"];
            /** @description Where it stands. */
            status: components["schemas"]["WebhookDeliveryStatus"];
            /**
             * Format: int32
             * @description How often it was tried.
             */
            attempts: number;
            /**
             * Format: int32
             * @description The HTTP status of the last answer; null when there was none.
             */
            responseStatus: null | number;
            /** @description Why the last attempt failed: `timeout`, `unreachable` or `refused`. */
            problem: null | string;
            /**
             * Format: date-time
             * @description When it came to be.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was tried last.
             */
            lastAttemptAt: null | string;
            /**
             * Format: date-time
             * @description When it will be tried next; null when it won't.
             */
            nextAttemptAt: null | string;
            /** @description The body that is sent. */
            payload: string;
        };
        /**
         * @description Where a delivery stands.
         * @enum {unknown}
         */
        WebhookDeliveryStatus: "PENDING" | "DELIVERED" | "FAILED";
        /**
         * @description What a webhook can be told of.
         * @enum {unknown}
         */
        WebhookEventType: "recording.completed" | "recording.failed" | "webhook.test";
        /** @description A webhook of an organization. */
        WebhookInfo: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description Where it is. */
            url: string;
            /** @description What it is told of. */
            events: components["schemas"]["WebhookEventType"][];
            /** @description For people. */
            description: null | string;
            /** @description Whether anything is sent there. */
            enabled: boolean;
            /** @description `gone` when it answered 410, `failing` when all attempts of a delivery failed; null when a person did it. */
            disabledReason: null | string;
            /**
             * Format: date-time
             * @description When it was added.
             */
            createdAt: string;
        };
        /** @description Ends the subscription: with the period that is paid for, or at once, without money back. */
        CancelSubscriptionRequest: {
            atPeriodEnd: null | boolean;
        };
        /** @enum {unknown} */
        ChangeOutcome: "changed" | "payment_required" | "at_period_end";
        /** @description Moves the subscription to another plan. `prorationDate`, from the preview, makes the price that was shown there hold. */
        ChangePlanRequest: {
            plan: null | components["schemas"]["Plan"];
            /** Format: date-time */
            prorationDate: null | string;
        };
        ChangePlanResponse: {
            success: boolean;
            outcome: components["schemas"]["ChangeOutcome"];
            subscription: components["schemas"]["SubscriptionInfo"];
            paymentUrl: null | string;
        };
        /** @description What a change of the plan would cost now. A negative sum is credited. */
        ChangePreview: {
            /** @description Always true; failures are problem details. */
            success: boolean;
            /** @description The plan to change to. */
            plan: components["schemas"]["Plan"];
            /**
             * Format: int64
             * @description What is charged at once, in hundredths of the currency.
             */
            amountMinor: number;
            /** @description The currency. */
            currency: string;
            /**
             * Format: date-time
             * @description Send it along with the change within the hour, and this very sum is charged.
             */
            prorationDate: string;
            /** @description How the sum comes about. */
            lines: components["schemas"]["ChangePreviewLine"][];
        };
        ChangePreviewLine: {
            description: string;
            /** Format: int64 */
            amountMinor: number;
        };
        /** @description Opens a checkout. `successUrl` may hold `{CHECKOUT_SESSION_ID}`. */
        CheckoutRequest: {
            /** Format: uuid */
            organizationId: null | string;
            plan: null | components["schemas"]["Plan"];
            successUrl: string;
            cancelUrl: string;
            provider: null | string;
            email: null | string;
        };
        CheckoutResponse: {
            success: boolean;
            sessionId: string;
            url: string;
        };
        /** @description How a checkout stands; with the code for the holder of the session id until it was used or a day went by. */
        CheckoutState: {
            status: components["schemas"]["CheckoutStatus"];
            plan: components["schemas"]["Plan"];
            organizationCode: null | string;
        };
        /** @enum {unknown} */
        CheckoutStatus: "open" | "processing" | "complete" | "expired";
        /**
         * @description Whether a customer's bank has contested a payment, and how that went.
         * @enum {unknown}
         */
        DisputeStatus: "none" | "open" | "won" | "lost";
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfPaymentInfo: {
            items: components["schemas"]["PaymentInfo"][];
            nextCursor: null | string;
        };
        /** @description A payment, and what has gone back of it. Amounts count hundredths of the currency (cents, centavos). */
        PaymentInfo: {
            /** Format: uuid */
            id: string;
            provider: string;
            kind: components["schemas"]["PaymentKind"];
            /** Format: int64 */
            amountMinor: number;
            /** Format: int64 */
            refundedMinor: number;
            currency: string;
            plan: components["schemas"]["Plan"];
            /** Format: date-time */
            paidAt: string;
            dispute: components["schemas"]["DisputeStatus"];
            receiptUrl: null | string;
        };
        /**
         * @description What a payment was for.
         * @enum {unknown}
         */
        PaymentKind: "first" | "renewal" | "change";
        /** @description A plan and the price of a month, in whole units. `priceCop` is there for what can be paid at Mercado Pago. */
        PlanInfo: {
            plan: components["schemas"]["Plan"];
            name: string;
            /** Format: int32 */
            priceUsd: number;
            /** Format: int64 */
            priceCop: null | number;
            /** Format: int32 */
            maxUsers: number;
            /** Format: int32 */
            maxRecordings: number;
            /** Format: int64 */
            maxStorageBytes: number;
            /** Format: int32 */
            maxVoiceSessions: number;
        };
        PlanList: {
            items: components["schemas"]["PlanInfo"][];
        };
        /** @description Opens the provider's page for cards and invoices; it leads back to `returnUrl`, or to the console. */
        PortalRequest: {
            returnUrl: null | string;
        };
        PortalResponse: {
            success: boolean;
            url: string;
        };
        /** @description How many codes have ended. */
        RevokeCodesResponse: {
            success: boolean;
            /** Format: int32 */
            revoked: number;
        };
        /** @description Replaces the organization's code; the old one stays valid for the grace period. */
        RotateCodeRequest: {
            /** Format: int32 */
            graceHours: number;
        };
        RotateCodeResponse: {
            success: boolean;
            organizationCode: string;
            /** Format: date-time */
            previousValidUntil: null | string;
        };
        SubscribedOrganization: {
            /** Format: uuid */
            id: string;
            name: string;
            plan: components["schemas"]["Plan"];
            status: components["schemas"]["OrganizationStatus"];
            subscription: null | components["schemas"]["SubscriptionInfo"];
            limits: components["schemas"]["SubscriptionLimits"];
        };
        /** @description The subscription as the provider shows it after what was asked for. */
        SubscriptionActionResponse: {
            success: boolean;
            subscription: components["schemas"]["SubscriptionInfo"];
        };
        /**
         * @description A subscription. With `graceUntil` a payment is overdue: until then everything still works. With `nextPlan` the next
         *     payment brings another plan; a change to the present one takes that back.
         */
        SubscriptionInfo: {
            plan: components["schemas"]["Plan"];
            status: components["schemas"]["SubscriptionStatus"];
            /** Format: date-time */
            currentPeriodStart: string;
            /** Format: date-time */
            currentPeriodEnd: string;
            cancelAtPeriodEnd: boolean;
            /** Format: date-time */
            graceUntil: null | string;
            provider: string;
            nextPlan: null | components["schemas"]["Plan"];
        };
        SubscriptionLimits: {
            /** Format: int32 */
            maxUsers: number;
            /** Format: int32 */
            maxRecordings: number;
            /** Format: double */
            maxStorageGB: number;
            /** Format: double */
            currentStorageGB: number;
        };
        SubscriptionResponse: {
            success: boolean;
            organization: components["schemas"]["SubscribedOrganization"];
        };
        /** @enum {unknown} */
        SubscriptionStatus: "TRIAL" | "ACTIVE" | "PAST_DUE" | "SUSPENDED" | "CANCELLED";
        WebhookReceipt: {
            received: boolean;
        };
        ActionItem: {
            /** @description Stable within the analysis. */
            id: string;
            /** @description What is to be done. */
            text: string;
            /** @description Who took it on, as named in the meeting. */
            owner: null | string;
            /** @description When, as said in the meeting. */
            due: null | string;
            /** @description Whether somebody ticked it off. */
            done: boolean;
            /**
             * Format: double
             * @description When it was said; null when that was not found.
             */
            atSeconds: null | number;
            /** @description Ids of the transcript segments it rests on. */
            evidence: string[];
            /** @description How far it is backed by them. */
            state: components["schemas"]["EvidenceState"];
            edit?: null | components["schemas"]["Edit"];
        };
        /**
         * @description What was heard in a recording. `Transcript` is null when no words could be had; `Engine.Reasons` says why. `Sections` are
         *     those of the `Template`; both are null without one.
         */
        AnalysisDocument: {
            title: string;
            category: null | string;
            tags: string[];
            executiveSummary: null | string;
            summary: components["schemas"]["SummarySentence"][];
            decisions: components["schemas"]["Decision"][];
            actionItems: components["schemas"]["ActionItem"][];
            speakers: components["schemas"]["Speaker"][];
            participants: string[];
            keyTopics: string[];
            sentiment: null | string;
            language: null | string;
            transcript: null | components["schemas"]["TranscriptTurn"][];
            coverage: components["schemas"]["CoverageSpan"][];
            /** Format: double */
            durationSeconds: number;
            engine: components["schemas"]["EngineInfo"];
            /** Format: date-time */
            createdAt: string;
            template?: null | components["schemas"]["AppliedTemplate"];
            sections?: null | components["schemas"]["AnalysisSection"][];
        };
        /** @description A section of a template, filled in. */
        AnalysisSection: {
            /** @description The section's id in the template. */
            id: string;
            /** @description Its heading. */
            title: string;
            /** @description What the meeting says to it; empty when it says nothing. */
            statements: components["schemas"]["SummarySentence"][];
        };
        /** @description How an organization's meetings are analysed unless a recording says otherwise. */
        AnalysisSettings: {
            /** @description What summaries are written in: `es`, `en`, or `spoken` for the language of the meeting. */
            outputLanguage: string;
            /** @description The id of the template; null for none. */
            template: null | string;
        };
        /** @description What an analysis looks for in one kind of meeting, beside summary, decisions and action items. */
        AnalysisTemplate: {
            /** @description Its name in requests: `sales`, or one of the organization's own. */
            id: string;
            /** @description What people call it. */
            name: string;
            /** @description What the engine is to mind; null for nothing in particular. */
            instructions: null | string;
            /** @description What is filled in from such a meeting, in this order. */
            sections: components["schemas"]["TemplateSection"][];
            /** @description Digest of its content: it changes when any of it does, and an analysis keeps the one that it was made with. */
            version: string;
            /** @description Whether Kipu brings it along; deleting it restores it. */
            isBuiltIn: boolean;
            /**
             * Format: uuid
             * @description Who wrote or edited it; null for one as Kipu brings it along.
             */
            updatedBy: null | string;
            /**
             * Format: date-time
             * @description When; null for one as Kipu brings it along.
             */
            updatedAt: null | string;
        };
        /** @description The template that an analysis was made with. */
        AppliedTemplate: {
            id: string;
            name: string;
            version: string;
        };
        /** @description A question about what was said. */
        AskRequest: {
            question: string;
        };
        /** @description A URL for an `&lt;audio&gt;` element, which can't send headers. */
        AudioTicket: {
            url: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /** @description What became of a stretch of the meeting; stretches touch and cover all of it. */
        CoverageSpan: {
            /** Format: double */
            from: number;
            /** Format: double */
            to: number;
            state: components["schemas"]["CoverageState"];
            reason: null | string;
        };
        /** @enum {unknown} */
        CoverageState: "stored" | "transcribed" | "silent" | "missing" | "failed";
        /** @description Reserves one of the plan's recordings before the first byte is sent. */
        CreateRecordingRequest: {
            /** @description Its name; the analysis gives one when absent. */
            title: null | string;
            /** @description What is spoken. */
            language: null | string;
            /** @description Where the sound comes from. */
            source: null | string;
            /** @description What its summary is written in, `spoken` for the meeting's own language; the organization's setting when absent. */
            outputLanguage?: null | string;
            /** @description The id of the template that it is analysed with; the organization's when absent, none when empty. */
            template?: null | string;
        };
        /** @description Makes a read-only link. */
        CreateShareRequest: {
            /** @description Whom it is for; people tell links apart by it. */
            label?: null | string;
            /**
             * Format: date-time
             * @description Its end, within a year; in 30 days when absent.
             */
            expiresAt?: null | string;
            /**
             * @description Whether the audio can be heard by it.
             * @default false
             */
            includesAudio: boolean;
        };
        /** @description A new link. The only answer that ever holds its secret. */
        CreateShareResponse: {
            token: string;
            url: string;
            share: components["schemas"]["ShareInfo"];
        };
        Decision: {
            id: string;
            text: string;
            /** Format: double */
            atSeconds: null | number;
            evidence: string[];
            state: components["schemas"]["EvidenceState"];
        };
        /** @description Somebody corrected what the engine wrote. It is kept when the recording is processed again. */
        Edit: {
            /**
             * Format: uuid
             * @description Who; null when only the organization's code was sent.
             */
            userId: null | string;
            /**
             * Format: date-time
             * @description When last.
             */
            at: string;
            /** @description The engine's own words; null for a name that it didn't know. */
            original: null | string;
        };
        /** @description Which engine heard the recording, and what it says of itself. */
        EngineInfo: {
            /** @description `gemini` or `embedded`. */
            name: string;
            /** @description The model that answered, as it names itself. */
            model: string;
            /** @description What wrote the words: the model, or one of the embedded recognisers. */
            transcriber: string;
            /** @description True for voices and models that are meant for samples only. */
            demo: boolean;
            /** @description `high`, `medium` or `low`. */
            confidence: string;
            /** @description Codes of what is missing or doubtful, e.g. `no_model_for_language`, `partial_audio`, `low_accuracy_model`. */
            reasons: string[];
            /**
             * @description Digests of what the models were asked, without the meeting: several, joined by `+`, where parts were heard at other times.
             *     Null for an engine that is asked nothing.
             */
            prompt?: null | string;
            /** @description What read the words and wrote the summary, as it names itself; null where nothing did. */
            reader?: null | string;
        };
        /**
         * @description How far a statement is backed by what was said.
         * @enum {unknown}
         */
        EvidenceState: "verified" | "tentative" | "unverified";
        /** @description Somebody who was named in a recording of the organization, to be proposed for the next one. */
        KnownPerson: {
            /** @description What they are called. */
            name: string;
            /**
             * Format: uuid
             * @description The member who it is, where somebody said so.
             */
            userId: null | string;
            /**
             * Format: date-time
             * @description When a voice got this name last.
             */
            namedAt: string;
        };
        Marker: {
            /**
             * Format: uuid
             * @description The marker.
             */
            id: string;
            /**
             * Format: double
             * @description When, from the start of the recording.
             */
            atSeconds: number;
            /** @description What it is about; null for a mere mark. */
            text: null | string;
            /**
             * Format: uuid
             * @description Who set it; null when only the organization's code was sent.
             */
            userId: null | string;
            /**
             * Format: date-time
             * @description When it was set.
             */
            createdAt: string;
        };
        /** @description A moment that somebody wants to find again. */
        MarkerRequest: {
            /**
             * Format: double
             * @description When, from the start of the recording.
             */
            atSeconds: number;
            /** @description What it is about; null for a mere mark. */
            text?: null | string;
            /**
             * Format: uuid
             * @description Of a marker that is there already; null for a new one.
             */
            id?: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfAnalysisTemplate: {
            items: components["schemas"]["AnalysisTemplate"][];
            nextCursor: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfKnownPerson: {
            items: components["schemas"]["KnownPerson"][];
            nextCursor: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfRecordedActionItem: {
            items: components["schemas"]["RecordedActionItem"][];
            nextCursor: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfRecordingSummary: {
            items: components["schemas"]["RecordingSummary"][];
            nextCursor: null | string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfTranscriptTurn: {
            items: components["schemas"]["TranscriptTurn"][];
            nextCursor: null | string;
        };
        ProcessingError: {
            code: string;
            message: string;
            retryable: boolean;
        };
        /** @enum {unknown} */
        ProcessingStage: "preparing" | "listening" | "transcribing" | "summarizing" | null;
        /** @description What a marker is to be, under an id of the client's choice. */
        PutMarkerRequest: {
            /**
             * Format: double
             * @description When, from the start of the recording.
             */
            atSeconds: number;
            /** @description What it is about; null for a mere mark. */
            text?: null | string;
        };
        /** @description Writes a template: a new one of the organization's own, or another wording of one that is there. */
        PutTemplateRequest: {
            /** @description What people call it. */
            name: string;
            /** @description What the engine is to mind. */
            instructions: null | string;
            /** @description At most eight, each with an id of its own. */
            sections: components["schemas"]["TemplateSection"][];
        };
        /** @description An action item with the recording it comes from. */
        RecordedActionItem: {
            /** Format: uuid */
            recordingId: string;
            title: string;
            /** Format: date-time */
            recordedAt: string;
            item: components["schemas"]["ActionItem"];
        };
        /** @description What the voice agent is told of a recording: `GET /api/recordings/{id}/context`. */
        RecordingContext: {
            /** Format: uuid */
            recordingId: string;
            title: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: double */
            durationSeconds: null | number;
            language: null | string;
            text: string;
        };
        /** @description What of a meeting was captured and heard; spans touch and cover all of it. */
        RecordingCoverage: {
            /** Format: double */
            seconds: number;
            spans: components["schemas"]["CoverageSpan"][];
        };
        /** @enum {unknown} */
        RecordingStatus: "RECORDING" | "PAUSED" | "QUEUED" | "PROCESSING" | "COMPLETED" | "ERROR";
        /** @description How a recording stands: `GET /api/status/{recordingId}` and its events. */
        RecordingStatusInfo: {
            /** Format: uuid */
            recordingId: string;
            status: components["schemas"]["RecordingStatus"];
            stage: null | components["schemas"]["ProcessingStage"];
            /** Format: int32 */
            progress: number;
            error: null | components["schemas"]["ProcessingError"];
            /** Format: date-time */
            updatedAt: string;
        };
        /**
         * @description A row of the recordings list. `Markers` come with a single recording only, `Hits` with a search; `OutputLanguage` and
         *     `Template` are null where the organization's setting holds.
         */
        RecordingSummary: {
            /** Format: uuid */
            id: string;
            title: string;
            status: components["schemas"]["RecordingStatus"];
            stage: null | components["schemas"]["ProcessingStage"];
            /** Format: int32 */
            progress: number;
            error: null | components["schemas"]["ProcessingError"];
            /** Format: date-time */
            createdAt: string;
            /** Format: double */
            durationSeconds: null | number;
            language: null | string;
            executiveSummary: null | string;
            /** Format: int32 */
            decisions: number;
            /** Format: int32 */
            openActionItems: number;
            speakers: components["schemas"]["SpeakerShare"][];
            tags: string[];
            category: null | string;
            /** Format: uuid */
            userId: null | string;
            /** Format: date-time */
            deletedAt: null | string;
            markers: null | components["schemas"]["Marker"][];
            hits: null | components["schemas"]["SearchHit"][];
            outputLanguage?: null | string;
            template?: null | string;
        };
        /** @description Has a recording's audio analysed anew. */
        ReprocessRequest: {
            /** @description What is spoken, when the engine should not go by what was said before. */
            language?: null | string;
            /**
             * @description Only what failed is done again, and what the others found stays as it is. Not together with a language, which is for all parts.
             * @default false
             */
            onlyFailed: boolean;
            /**
             * @description The words that are there are read anew, for another template or output language; only parts that failed are heard again. Not together
             *     with a language.
             * @default false
             */
            keepWords: boolean;
            /** @description What the summary is written in from now on, `spoken` for the meeting's own language, `-` for the organization's setting. */
            outputLanguage?: null | string;
            /** @description The id of the template from now on; empty for none, `-` for the organization's setting. */
            template?: null | string;
        };
        ReprocessResponse: {
            success: boolean;
            /** Format: uuid */
            recordingId: string;
            /** Format: uuid */
            jobId: string;
            status: components["schemas"]["RecordingStatus"];
        };
        RetentionInfo: {
            /**
             * Format: int32
             * @description After so many days a recording is erased; null keeps it until somebody deletes it.
             */
            days: null | number;
            /**
             * Format: uuid
             * @description Who decided so; null when nobody has.
             */
            updatedBy: null | string;
            /**
             * Format: date-time
             * @description When; null when nobody has.
             */
            updatedAt: null | string;
        };
        SearchHit: {
            /** @description The transcript segment of the hit; null for a hit in title or summary. */
            segmentId: null | string;
            /**
             * Format: double
             * @description When it was said.
             */
            startSeconds: null | number;
            /** @description Who said it. */
            speaker: null | string;
            /** @description The words around the hit, as plain text. */
            snippet: string;
            /** @description Hits in the snippet: offset and length in UTF-16 units. */
            ranges: number[][];
        };
        /** @description What the holder of a link reads. */
        SharedRecording: {
            title: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: double */
            durationSeconds: null | number;
            analysis: components["schemas"]["AnalysisDocument"];
            audio: null | components["schemas"]["AudioTicket"];
            /** Format: date-time */
            expiresAt: string;
        };
        /** @description A link, without its secret. */
        ShareInfo: {
            /** Format: uuid */
            id: string;
            label: null | string;
            includesAudio: boolean;
            /** Format: uuid */
            createdBy: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        Speaker: {
            /** @description Whose turns these are. */
            speakerId: string;
            /** @description What they are called; null when nobody knows. */
            name: null | string;
            /**
             * Format: double
             * @description How long they speak.
             */
            talkSeconds: number;
            /**
             * Format: uuid
             * @description The member of the organization who it is.
             */
            userId?: null | string;
            edit?: null | components["schemas"]["Edit"];
        };
        SpeakerShare: {
            speakerId: string;
            name: null | string;
            /** Format: double */
            share: number;
        };
        /** Format: binary */
        Stream: string;
        SummarySentence: {
            /** @description One sentence. */
            text: string;
            /** @description Ids of the transcript segments it rests on. */
            evidence: string[];
            /** @description How far it is backed by them. */
            state: components["schemas"]["EvidenceState"];
        };
        TemplateSection: {
            /** @description Its key in the analysis: a letter, then letters and digits. */
            id: string;
            /** @description The heading that people see. */
            title: string;
            /** @description What belongs into it, as one would tell a colleague. */
            content: string;
        };
        TranscriptTurn: {
            /** @description Stable within the recording. */
            segmentId: string;
            /** @description Whose turn it is. */
            speakerId: string;
            /** @description What the speaker is called. */
            speaker: string;
            /** @description What was said. */
            text: string;
            /** @description `MM:SS`, or `H:MM:SS` from an hour on. */
            timestamp: string;
            /**
             * Format: double
             * @description Seconds from the start of the recording.
             */
            startSeconds: number;
            /**
             * Format: double
             * @description Seconds from the start of the recording.
             */
            endSeconds: number;
            /**
             * Format: double
             * @description 0 to 1, when the engine says.
             */
            confidence: null | number;
            /** @description ISO 639-1 code of what is spoken. */
            language: null | string;
            edit?: null | components["schemas"]["Edit"];
        };
        /** @description Changes an action item. What is absent stays; an empty owner or due takes it away. */
        UpdateActionItemRequest: {
            done?: null | boolean;
            owner?: null | string;
            due?: null | string;
            text?: null | string;
        };
        /** @description Changes a recording; what is absent stays. */
        UpdateRecordingRequest: {
            /** @description Its name; it stays when an analysis gives another. */
            title?: null | string;
            /** @description All its tags, at most 20 of at most 40 characters; they stay when an analysis gives others. */
            tags?: null | string[];
            /** @description All its markers. One with the id of a present one that says the same keeps who set it and when. */
            markers?: null | components["schemas"]["MarkerRequest"][];
            status?: null | components["schemas"]["RecordingStatus"];
        };
        /** @description How long an organization keeps recordings. */
        UpdateRetentionRequest: {
            /**
             * Format: int32
             * @description After so many days a recording is erased, audio and all; null keeps it until somebody deletes it.
             */
            days: null | number;
        };
        /** @description Corrects what was said in a segment. */
        UpdateSegmentRequest: {
            text: string;
        };
        /** @description Names a speaker, or joins one who was heard as two. What is absent stays. */
        UpdateSpeakerRequest: {
            /** @description The speaker. */
            speakerId: string;
            /** @description What they are called from now on. */
            name?: null | string;
            /**
             * Format: uuid
             * @description The member of the organization who it is.
             */
            userId?: null | string;
            /** @description The speaker whose turns these are in truth; this one is gone then. */
            mergeInto?: null | string;
        };
        /** @description The audio's outline for a player: peaks from 0 to 255, and where nobody speaks. */
        Waveform: {
            /**
             * Format: int32
             * @description Of this format; 1.
             */
            version: number;
            /**
             * Format: double
             * @description Length of the audio.
             */
            seconds: number;
            /**
             * Format: int32
             * @description Peaks a second.
             */
            perSecond: number;
            /** @description Loudest sample of each stretch, 0 to 255. */
            peaks: number[];
            /** @description Stretches without speech, from and to in seconds. */
            silences: number[][];
        };
        ChunkListing: {
            /** @description Ranges of chunk indices that are stored, first and last inclusive. */
            received: number[][];
            /** @description Indices between them that are not. */
            missing: number[];
            /**
             * Format: int64
             * @description Bytes stored.
             */
            bytes: number;
        };
        ChunkReceipt: {
            /** @description Always true; failures are problem details. */
            success: boolean;
            /**
             * Format: uuid
             * @description The recording that the chunk belongs to.
             */
            recordingId: string;
            /**
             * Format: int32
             * @description The chunk's index, from 0.
             */
            sequence: number;
            /**
             * Format: int64
             * @description Its bytes.
             */
            size: number;
            /** @description Its SHA-256 in lower-case hex. */
            sha256: string;
            /**
             * Format: int32
             * @description Chunks that are durably stored by now.
             */
            received: number;
        };
        /** @description Ends an upload; what is given is checked. */
        FinalizeRequest: {
            /**
             * Format: int32
             * @description How many chunks were sent.
             */
            totalChunks: null | number;
            /** @description The digest of all of them joined. */
            sha256: null | string;
            /**
             * Format: double
             * @description How long was recorded; what of it can't be heard afterwards is shown as missing.
             */
            durationSeconds: null | number;
        };
        FinalizeResponse: {
            success: boolean;
            /** Format: uuid */
            recordingId: string;
            /** Format: uuid */
            jobId: string;
            status: components["schemas"]["RecordingStatus"];
        };
        StorageUsage: {
            /** Format: int64 */
            usedBytes: number;
            /** Format: int64 */
            limitBytes: number;
            byKind: {
                [key: string]: number;
            };
        };
        UploadResponse: {
            success: boolean;
            /** Format: uuid */
            recordingId: string;
            /** Format: uuid */
            jobId: string;
            status: components["schemas"]["RecordingStatus"];
            /** Format: double */
            durationSeconds: null | number;
        };
        AudioFormat: {
            mimeType: string;
        };
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfVoiceSessionInfo: {
            items: components["schemas"]["VoiceSessionInfo"][];
            nextCursor: null | string;
        };
        VoiceCloseResponse: {
            success: boolean;
            /** Format: uuid */
            sessionId: string;
            status: string;
        };
        /** @description A voice session that waits for its WebSocket. */
        VoiceInitResponse: {
            /** @description Always true; failures are problem details. */
            success: boolean;
            /**
             * Format: uuid
             * @description The session.
             */
            sessionId: string;
            /** @description Where to connect; holds a one-time ticket. */
            wsUrl: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until when the ticket can be used.
             */
            expiresAt: string;
            /** @description Whether the agent can answer now. */
            geminiAvailable: boolean;
            /** @description What the client sends. */
            inputAudio: components["schemas"]["AudioFormat"];
            /** @description What it receives. */
            outputAudio: components["schemas"]["AudioFormat"];
        };
        VoiceSessionInfo: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            recordingId: string;
            status: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            endedAt: null | string;
            /** Format: double */
            seconds: number;
            /** Format: int64 */
            inputTokens: number;
            /** Format: int64 */
            outputTokens: number;
            turns: null | components["schemas"]["VoiceTurnInfo"][];
        };
        VoiceTurnInfo: {
            role: string;
            text: string;
            /** Format: date-time */
            at: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
