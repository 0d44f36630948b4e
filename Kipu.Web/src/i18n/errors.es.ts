/** What each code of the API means for the person, and what to do. `other` stands for codes this console doesn't know. */
export const errorsEs = {
  other: 'Algo falló de nuestro lado. Lo que ya estaba guardado está a salvo.',
  unreachable: 'No hay conexión con Kipu. Lo que ya estaba guardado está a salvo.',
  invalid_credentials: 'El correo o la contraseña no son correctos.',
  too_many_attempts: 'Demasiados intentos seguidos. Espera unos minutos y vuelve a probar.',
  rate_limited: 'Demasiadas peticiones seguidas. Espera unos segundos y vuelve a probar.',
  email_taken: 'Ya hay una cuenta con este correo. Entra con ella o usa otro.',
  password_too_common: 'Esta contraseña es de las que primero se adivinan. Elige otra.',
  validation_failed: 'Revisa los campos marcados.',
  forbidden: 'Tu rol no permite esto. Un propietario o administrador puede hacerlo.',
  not_found: 'No existe o ya no está.',
  invalid_code: 'Este código no existe o ya se usó.',
  invalid_organization_code: 'Este código no existe o ya no vale.',
  organization_suspended: 'La organización está suspendida. Se puede leer y exportar; crear volverá con el pago.',
  limit_exceeded: 'El plan llegó a su límite.',
  not_ready: 'Todavía se está analizando.',
  chunk_conflict: 'Lo que hay en Kipu no coincide con lo que hay en este equipo. Descarga el audio para no perderlo.',
  missing_chunks: 'Faltan partes del audio. Se envían otra vez.',
  unsupported_media: 'Este archivo no es audio ni video que podamos abrir. Sirven mp3, m4a, wav, ogg, webm, flac y mp4.',
  payload_too_large: 'El archivo no cabe en el espacio que queda.',
  checkout_not_found: 'No encontramos este pago.',
  too_many_sessions: 'Ya hay tantas conversaciones a la vez como permite el plan. Espera a que termine una.',
}

export type ErrorCode = keyof typeof errorsEs
