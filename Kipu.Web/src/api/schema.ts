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
            };
        };
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
        /** Signs a user in. */
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
                /** @description `invalid_credentials`: Address and password do not match. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `too_many_attempts`: Too many failed attempts for this address. Wait as long as Retry-After says. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
                403: {
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
        /** Changes the caller's name or language. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it.; `user_required`: Sign in: this address needs a user's bearer token. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
                403: {
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
                403: {
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
                403: {
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
                /** @description `validation_failed`: Some fields are missing or wrong; errors names them.; `plan_not_for_sale`: FREE costs nothing: sign up instead of buying it.; `unknown_provider`: This payment provider is not available. Leave provider out, or send "stripe".; `url_not_allowed`: successUrl and cancelUrl must be http or https addresses on a host that Checkout:AllowedHosts names.; `email_refused`: The payment provider does not take this mail address. Correct it, or leave email out. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
        /** Lists recordings, newest first. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
                403: {
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `limit_exceeded`: The plan's limit is reached. */
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
        /** Shows a recording as the list does. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a recording's title. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
            };
        };
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description Range Not Satisfiable */
                416: {
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description Range Not Satisfiable */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
        /** Plays a recording to whoever holds a ticket for it. */
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
                /** @description Range Not Satisfiable */
                416: {
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
        /** Plays a recording to whoever holds a ticket for it. */
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
                /** @description Range Not Satisfiable */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
                403: {
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
         * @description Calling it again gives the same answer. It goes on when the client hangs up: a browser that was closed has finished its meeting.
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description `missing_chunks`: Some chunks have not arrived; missing names them. Send them and finalize again.; `unexpected_chunks`: More chunks are stored than totalChunks says there are. */
                409: {
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `limit_exceeded`: The plan's limit is reached. */
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
                /** @description `already_finalized`: The recording is finalized and takes no more audio.; `upload_in_progress`: The recording already receives chunks. Finalize it, or upload under another id. */
                409: {
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
            };
        };
        delete?: never;
        options?: never;
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
                403: {
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on.; `limit_exceeded`: The plan's limit is reached. */
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
                /** @description `chunk_conflict`: Another content is already stored under this index.; `already_finalized`: The recording is finalized and takes no more audio. */
                409: {
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
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description `too_many_sessions`: As many conversations are running as the plan allows. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
                403: {
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
                /** @description `organization_code_required`: Send the organization's code in the header x-organization-code, or a bearer token.; `invalid_organization_code`: The organization code is not known, or no longer valid.; `invalid_token`: The bearer token is malformed, expired or not ours. Sign in again or refresh it. */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description `forbidden`: Your role does not allow this.; `organization_mismatch`: Code, token and user name different organizations.; `organization_suspended`: The organization is suspended: reading and exporting stay possible, creating and changing do not. Settle the payment to go on. */
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
        /** @description Makes an organization from a code that was bought before there was one. The code works once. */
        CreateFromCodeRequest: {
            name: string;
            code: string;
            ownerEmail: string;
            ownerName: string;
            password: string;
        };
        CreateFromCodeResponse: {
            success: boolean;
            organization: components["schemas"]["OrganizationInfo"];
            owner: components["schemas"]["UserInfo"];
        };
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
        /** @description Who the caller is: `GET /api/auth/me`. */
        MeResponse: {
            user: components["schemas"]["UserInfo"];
            organization: components["schemas"]["OrganizationInfo"];
            limits: components["schemas"]["OrganizationLimits"];
            usage: components["schemas"]["OrganizationUsage"];
        };
        /** @description An organization with its limits and usage: `GET /api/organizations/current`. */
        OrganizationDetails: {
            /** Format: uuid */
            id: string;
            name: string;
            plan: components["schemas"]["Plan"];
            status: components["schemas"]["OrganizationStatus"];
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
        /** @description Renews a session. Browsers send no token here: theirs is in the cookie. */
        RefreshRequest: {
            refreshToken: null | string;
        };
        /**
         * @description What a member may do; each role includes those before it.
         * @enum {unknown}
         */
        Role: "USER" | "ADMIN" | "OWNER";
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
        };
        /** @description Creates a user: with an organization's name also that organization, with a code a member of the code's. */
        SignUpRequest: {
            email: string;
            password: string;
            name: string;
            organizationName: null | string;
            organizationCode: null | string;
        };
        /** @description Changes the caller's own profile; what is absent stays. */
        UpdateMeRequest: {
            name: null | string;
            locale: null | string;
        };
        UserInfo: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            role: components["schemas"]["Role"];
            locale: string;
        };
        ValidateCodeRequest: {
            code: string;
        };
        ValidateCodeResponse: {
            success: boolean;
            organization: components["schemas"]["OrganizationInfo"];
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
        /** @description A page of a keyset-paginated list; `nextCursor` is null on the last. */
        PageOfPaymentInfo: {
            items: components["schemas"]["PaymentInfo"][];
            nextCursor: null | string;
        };
        /** @description A payment. `AmountMinor` counts the currency's smallest unit (cents). */
        PaymentInfo: {
            /** Format: uuid */
            id: string;
            provider: string;
            /** Format: int64 */
            amountMinor: number;
            currency: string;
            plan: components["schemas"]["Plan"];
            /** Format: date-time */
            paidAt: string;
            receiptUrl: null | string;
        };
        PlanInfo: {
            plan: components["schemas"]["Plan"];
            name: string;
            /** Format: int32 */
            priceUsd: number;
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
        SubscriptionInfo: {
            plan: components["schemas"]["Plan"];
            status: components["schemas"]["SubscriptionStatus"];
            /** Format: date-time */
            currentPeriodStart: string;
            /** Format: date-time */
            currentPeriodEnd: string;
            cancelAtPeriodEnd: boolean;
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
        };
        /** @description What was heard in a recording. `Transcript` is null when no words could be had; `Engine.Reasons` says why. */
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
            title: null | string;
            language: null | string;
            source: null | string;
        };
        Decision: {
            id: string;
            text: string;
            /** Format: double */
            atSeconds: null | number;
            evidence: string[];
            state: components["schemas"]["EvidenceState"];
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
        };
        /**
         * @description How far a statement is backed by what was said.
         * @enum {unknown}
         */
        EvidenceState: "verified" | "tentative" | "unverified";
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
        /** @description A row of the recordings list. */
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
            /** Format: uuid */
            userId: null | string;
            hits: null | components["schemas"]["SearchHit"][];
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
        Speaker: {
            speakerId: string;
            name: null | string;
            /** Format: double */
            talkSeconds: number;
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
        };
        /** @description Changes a recording; what is absent stays. */
        UpdateRecordingRequest: {
            title: null | string;
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
            /** Format: int32 */
            totalChunks: null | number;
            sha256: null | string;
            /** Format: double */
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
