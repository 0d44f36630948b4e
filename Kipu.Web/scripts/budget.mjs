// Fails when a route costs more than it may. Reads what Vite wrote, follows imports, and measures as the wire does (gzip).
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const DIST = new URL('../dist/', import.meta.url)
const KB = 1024
const BUDGETS = { entry: 190 * KB, route: 60 * KB, css: 20 * KB, fonts: 40 * KB }

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'))
const size = (file) => gzipSync(readFileSync(new URL(file, DIST))).length

/** A chunk and all that it imports at once; what it loads later is not part of it. */
function closure(key, found = new Set()) {
  if (found.has(key)) return found
  found.add(key)
  for (const next of manifest[key].imports ?? []) closure(next, found)
  return found
}

const jsOf = (keys) => [...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))
const sum = (files) => files.reduce((total, file) => total + size(file), 0)

const entryKey = Object.keys(manifest).find((key) => manifest[key].isEntry)
const language = Object.keys(manifest).filter((key) => /i18n\/es\.ts$/.test(key))
const entry = new Set([entryKey, ...language].flatMap((key) => [...closure(key)]))
const landing = Object.keys(manifest).filter((key) => /routes\/index\.tsx/.test(key))
const first = new Set([...entry, ...landing.flatMap((key) => [...closure(key)])])
const all = Object.values(manifest)
const files = new Set(all.flatMap((chunk) => [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]))

const rows = [
  ['first page, JavaScript', sum(jsOf(first)), BUDGETS.entry],
  ['CSS', sum([...files].filter((file) => file.endsWith('.css'))), BUDGETS.css],
  ['fonts', sum([...files].filter((file) => file.endsWith('.woff2'))), BUDGETS.fonts],
]
// The frame of the inside is shared by its routes: counted once, by itself.
const frame = new Set(
  Object.keys(manifest)
    .filter((key) => /routes\/_inside\.tsx/.test(key))
    .flatMap((key) => [...closure(key)]),
)
for (const key of Object.keys(manifest).filter((one) => /src\/routes\/.*tsr-split=component|src\/routes\/.*\?/.test(one))) {
  const own = jsOf([...closure(key)].filter((one) => !entry.has(one) && (!frame.has(one) || /_inside\.tsx/.test(key))))
  rows.push([key.replace(/^src\/routes\//, '').replace(/\?.*$/, ''), sum(own), BUDGETS.route])
}

let failed = false
for (const [name, bytes, limit] of rows) {
  const over = bytes > limit
  failed ||= over
  console.log(`${over ? 'OVER ' : 'ok   '} ${(bytes / KB).toFixed(1).padStart(7)} of ${(limit / KB).toFixed(0).padStart(3)} KB  ${name}`)
}
process.exit(failed ? 1 : 0)
