export const MAX_TERMS = 500
export const MAX_TERM_LENGTH = 80

/** What stands in the lines, without the empty ones. */
export const termsOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
