import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The console's own sources, without tests and what is generated. */
export const sources = (root = 'src') =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|^test\/|\.gen\.ts$|^api\/schema\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
