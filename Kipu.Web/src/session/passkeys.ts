import { ApiError } from '@/api/problem'

/** Safari and Chrome have the JSON forms since 2024 and 2025; who lacks them signs in by password. */
export const hasPasskeys = () => 'PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential

/** Has the device make a passkey by the service's options, and answers with what goes back to the service. */
export const createPasskey = (options: unknown) =>
  ask(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON),
    }),
  )

/** Has the device sign the service's challenge by a passkey that it has for this site. */
export const signByPasskey = (options: unknown) =>
  ask(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
    }),
  )

async function ask(call: () => Promise<Credential | null>): Promise<unknown> {
  try {
    const credential = await call()
    if (credential) return (credential as PublicKeyCredential).toJSON()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    // The device has one for this account already.
    if (error.name === 'InvalidStateError') throw new ApiError('passkey_exists', 409)
    if (error.name !== 'NotAllowedError' && error.name !== 'AbortError') throw new ApiError('passkey_unsupported', 0)
  }
  // Closed by the person or by the time: browsers don't tell which.
  throw new ApiError('passkey_cancelled', 0)
}
