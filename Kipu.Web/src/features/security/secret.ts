/** A secret as people type it: in fours. */
export const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? ''
