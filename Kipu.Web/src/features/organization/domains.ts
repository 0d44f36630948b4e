/** Domains as people write them into one field: by commas, spaces or lines, with or without @. */
export const domainsIn = (text: string) => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((domain) => domain.replace(/^@/, '').toLowerCase())
      .filter(Boolean),
  ),
]
