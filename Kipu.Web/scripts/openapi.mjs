// Writes src/api/schema.ts from the gateway's merged OpenAPI document; with --check it only says whether it differs.
//   npm run openapi -- http://localhost:10000
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const args = process.argv.slice(2)
const check = args.includes('--check')
const gateway = args.find((arg) => !arg.startsWith('--')) ?? process.env.GATEWAY_URL ?? 'http://localhost:10000'
const target = new URL('../src/api/schema.ts', import.meta.url)

const response = await fetch(new URL('/openapi/v1.json', gateway))
if (!response.ok) throw new Error(`${response.url} answered ${response.status}. Is the system up? (./kipu up)`)
const text = `// Written by scripts/openapi.mjs from the gateway's OpenAPI document. Don't edit.\n\n${astToString(await openapiTS(await response.json()))}`

if (!check) {
  writeFileSync(target, text)
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('src/api/schema.ts differs from what the services publish. Run: npm run openapi')
  process.exit(1)
}
